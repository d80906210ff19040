"""The same report in any layout gives the same figures and the same findings."""

from __future__ import annotations

import pytest
from faulty_layouts import FAULTS, figures, report_with, said
from layouts import LAYOUTS, as_html

from govreport_lint import lint_text
from govreport_lint.rulebook.pages import standard_report


@pytest.mark.parametrize("layout", [name for name in LAYOUTS if name != "pipes"])
@pytest.mark.parametrize("fault", FAULTS)
def test_layouts_agree(fault: str, layout: str) -> None:
    report = report_with(fault)
    pipes = lint_text(report)
    kind, change = LAYOUTS[layout]
    other = lint_text(change(report), kind)
    assert figures(other) == figures(pipes)
    assert said(other) == said(pipes)
    assert (other.coverage.passed, other.coverage.not_assessable) == (
        pipes.coverage.passed,
        pipes.coverage.not_assessable,
    )
    assert bool(pipes.findings) == (fault != "faultless")


def test_merged_cells_are_really_merged() -> None:
    page = as_html(standard_report())
    assert "colspan=7" in page and "rowspan=22" in page
