"""What stands in a cell: a number, nothing, a dash, or something else; never a mark for a digit."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from layouts import LAYOUTS

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
        ("9" * 15, "number", 999_999_999_999_999),
        ("1" * 16, "text", None),
        ("1,234,567,890,123,456", "text", None),
        ("٣" * 19 + "1", "text", None),
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


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("word", ["不适用", "暂无", "不涉及", "没有", "——", "──", "－", "Ｎ／Ａ", "～"])
def test_words_and_dashes_for_none_are_blank_cells_in_every_layout(word: str, layout: str) -> None:
    format_name, lay = LAYOUTS[layout]
    result = lint_text(lay(standard_report().replace("| 0 ", f"| {word} ")), format_name)
    assert [found.code for found in result.findings] == ["T205", "T205", "T205"]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("zero", ["零", "〇", "０", "0①", "0[1]", "0*", "0²"])
def test_words_for_zero_are_zero_in_every_layout(zero: str, layout: str) -> None:
    format_name, lay = LAYOUTS[layout]
    result = lint_text(lay(standard_report().replace("| 0 ", f"| {zero} ")), format_name)
    assert [found.code for found in result.findings] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", ["{}件", "约{}", "待核"])
def test_a_table_filled_with_words_is_one_fault(text: str, layout: str) -> None:
    format_name, lay = LAYOUTS[layout]
    report = re.sub(r"(?<=\| )\d+(?= \|)", lambda found: text.format(found[0]), standard_report())
    result = lint_text(lay(report), format_name)
    told = [(found.code, found.place.table) for found in result.findings if found.severity == "error"]
    assert len(told) == len(set(told))
    assert {code for code, _ in told} <= {"T206"}


def received(*cells: str) -> str:
    row = next(line for line in standard_report().splitlines() if "本年新收" in line and line.startswith("|"))
    return standard_report().replace(row, f"| 一、本年新收政府信息公开申请数量 | | | {' | '.join(cells)} |")


@pytest.mark.parametrize("parted", ["1 0", "1<br>0", "1　0", "1 0*"])
def test_parted_digits_are_one_number_where_the_row_adds_up(parted: str) -> None:
    result = lint_text(received(parted, "2", "0", "0", "0", "0", "1 2"))
    assert [(found.code, found.severity) for found in result.findings] == [("T215", "info")]
    figure = result.report.figure("applications", "received", "natural_person")
    assert figure is not None and figure.value == 10


@pytest.mark.parametrize(("parted", "total"), [("1 0", "13"), ("2 0", "12"), ("1 0件", "12"), ("0 10", "12")])
def test_parted_digits_are_no_number_where_nothing_says_so(parted: str, total: str) -> None:
    result = lint_text(received(parted, "2", "0", "0", "0", "0", total))
    assert "T206" in [found.code for found in result.findings]
    figure = result.report.figure("applications", "received", "natural_person")
    assert figure is not None and figure.value is None
