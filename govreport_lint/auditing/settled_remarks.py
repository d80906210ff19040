"""What units have settled by themselves, by comments in their files: the county is told of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..language import Text
from .audited import Audited, SettledInFile

_UNIT = Text(
    "{unit} 在年报文件中用注释注明不报 {count} 项，未列入问题清单：{told}",
    "{unit} has settled {count} findings by comments in its file; they are no items: {told}",
)
_ONE = Text("{code} {where}（第 {line} 行：{reason}）", "{code} {where} (line {line}: {reason})")
_MORE = Text("等", "and more")
_MORE_UNITS = Text(
    "另有 {units} 个单位在年报文件中用注释注明不报 {count} 项，未列入问题清单",
    "{units} more units have settled {count} findings by comments in their files; they are no items",
)
_MOST_UNITS, _MOST_FINDINGS = 30, 5


def settled_remarks(every: Iterable[Audited]) -> Iterator[Text]:
    """A remark for each unit, with its reasons; of very many units the first, and how many there are more."""
    own = [audited for audited in every if audited.settled]
    yield from (Text(*(_told(audited, language) for language in ("zh", "en"))) for audited in own[:_MOST_UNITS])
    if rest := own[_MOST_UNITS:]:
        count = sum(len(audited.settled) for audited in rest)
        yield Text(*(words.format(units=len(rest), count=count) for words in (_MORE_UNITS.zh, _MORE_UNITS.en)))


def _told(audited: Audited, language: str) -> str:
    name = audited.unit.name if audited.unit else audited.filing.unit
    shown = [_one(one, language) for one in audited.settled[:_MOST_FINDINGS]]
    if len(audited.settled) > _MOST_FINDINGS:
        shown.append(_MORE.in_language(language))
    told = ("; " if language == "en" else "；").join(shown)
    return _UNIT.in_language(language).format(unit=name, count=len(audited.settled), told=told)


def _one(one: SettledInFile, language: str) -> str:
    where = one.where.in_language(language)
    return _ONE.in_language(language).format(code=one.code, where=where, line=one.line, reason=one.reason)
