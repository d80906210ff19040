"""What stands in a remark beside the report: one cause, or the summary, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from ...finding import Change, Finding, Place, Repair, Severity
from ...language import Text
from ...result import Result
from ..words.causes import Remark
from ..words.headings import BASIS, DO, SEVERITY_WORDS
from ..words.places import place_words
from ..words.printable import printable
from .review import Review

_CHANGE = Text("{place}由 {printed} 改为 {suggested}", "{place} from {printed} to {suggested}")
_FILL = Text("{place}填 {suggested}", "{place} as {suggested}")
_TRIAL = Text(
    "试算：{changes}，勾稽即平（只有这一种改法）。请对照台账核实，确系填错的再改。",
    "Trial: changing {changes} balances, and nothing else as small does. Check your records before you change it.",
)
_ANSWERS = Text(
    "试算：下列改法之一即平，请对照台账核实：{answers}{more}。",
    "Trial: one of these balances; check your records: {answers}{more}.",
)
_MORE = Text("（另有 {count} 种）", " (and {count} more)")
_HEAD = Text("审核小结", "Summary of the review")
_WHO = Text("{organ}，{year} 年度", "{organ}, {year}")
_NO_ORGAN, _NO_YEAR = Text("机关名称不明", "organ unknown"), Text("年度不明", "year unknown")
_COUNTS = Text("问题 {all} 个：{parts}。", "{all} findings: {parts}.")
_CLEAN = Text("未发现问题。", "No problems found.")
_CHECKS = Text(
    "检查 {all} 项：通过 {passed}，不通过 {failed}，无法判定 {open}。",
    "{all} checks: {passed} passed, {failed} failed, {open} could not be assessed.",
)
_OPEN = Text("无法判定：{reason}（{count} 项，{codes}）。", "Not assessed: {reason} ({count}, {codes}).")
_COMMA = Text("，", ", ")
_SEMICOLON = Text("；", "; ")
_WIDTH = 200
_MOST_REASONS = 8
_MOST_ANSWERS = 4


def remark_lines(remark: Remark, review: Review) -> tuple[str, ...]:
    """The heading of a remark (``错误 A303 表三 · …``), what it is, what to do, on what basis."""
    language = review.language
    lines = [_heading(remark, review)]
    several = len(remark.findings) > 1
    lines += [(f"{each.code} " if several else "") + each.message.in_language(language) for each in remark.findings]
    if remark.repair:
        lines += [*_trial(remark.repair, review)]
        lines += [reason.in_language(language) for reason in remark.repair.reasons]
    suggestions = dict.fromkeys(each.suggestion.in_language(language) for each in remark.findings)
    lines += [DO.in_language(language) + words for words in suggestions]
    bases = dict.fromkeys(each.basis.in_language(language) for each in remark.findings)
    lines += [BASIS.in_language(language) + words for words in bases]
    return tuple(printable(line) for line in lines)


def summary_words(review: Review) -> tuple[str, ...]:
    """Whose report it is, how many findings, how many checks, what could not be assessed, what the file has."""
    result, language = review.result, review.language
    report, coverage = result.report, result.coverage
    organ = report.organ or _NO_ORGAN.in_language(language)
    year = report.year or _NO_YEAR.in_language(language)
    count = coverage.passed + coverage.failed + coverage.not_assessable
    lines = [
        _HEAD.in_language(language),
        _WHO.in_language(language).format(organ=organ, year=year) if report.year else f"{organ} {year}",
        findings_words(result, language),
        _CHECKS.in_language(language).format(
            all=count, passed=coverage.passed, failed=coverage.failed, open=coverage.not_assessable
        ),
        *_reasons(result, language),
        *(note if isinstance(note, str) else note.in_language(language) for note in result.source.notes),
    ]
    return tuple(printable(line) for line in lines)


def findings_words(result: Result, language: str) -> str:
    """``问题 3 个：错误 1，疑点 2，提示 0。``"""
    if not result.findings:
        return _CLEAN.in_language(language)
    counts = {severity: sum(each.severity is severity for each in result.findings) for severity in Severity}
    parts = [f"{SEVERITY_WORDS[each].in_language(language)} {count}" for each, count in counts.items()]
    listed = _COMMA.in_language(language).join(parts)
    return _COUNTS.in_language(language).format(all=len(result.findings), parts=listed)


def _heading(remark: Remark, review: Review) -> str:
    severity = SEVERITY_WORDS[remark.severity].in_language(review.language)
    codes = " ".join(dict.fromkeys(finding.code for finding in remark.findings))
    place = place_words(review.form, _place(remark, review), review.language, _WIDTH)
    return f"{severity} {codes}  {place}" if codes else f"{severity}  {place}"


def _place(remark: Remark, review: Review) -> Place:
    """That of the finding; of a repair the row and the column that all its cells share."""
    repair = remark.repair
    if repair is None or not repair.cells:
        return _first(remark.findings)
    changes = [change for answer in (repair.cells, *repair.alternatives) for change in answer]
    rows, columns = {change.row for change in changes}, {change.column for change in changes}
    return Place(
        review.form.table(repair.table).section,
        repair.table,
        rows.pop() if len(rows) == 1 else None,
        columns.pop() if len(columns) == 1 else None,
    )


def _first(findings: tuple[Finding, ...]) -> Place:
    return findings[0].place if findings else Place()


def _reasons(result: Result, language: str) -> Iterator[str]:
    """Why some checks could not be made; silence must not be taken for a pass."""
    grouped: dict[str, list[str]] = {}
    for item in result.coverage.unassessed:
        grouped.setdefault(item.reason.in_language(language), []).append(item.rule)
    for reason, rules in list(grouped.items())[:_MOST_REASONS]:
        codes = _COMMA.in_language(language).join(dict.fromkeys(rules))
        yield _OPEN.in_language(language).format(reason=reason, count=len(rules), codes=codes)


def _trial(repair: Repair, review: Review) -> Iterator[str]:
    """The corrections that mend what is wrong, all of them or the first few."""
    if not repair.cells:
        return
    if repair.unique:
        yield _TRIAL.in_language(review.language).format(changes=_changes(repair, repair.cells, review))
        return
    answers = (repair.cells, *repair.alternatives)
    shown = [_changes(repair, answer, review) for answer in answers[:_MOST_ANSWERS]]
    left = len(answers) - len(shown)
    yield _ANSWERS.in_language(review.language).format(
        answers=_SEMICOLON.in_language(review.language).join(shown),
        more=_MORE.in_language(review.language).format(count=left) if left else "",
    )


def _changes(repair: Repair, changes: tuple[Change, ...], review: Review) -> str:
    language = review.language
    words = [
        (_CHANGE if each.printed else _FILL)
        .in_language(language)
        .format(
            place=place_words(review.form, Place(None, repair.table, each.row, each.column), language, _WIDTH),
            printed=each.printed,
            suggested=each.suggested,
        )
        for each in changes
    ]
    return _COMMA.in_language(language).join(words)
