"""One fault is one finding: what another finding tells more exactly is dropped."""

from __future__ import annotations

import pytest
from placing import place

from govreport_lint import Finding, lint_text
from govreport_lint.rulebook.pages import Replacement, standard_report

RESULTS = "办结申请12件，其中予以公开{}件、部分公开1件、不予公开1件、无法提供3件、不予处理1件、其他处理0件。"


def said(text: str, *codes: str) -> list[Finding]:
    report = place(standard_report(), [Replacement("paragraph （二）", f"（二）依申请公开情况。{text}")])
    return list(lint_text(report, select=codes).findings)


def test_one_wrong_category_is_the_finding_about_the_table() -> None:
    assert [finding.code for finding in said(RESULTS.format(6), "N")] == []
    (found,) = said(RESULTS.format(9), "N")
    assert (found.code, found.expected, found.actual) == ("N505", "6", "9")


def test_a_wrong_total_is_the_finding_about_the_table() -> None:
    (found,) = said("全年收到政府信息公开申请15件，其中网上申请8件、信函申请3件、其他申请1件。", "N")
    assert (found.code, found.expected, found.actual) == ("N501", "12", "15")


def test_a_list_that_is_wrong_by_another_number_is_told_too() -> None:
    found = said("全年收到政府信息公开申请15件，其中网上申请8件、信函申请3件、其他申请2件。", "N")
    assert sorted(finding.code for finding in found) == ["N501", "N511"]


@pytest.mark.parametrize("text", [RESULTS.format(9), "全年收到政府信息公开申请13件，其中网上8件、信函3件、其他1件。"])
def test_nothing_is_told_twice(text: str) -> None:
    found = said(text, "N511")
    assert len({(finding.location, finding.message) for finding in found}) == len(found) == 1
