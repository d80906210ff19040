"""Choose the rules, run them, drop what says the same fault twice, sort."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

import msgspec
from msgspec import Struct

from .checks import Failed, Kind, NotAssessable, Passed, kinds, subject_of
from .errors import RuleError
from .finding import SAME, Coverage, Finding, Place, Unassessed
from .language import Text
from .report import Report
from .rulebook.forms import load_form
from .rulebook.packs import Rule

# A workbook holds the tables of a report; what the other families look at stands elsewhere.
_ABOUT_TEXT = frozenset({"structure", "prose", "date", "language"})
_ABOUT_TABLES = "form-of-year"
_TABLES_ONLY = Text("文件只有表格，没有正文", "the file holds tables only and no text")


class Judged(Struct, frozen=True):
    """The findings of a report and how much of it was checked."""

    findings: tuple[Finding, ...]
    coverage: Coverage


def choose(rules: Iterable[Rule], select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    """The rules whose code is selected; the longest matching prefix decides, and ``ignore`` wins a draw."""

    def longest(prefixes: Sequence[str], code: str) -> int:
        return max((len(prefix) for prefix in prefixes if code.startswith(prefix)), default=-1)

    chosen = []
    for rule in rules:
        wanted = longest(select, rule.code) if select else 0
        if wanted >= 0 and wanted > longest(ignore, rule.code):
            chosen.append(rule)
    return tuple(chosen)


def judge(report: Report, rules: Sequence[Rule], language: str = "zh") -> Judged:
    """Run the rules on a report; raises ``RuleError`` for a rule whose check or options are unknown."""
    subject = subject_of(report, load_form(report.form))
    findings: list[Finding] = []
    unassessed: list[Unassessed] = []
    passed = 0
    for rule in rules:
        kind, options = bind(rule)
        if report.document.tables_only and _is_about_text(rule):
            unassessed.append(Unassessed(rule.code, Place(), _TABLES_ONLY.in_language(language)))
            continue
        for outcome in kind.check(subject, options):
            if isinstance(outcome, Passed):
                passed += 1
            elif isinstance(outcome, NotAssessable):
                reason = outcome.reason.in_language(language)
                unassessed.append(Unassessed(rule.code, outcome.place, reason))
            else:
                findings.append(_finding(rule, outcome, language))
    kept = _without_silenced(findings, rules)
    coverage = Coverage(passed, len(kept), len(unassessed), tuple(unassessed))
    return Judged(tuple(sorted(kept, key=_order)), coverage)


def _is_about_text(rule: Rule) -> bool:
    return rule.family in _ABOUT_TEXT and rule.check.get("kind") != _ABOUT_TABLES


def bind(rule: Rule) -> tuple[Kind, object]:
    """The kind of a rule's check and its options; raises ``RuleError``."""
    name = rule.check.get("kind")
    kind = kinds().get(str(name))
    if kind is None:
        raise RuleError(rule.code, f"没有名为 {name!r} 的检查种类")
    try:
        return kind, msgspec.convert(rule.check, kind.options)
    except msgspec.ValidationError as error:
        raise RuleError(rule.code, f"check 写法有误：{error}") from error


def _finding(rule: Rule, outcome: Failed, language: str) -> Finding:
    wording = rule.wording(outcome.wording)
    values = {
        key: value.in_language(language) if isinstance(value, Text) else value for key, value in outcome.values.items()
    }
    return Finding(
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=rule.severity_of(outcome.wording),
        message=_fill(rule, wording.message.in_language(language), values),
        suggestion=_fill(rule, wording.suggestion.in_language(language), values),
        basis=rule.basis.in_language(language),
        place=outcome.place,
        location=outcome.location,
        quote=outcome.quote,
        expected=outcome.expected,
        actual=outcome.actual,
        evidence=outcome.evidence,
        fingerprint=fingerprint(rule.code, outcome.place, outcome.quote),
    )


def _fill(rule: Rule, template: str, values: dict[str, str]) -> str:
    try:
        return template.format_map(values)
    except KeyError as error:
        raise RuleError(rule.code, f"提示中的 {error} 没有对应的内容") from error


def fingerprint(code: str, place: Place, quote: str) -> str:
    """Sixteen hexadecimal digits of code, place and quoted text; no positions, so edits elsewhere keep it."""
    parts = (code, place.section, place.table, place.row, place.column, "".join(quote.split()))
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:16]


def _without_silenced(findings: list[Finding], rules: Sequence[Rule]) -> list[Finding]:
    by_code = {rule.code: rule for rule in rules}
    silenced: set[tuple[object, ...]] = set()
    for finding in findings:
        for silence in by_code[finding.code].silences:
            silenced |= {(code, silence.same, *finding.place.shared(silence.same)) for code in silence.codes}
    if not silenced:
        return findings
    return [finding for finding in findings if not _is_silenced(finding, silenced)]


def _is_silenced(finding: Finding, silenced: set[tuple[object, ...]]) -> bool:
    return any((finding.code, same, *finding.place.shared(same)) in silenced for same in SAME)


def _order(finding: Finding) -> tuple[object, ...]:
    """Place in the file, then gravity, then code; what is equal stays in the order of the form."""
    at = finding.location
    keys = (at.start, at.page, at.paragraph, at.table, at.row, at.cell)
    return (*(key or 0 for key in keys), finding.severity.rank, finding.code)
