"""The same, said of the same words again and again: the first are told, what differs and what is mended always."""

from __future__ import annotations

from placing import place

from govreport_lint import Finding, lint_text
from govreport_lint.rulebook.pages import Replacement, standard_report


def said(text: str, code: str) -> list[Finding]:
    report = place(standard_report(), [Replacement("paragraph （二）", f"（二）依申请公开情况。{text}")])
    return list(lint_text(report, select=[code]).findings)


def test_a_date_that_is_pasted_in_a_thousand_times_is_told_eight_times() -> None:
    assert len(said("2024年2月30日、" * 1000, "D607")) == 8
    assert len(said("2024年2月30日、" * 7, "D607")) == 7


def test_every_paragraph_has_its_own() -> None:
    assert len(said("全年工作。\n\n2024年2月30日。" * 20, "D607")) == 20


def test_what_differs_is_told_beside_it() -> None:
    found = said("2024年2月30日、" * 100 + "2024年13月1日。", "D607")
    assert len(found) == 9 and found[-1].quote == "2024年13月1日"


def test_what_is_mended_is_told_each_time() -> None:
    found = said("本年公开信息，，情况良好。" * 20, "L")
    assert len([finding for finding in found if finding.fix]) == 20
