"""Run the rules on a report, drop what says the same fault twice, sort."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..checks import Failed, NotAssessable, Outcome, Passed, Subject
from ..checks.subject.beside import Beside
from ..checks.subject.filing import Filing
from ..checks.subject.identity.last_year import not_compared
from ..errors import RuleError
from ..finding import Coverage, Finding, Place, Unassessed
from ..language import Text
from ..personal_numbers import masked
from ..rulebook.kinds import Need
from ..rulebook.packs import Rule
from .fingerprints import fingerprints
from .fixes import Fixes
from .repeated import Repeated
from .silencing import without_silenced
from .surroundings import Surroundings
from .unread_parts import UnreadParts

_LACKING = {
    Need.TEXT: Text("文件只有表格，没有正文", "the file holds tables only and no text"),
    Need.COPIES: Text("没有与其他单位的年报比对", "the text was not compared with other units' reports"),
}


class Judged(Struct, frozen=True):
    """The findings of a report and how much of it was checked."""

    findings: tuple[Finding, ...]
    coverage: Coverage


def judge(subject: Subject, rules: Sequence[Rule]) -> Judged:
    """Run some rules on a report; where a decisive one fails, no other says anything.

    Rules about other papers are asked only where something lies beside the report; those about a set of units or the
    汇总表 only of the report that has them beside it; those about what was handed in never are (``judge_filing``).
    """
    rules = [rule for rule in rules if is_asked(rule, subject.beside)]
    first = [rule for rule in rules if rule.check.kind.decisive]
    asked = _Asked(subject)
    decided = _run(asked, first)
    if not decided.findings:
        return _run(asked, rules)
    title = next(rule.title for rule in first if rule.code == decided.findings[0].code)
    others = tuple(Unassessed(rule.code, Place(), title) for rule in rules if rule not in first)
    return Judged(decided.findings, Coverage(0, len(decided.findings), len(others), others))


def judge_filing(filing: Filing, rules: Sequence[Rule]) -> Judged:
    """Run the rules about what a unit has handed in."""
    findings: list[Finding] = []
    passed = 0
    for rule in (rule for rule in rules if Need.FILING in rule.check.kind.needs):
        for outcome in rule.check.kind.check(filing, rule.check.options):
            if isinstance(outcome, Failed):
                findings.append(_finding(rule, outcome, None))
            else:
                passed += isinstance(outcome, Passed)
    return Judged(fingerprints(findings), Coverage(passed, len(findings)))


def is_asked(rule: Rule, beside: Beside | None) -> bool:
    """Whether a rule is asked of a report that has these papers beside it."""
    kind = rule.check.kind
    if Need.FILING in kind.needs or (beside is None and kind.needs_papers):
        return False
    own = _of_the_set(beside) if beside else {}
    return not any(paper is None for need, paper in own.items() if need in kind.needs)


def _of_the_set(beside: Beside) -> dict[Need, object]:
    return {Need.SET: beside.units, Need.COPIES: beside.copies, Need.WORKBOOK: beside.workbook}


class _Asked:
    """One report and what its checks have said of it: each is asked once."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.around = Surroundings(subject.document)
        self.fixes = Fixes(subject.document, self.around)
        self.unread = UnreadParts(subject)
        self._missing = _missing(subject)
        self._said: dict[str, tuple[Outcome, ...]] = {}

    def lacking(self, rule: Rule) -> Text | None:
        """What a rule needs and is not there."""
        return next((self._missing[need] for need in rule.check.kind.needs if need in self._missing), None)

    def outcomes(self, rule: Rule) -> tuple[Outcome, ...]:
        """The outcomes of a rule's check."""
        if rule.code not in self._said:
            self._said[rule.code] = tuple(rule.check.kind.check(self.subject, rule.check.options))
        return self._said[rule.code]


def _run(asked: _Asked, rules: Sequence[Rule]) -> Judged:
    findings: list[Finding] = []
    unassessed: list[Unassessed] = []
    passed = 0
    for rule in rules:
        lacking = asked.lacking(rule)
        if lacking:
            unassessed.append(Unassessed(rule.code, Place(), lacking))
            continue
        repeated = Repeated(asked.around)
        for outcome in asked.outcomes(rule):
            if isinstance(outcome, Passed):
                passed += 1
            elif isinstance(outcome, NotAssessable):
                unassessed.append(Unassessed(rule.code, outcome.place, outcome.reason))
            elif rule.check.kind.absence and (reason := asked.unread.reason(outcome.place)):
                unassessed.append(Unassessed(rule.code, outcome.place, reason))
            elif not repeated.is_enough(outcome):
                findings.append(_finding(rule, outcome, asked))
    kept = fingerprints(sorted(without_silenced(findings, rules), key=order))
    return Judged(kept, Coverage(passed, len(kept), len(unassessed), tuple(unassessed)))


def _missing(subject: Subject) -> dict[Need, Text]:
    """What cannot be looked at, and why."""
    missing = {Need.TEXT: _LACKING[Need.TEXT]} if subject.document.tables_only else {}
    beside = subject.beside or Beside()
    missing |= {Need.COPIES: _LACKING[Need.COPIES]} if beside.copies is None else {}
    why_not = not_compared(subject.report, beside)
    return missing | ({Need.PREVIOUS: why_not} if why_not else {})


def _finding(rule: Rule, outcome: Failed, asked: _Asked | None) -> Finding:
    wording = rule.wording(outcome.wording)
    around = asked.around if asked else None
    fix, unfixed = asked.fixes.of(outcome.fix) if asked else (None, None)
    return Finding(
        code=rule.code,
        rule=rule.name,
        family=rule.family,
        severity=rule.severity_of(outcome.wording),
        message=_fill(rule, wording.message, outcome.values),
        suggestion=_fill(rule, wording.suggestion, outcome.values),
        basis=rule.basis,
        place=outcome.place,
        location=outcome.location,
        quote=masked(outcome.quote),
        span=around.span(outcome.location) if around else None,
        context=around.context(outcome) if around else None,
        expected=outcome.expected,
        actual=outcome.actual,
        evidence=outcome.evidence,
        fix=fix,
        unfixed=unfixed,
        fingerprint="",
    )


def _fill(rule: Rule, template: Text, values: dict[str, Text | str]) -> Text:
    return Text(_filled(rule, template.zh, values, "zh"), _filled(rule, template.en, values, "en"))


def _filled(rule: Rule, template: str, values: dict[str, Text | str], language: str) -> str:
    said = {key: value.in_language(language) if isinstance(value, Text) else value for key, value in values.items()}
    words = {key: masked(value) for key, value in said.items()}
    try:
        return template.format_map(words)
    except KeyError as error:
        reason = Text(f"提示中的 {error} 没有对应的内容", f"nothing stands behind {error} in the message")
        raise RuleError(rule.path, reason, rule.spot, rule.code) from error


def order(finding: Finding) -> tuple[object, ...]:
    """Place in the file, then gravity, then code; what is equal stays in the order of the form."""
    at = finding.location
    keys = (at.start, at.page, at.paragraph, at.table, at.row, at.cell)
    return (*(key or 0 for key in keys), finding.severity.rank, finding.code)
