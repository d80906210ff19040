"""The shipped rules run on a report that a test has in hand."""

from __future__ import annotations

from govreport_lint.checks import Subject, subject_of
from govreport_lint.document import Document
from govreport_lint.engine.judging import Judged, judge
from govreport_lint.report import Report
from govreport_lint.rulebook.kinds import Need
from govreport_lint.rulebook.packs import Rule
from govreport_lint.rulebook.selection import choose
from govreport_lint.shipped import shipped_rulebook

NOTHING = Document("hand-built", "text", "", ())


def rules() -> tuple[Rule, ...]:
    """Every rule that the project ships."""
    return shipped_rulebook().rules


def alone() -> tuple[Rule, ...]:
    """Those that need nothing but the report itself."""
    return tuple(
        rule for rule in rules() if not rule.check.kind.needs_papers and Need.FILING not in rule.check.kind.needs
    )


def with_examples() -> tuple[Rule, ...]:
    """Those that one office can hold its report against by itself: with last year's at most."""
    of_a_set = {Need.SET, Need.COPIES, Need.WORKBOOK, Need.FILING}
    return tuple(rule for rule in rules() if of_a_set.isdisjoint(rule.check.kind.needs))


def subject_for(report: Report, document: Document = NOTHING) -> Subject:
    """What the checks are given of a report."""
    rulebook = shipped_rulebook()
    return subject_of(report, document, rulebook.form(report.form), rulebook.checks)


def judge_report(report: Report, *codes: str, document: Document = NOTHING) -> Judged:
    """What the rules with these code prefixes say of a report."""
    return judge(subject_for(report, document), choose(rules(), codes, ()))
