"""R805: a report whose prose stands in another unit's."""

from __future__ import annotations

from judging import rules, subject_for
from msgspec.structs import replace
from prose_reports import FIFTH, FIRST, OTHER, prose_report

from govreport_lint.checks.subject.beside import Beside
from govreport_lint.engine.judging import Judged, judge
from govreport_lint.finding import Finding, Severity
from govreport_lint.likeness.alike import Likeness
from govreport_lint.likeness.comparison import compare
from govreport_lint.likeness.text.counted_text import counted_text
from govreport_lint.likeness.text.phrases import load_phrases
from govreport_lint.likeness.text.prints import print_of
from govreport_lint.report import Report
from govreport_lint.rulebook.selection import choose

REPORT = prose_report()


def judged(report: Report, *copies: Likeness) -> Judged:
    subject = replace(subject_for(report), beside=Beside(copies=copies))
    return judge(subject, choose(rules(), ("R805",), ()))


def like(own: Report, other: Report, unit: str, templates: dict[int, int] | None = None) -> Likeness:
    return compare(own, other, (), label=unit, templates=templates)


def only(found: Judged) -> Finding:
    (finding,) = found.findings
    return finding


def test_a_mere_copy_is_told_with_the_unit_and_the_passage() -> None:
    finding = only(judged(REPORT, like(REPORT, prose_report(organ="青山县红石乡人民政府"), "红石乡")))
    assert finding.severity is Severity.WARNING
    assert finding.message.zh == "正文基本照搬红石乡的年报，重复率100%。"
    assert finding.quote in "".join(FIRST) or finding.quote.endswith("…")
    assert finding.place.section == 1
    assert [one.source for one in finding.evidence] == ["红石乡"]


def test_half_a_copy_is_a_doubt_and_less_is_nothing() -> None:
    half = prose_report((*FIRST[:2], *OTHER[:2]), ())
    finding = only(judged(half, like(half, REPORT, "红石乡")))
    assert finding.message.zh.startswith("正文与红石乡的年报雷同，重复率")
    quarter = prose_report((*FIRST[:1], *OTHER), ())
    assert judged(quarter, like(quarter, REPORT, "红石乡")).findings == ()
    assert judged(quarter, like(quarter, REPORT, "红石乡")).coverage.passed == 1


def test_other_units_are_named_in_the_same_finding() -> None:
    finding = only(judged(REPORT, like(REPORT, REPORT, "红石乡"), like(REPORT, prose_report(FIRST, ()), "财政局")))
    assert "与财政局（" in finding.message.zh and "with 财政局" in finding.message.en


def test_a_template_is_no_copy() -> None:
    text = counted_text(prose_report(FIRST, ()), (), load_phrases())
    templates = {print_of(text.words(clause)): 20 for clause in text.clauses}
    own = prose_report(FIRST, OTHER)
    assert judged(own, like(own, prose_report(FIRST, FIFTH), "红石乡", templates)).findings == ()


def test_too_little_text_of_its_own_is_not_judged() -> None:
    short = prose_report(FIRST[:1], ())
    found = judged(short, like(short, short, "红石乡"))
    assert found.findings == ()
    assert [entry.reason.zh for entry in found.coverage.unassessed] == ["扣除套话和模板后，可比对的文字不足100字"]


def test_nothing_alike_is_in_order_and_nothing_compared_is_not_asked() -> None:
    assert judged(REPORT).coverage.passed == 1
    alone = judge(replace(subject_for(REPORT), beside=Beside()), choose(rules(), ("R805",), ()))
    assert (alone.findings, alone.coverage.not_assessable) == ((), 0)
