"""What stands in a cell: a number, nothing, a dash, or something else; never a mark for a digit."""

from __future__ import annotations

from decimal import Decimal

import pytest

from govreport_lint import lint_text
from govreport_lint.cells import read_cell
from govreport_lint.rulebook.pages import standard_report


@pytest.mark.parametrize(
    ("printed", "state", "value"),
    [
        ("27", "number", 27),
        ("２７", "number", 27),
        ("1,095", "number", 1095),
        ("0", "zero", 0),
        ("零", "zero", 0),
        ("〇", "zero", 0),
        ("27①", "number", 27),
        ("27²", "number", 27),
        ("27[^1]", "number", 27),
        ("27 [1]", "number", 27),
        ("27*", "number", 27),
        ("27（其中修订16件）", "number", 27),
        ("\u202a27\u202c", "number", 27),
        ("2\u200b7", "number", 27),
        ("\u180e0", "zero", 0),
        ("", "blank", None),
        ("\u200b\u3000", "blank", None),
        ("不适用", "dash", None),
        ("暂无", "dash", None),
        ("——", "dash", None),
        ("──", "dash", None),
        ("①", "text", None),
        ("①②③", "text", None),
        ("27*5", "text", None),
        ("4 1", "text", None),
        ("3件", "text", None),
        ("007", "text", None),
        ("1" * 25, "text", None),
        ("9" * 5000, "text", None),
    ],
)
def test_cells(printed: str, state: str, value: int | None) -> None:
    assert read_cell(printed) == (state, value)


def test_amounts() -> None:
    assert read_cell("53.66万元", "amount") == ("number", Decimal("53.66"))
    assert read_cell("53.66万元")[0] == "text"


@pytest.mark.parametrize(
    "sentence", ["国务院令第{}号", "收到政府信息公开申请{}件", "国办公开办函〔2021〕{}号", "第{}条", "占{}%"]
)
def test_endless_digits_in_the_prose_are_no_fault(sentence: str) -> None:
    text = standard_report().replace(
        "（二）依申请公开情况。", "（二）依申请公开情况。" + sentence.format("9" * 5000) + "。", 1
    )
    assert lint_text(text).coverage.passed
