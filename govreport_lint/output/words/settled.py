"""What was settled, and what is wrong with what asks for it, in words: beside the findings and never among them."""

from __future__ import annotations

from collections.abc import Sequence

from ...finding import SettledBy, Suppressed
from ...language import Text
from ...result import Result
from .printable import printable

_LINE = Text("第 {line} 行的注释", "comment on line {line}")
_SETTLED = Text(
    "按说明不报：{code} {message}（理由：{reason}；{by}）", "settled: {code} {message} (reason: {reason}; {by})"
)
_IN_BASELINE = Text("已列入基线", "in the baseline")
_KNOWN = Text("另有 {count} 项已列入基线，不再报", "{count} more findings are in the baseline and not told")
_MORE = Text("……另有 {count} 处注释或清单的问题", "… {count} more remarks on comments and the list")
_MOST_FAULTS = 20


def notes_of(result: Result) -> tuple[Text | str, ...]:
    """All that is to be told about a file: by the reader, of what is settled, of what is wrong with comments."""
    if not (result.suppressed or result.faults):
        return result.source.notes
    told = [_settled(one) for one in told_of(result)]
    return (*result.source.notes, *told, *known_words(result), *fault_words(result))


def told_of(result: Result) -> tuple[Suppressed, ...]:
    """What is settled with a reason of its own: all but what is in the baseline."""
    return tuple(one for one in result.suppressed if one.means is not SettledBy.BASELINE)


def known_words(result: Result) -> tuple[Text, ...]:
    """How many findings are in the baseline; nothing where there are none."""
    count = len(result.suppressed) - len(told_of(result))
    return (Text(*(words.format(count=count) for words in (_KNOWN.zh, _KNOWN.en))),) if count else ()


def reason_words(one: Suppressed) -> Text:
    """Why a finding is settled; a baseline gives no reason but itself."""
    if one.means is SettledBy.BASELINE:
        return _IN_BASELINE
    return Text(printable(one.reason), printable(one.reason))


def by_words(one: Suppressed) -> Text:
    """Where it was said that a finding is settled."""
    if one.means is SettledBy.COMMENT:
        return _LINE.filled(line=one.by)
    return Text(printable(one.by), printable(one.by))


def fault_words(result: Result) -> tuple[Text, ...]:
    """What is wrong with comments and the list: the first of it, and how much more there is."""
    faults: Sequence[Text] = [
        Text(printable(fault.reason.zh), printable(fault.reason.en)) for fault in result.faults[:_MOST_FAULTS]
    ]
    more = len(result.faults) - _MOST_FAULTS
    return (*faults, _MORE.filled(count=more)) if more > 0 else tuple(faults)


def _settled(one: Suppressed) -> Text:
    by, finding = by_words(one), one.finding
    zh, en = (
        words.format(
            code=finding.code,
            message=printable(finding.message.in_language(language)),
            reason=printable(one.reason),
            by=by.in_language(language),
        )
        for words, language in ((_SETTLED.zh, "zh"), (_SETTLED.en, "en"))
    )
    return Text(zh, en)
