"""What stands in a remark beside the report: one finding, or the summary, line by line."""

from __future__ import annotations

from collections.abc import Iterator

from ...finding import Finding, Place, Repair, Result, Severity
from ...form import Form
from ...language import Text
from ...rulebook.forms import load_form
from ..words.headings import BASIS, DO, SEVERITY_WORDS
from ..words.places import place_words
from ..words.printable import printable

_CHANGE = Text("{place}由 {printed} 改为 {suggested}", "{place} from {printed} to {suggested}")
_TRIAL = Text(
    "试算：{changes}，勾稽即平（只有这一种改法）。请对照台账核实，确系填错的再改。",
    "Trial: changing {changes} balances, and nothing else as small does. Check your records before you change it.",
)
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
_COMMA, _BLANK = Text("，", ", "), Text("（空）", "(blank)")
_WIDTH = 200
_MOST_REASONS = 8


def finding_words(finding: Finding, result: Result, language: str) -> tuple[str, ...]:
    """The heading of a finding (``错误 A303 表三 · …``), what it is, what to do, on what basis."""
    form = load_form(result.report.form)
    place = place_words(form, finding.place, language, _WIDTH)
    severity = SEVERITY_WORDS[finding.severity].in_language(language)
    lines = [f"{severity} {finding.code}  {place}", finding.message]
    trial = _trial(finding, result.repairs, form, language)
    lines += [trial] if trial else []
    lines += [DO.in_language(language) + finding.suggestion, BASIS.in_language(language) + finding.basis]
    return tuple(printable(line) for line in lines)


def summary_words(result: Result, language: str) -> tuple[str, ...]:
    """Whose report it is, how many findings, how many checks, what could not be assessed, what the file has."""
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
        *(note if isinstance(note, str) else note.in_language(language) for note in report.document.notes),
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


def _reasons(result: Result, language: str) -> Iterator[str]:
    """Why some checks could not be made; silence must not be taken for a pass."""
    grouped: dict[str, list[str]] = {}
    for item in result.coverage.unassessed:
        grouped.setdefault(item.reason, []).append(item.rule)
    for reason, rules in list(grouped.items())[:_MOST_REASONS]:
        codes = _COMMA.in_language(language).join(dict.fromkeys(rules))
        yield _OPEN.in_language(language).format(reason=reason, count=len(rules), codes=codes)


def _trial(finding: Finding, repairs: tuple[Repair, ...], form: Form, language: str) -> str | None:
    """The only correction that mends the finding, where there is one."""
    for repair in repairs:
        if repair.unique and repair.cells and finding.fingerprint in repair.explains:
            changes = [
                _CHANGE.in_language(language).format(
                    place=place_words(form, Place(None, repair.table, each.row, each.column), language, _WIDTH),
                    printed=each.printed or _BLANK.in_language(language),
                    suggested=each.suggested,
                )
                for each in repair.cells
            ]
            return _TRIAL.in_language(language).format(changes=_COMMA.in_language(language).join(changes))
    return None
