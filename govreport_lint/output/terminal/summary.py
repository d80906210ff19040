"""How many checks passed, failed and could not be assessed and why; and what all files together come to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...finding import Coverage, Place, Unassessed
from ...form import Form
from ...language import Text
from ...result import Result
from ...rulebook.rulebook import Rulebook
from ..words.places import place_words
from ..words.printable import printable
from ..words.problems import Totals
from ..words.settled import by_words, known_words, told_of
from ..words.summary.counted import COMMA, counts_in, counts_of, severities_words
from ..words.summary.unassessed import coverage_words
from .drawing.styled import Styled, styled
from .drawing.view import View, paragraph

_CLEAN = Text("未发现问题", "No problems found")
_NO_OTHERS = Text("除已有说明的外，未发现问题", "No problems found besides those that are settled")
_CLEAN_SO_FAR = Text(
    "已检查的部分未发现问题，另有 {count} 项无法判定",
    "No problems in what could be checked; {count} checks could not be made",
)
_UNKNOWN = Text("没有一项检查能够作出判断", "Not one check could be made")
_SUMMED = Text("问题 {all} 个：{parts}", "{all} findings: {parts}")
_REASON = Text("无法判定 {count} 项：{reason}（{parts}）", "{count} could not be assessed: {reason} ({parts})")
_ALIKE = Text(" 等", " and so on")
_QUOTED = re.compile("“[^”]*”")
_AND_MORE = Text("等 {count} 处", "… {count} in all")
_FILES = Text("共 {files} 个文件：{parts}", "{files} files: {parts}")
_PROBLEMS = Text("{count} 个文件未能检查", "{count} could not be checked")
_SETTLED = Text("另有 {count} 项按说明不报：", "{count} more were settled:")
_SETTLED_ONE = Text("{code} {place}：{reason}（{by}）", "{code} {place}: {reason} ({by})")
_SHOWN_PLACES = 3


def summary_lines(view: View, form: Form, result: Result, rulebook: Rulebook) -> Iterator[Styled]:
    """The counts of one file, why some checks could not be made."""
    coverage = result.coverage
    yield from _verdict(view, result)
    yield from paragraph(coverage_words(coverage, view.language), view.width)
    yield from _reasons(view, form, coverage, rulebook)
    yield from _settled(view, form, result)


def total_lines(view: View, totals: Totals, remarks: tuple[str, ...]) -> Iterator[Styled]:
    """What several files come to; ``remarks`` say what was passed over in folders."""
    if totals.files > 1:
        parts = [severities_words(counts_in(totals), view.language)]
        if totals.problems:
            parts.append(view.say(_PROBLEMS, count=totals.problems))
        words = view.say(_FILES, files=totals.files, parts=COMMA.in_language(view.language).join(parts))
        yield from paragraph(words, view.width, style="bold")
    for remark in remarks:
        yield from paragraph(remark, view.width)


def _verdict(view: View, result: Result) -> Iterator[Styled]:
    if not result.findings and result.suppressed:
        yield styled(view.say(_NO_OTHERS), "bold green")
        return
    if not result.findings:
        yield _silence(view, result.coverage)
        return
    counts = severities_words(counts_of(result.findings), view.language)
    words = view.say(_SUMMED, all=len(result.findings), parts=counts)
    yield from paragraph(words, view.width, style="bold")


def _settled(view: View, form: Form, result: Result) -> Iterator[Styled]:
    """What is not reported because somebody has settled it, each with the reason."""
    told = told_of(result)
    if told:
        yield from paragraph(view.say(_SETTLED, count=len(told)), view.width)
    for one in told:
        finding = one.finding
        place = place_words(form, finding.place, view.language, 40)
        reason, by = printable(one.reason), view.words(by_words(one))
        words = view.say(_SETTLED_ONE, code=finding.code, place=place, reason=reason, by=by)
        yield from paragraph(words, view.width, head="  ")
    for known in known_words(result):
        yield from paragraph(view.words(known), view.width)


def _silence(view: View, coverage: Coverage) -> Styled:
    """What it means that nothing was found: all is fine only where all was checked."""
    if not coverage.passed:
        return styled(view.say(_UNKNOWN), "bold yellow")
    if coverage.not_assessable:
        return styled(view.say(_CLEAN_SO_FAR, count=coverage.not_assessable), "bold green")
    return styled(view.say(_CLEAN), "bold green")


def _reasons(view: View, form: Form, coverage: Coverage, rulebook: Rulebook) -> Iterator[Styled]:
    """One line for each reason, whatever rows it names: the rules, and for a single rule the first places."""
    grouped: dict[str, list[Unassessed]] = {}
    for item in coverage.unassessed:
        grouped.setdefault(_QUOTED.sub("“”", view.words(item.reason)), []).append(item)
    for items in grouped.values():
        codes = Counter(item.rule for item in items)
        reason = view.words(items[0].reason) + (view.say(_ALIKE) if len({item.reason for item in items}) > 1 else "")
        if len(codes) == 1:
            code = items[0].rule
            places = _places(view, form, [item.place for item in items])
            told = [f"{code} {view.words(rulebook.by_name[code].title)}", *places]
        else:
            told = [_codes(codes)]
        parts = ("; " if view.language == "en" else "；").join(told)
        words = view.say(_REASON, count=len(items), reason=reason, parts=parts)
        yield from paragraph(words, view.width, head="  ")


def _codes(codes: Counter[str]) -> str:
    """The rules with how often each: ``A301×7 A304``."""
    return " ".join(code + (f"×{count}" if count > 1 else "") for code, count in sorted(codes.items()))


def _places(view: View, form: Form, places: list[Place]) -> list[str]:
    """The first places in words, in one text; none where the rule is about the whole report."""
    known = [place for place in places if place != Place()]
    words = dict.fromkeys(place_words(form, place, view.language, 40) for place in known)
    if not words:
        return []
    shown = ("; " if view.language == "en" else "；").join(list(words)[:_SHOWN_PLACES])
    if len(words) > _SHOWN_PLACES:
        shown += " " + view.say(_AND_MORE, count=len(words))
    return [shown]
