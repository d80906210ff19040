"""What stands in a remark beside the report: one cause, or the summary, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from ...finding import Finding, Place
from ...language import Text
from ...result import Result
from ..words.causes import Remark
from ..words.headings import BASIS, DO, NOTE, SEVERITY_WORDS
from ..words.places import place_words
from ..words.printable import printable
from ..words.repairs import RepairWords, repair_place, repair_words
from ..words.settled import notes_of
from ..words.summary.counted import COMMA, counts_of, severities_words
from ..words.summary.unassessed import by_reason, coverage_words
from ..words.summary.whose import NO_ORGAN, NO_YEAR
from .review import Review

_HEAD = Text("审核小结", "Summary of the review")
_WHO = Text("{organ}，{year} 年度", "{organ}, {year}")
_COUNTS = Text("问题 {all} 个：{parts}。", "{all} findings: {parts}.")
_CLEAN = Text("未发现问题。", "No problems found.")
_FULL_STOP = Text("。", ".")
_OPEN = Text("无法判定：{reason}（{count} 项，{codes}）。", "Not assessed: {reason} ({count}, {codes}).")
_OPEN_TOO = Text("另有 {count} 项无法判定，原因从略。", "{count} more could not be assessed, for other reasons.")
_WIDTH, _CELL_WIDTH = 200, 40
_MOST_REASONS = 8


def remark_lines(remark: Remark, review: Review) -> tuple[str, ...]:
    """The heading of a remark (``错误 A303 表三 · …``), what it is, what to do, on what basis."""
    language = review.language
    lines = [_heading(remark, review)]
    several = len(remark.findings) > 1
    lines += [(f"{each.code} " if several else "") + each.message.in_language(language) for each in remark.findings]
    if remark.repair:
        lines += _repair(
            repair_words(review.form, remark.repair, language, _CELL_WIDTH, explains=bool(remark.findings)), language
        )
    else:
        suggestions = dict.fromkeys(each.suggestion.in_language(language) for each in remark.findings)
        lines += [DO.in_language(language) + words for words in suggestions]
    bases = dict.fromkeys(each.basis.in_language(language) for each in remark.findings)
    lines += [BASIS.in_language(language) + words for words in bases]
    return tuple(printable(line) for line in lines)


def summary_words(review: Review) -> tuple[str, ...]:
    """Whose report it is, how many findings, how many checks, what could not be assessed, what the file has."""
    result, language = review.result, review.language
    report = result.report
    organ = report.organ or NO_ORGAN.in_language(language)
    year = report.year or NO_YEAR.in_language(language)
    lines = [
        _HEAD.in_language(language),
        _WHO.in_language(language).format(organ=organ, year=year) if report.year else f"{organ} {year}",
        findings_words(result, language),
        coverage_words(result.coverage, language) + _FULL_STOP.in_language(language),
        *_reasons(result, language),
        *(note if isinstance(note, str) else note.in_language(language) for note in notes_of(result)),
    ]
    return tuple(printable(line) for line in lines)


def findings_words(result: Result, language: str) -> str:
    """``问题 3 个：错误 1，疑点 2，提示 0。``"""
    if not result.findings:
        return _CLEAN.in_language(language)
    listed = severities_words(counts_of(result.findings), language)
    return _COUNTS.in_language(language).format(all=len(result.findings), parts=listed)


def _heading(remark: Remark, review: Review) -> str:
    severity = SEVERITY_WORDS[remark.severity].in_language(review.language)
    codes = " ".join(dict.fromkeys(finding.code for finding in remark.findings))
    place = place_words(review.form, _place(remark, review), review.language, _WIDTH)
    return f"{severity} {codes}  {place}" if codes else f"{severity}  {place}"


def _place(remark: Remark, review: Review) -> Place:
    """That of the finding; of a repair the row and the column that all its cells share."""
    if remark.repair is None or not remark.repair.cells:
        return _first(remark.findings)
    return repair_place(review.form, remark.repair)


def _first(findings: tuple[Finding, ...]) -> Place:
    return findings[0].place if findings else Place()


def _reasons(result: Result, language: str) -> Iterator[str]:
    """Why some checks could not be made; silence must not be taken for a pass."""
    grouped = by_reason(result.coverage, language)
    for reason, items in list(grouped.items())[:_MOST_REASONS]:
        codes = COMMA.in_language(language).join(dict.fromkeys(item.rule for item in items))
        yield _OPEN.in_language(language).format(reason=reason, count=len(items), codes=codes)
    left = sum(len(items) for items in list(grouped.values())[_MOST_REASONS:])
    if left:
        yield _OPEN_TOO.in_language(language).format(count=left)


def _repair(words: RepairWords, language: str) -> Iterator[str]:
    """The answers, what else is known, what to do."""
    if len(words.answers) == 1:
        yield words.head + COMMA.in_language(language).join(words.answers[0])
    elif words.answers:
        yield words.head
        for number, answer in enumerate(words.answers, start=1):
            yield f"{number}. {COMMA.in_language(language).join(answer)}"
    if words.hidden:
        yield words.hidden
    yield from (NOTE.in_language(language) + note for note in words.notes)
    yield DO.in_language(language) + words.advice
