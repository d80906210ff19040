"""The 汇总表: one row per unit, whichever way its columns are named; and never read as one report."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl
import pytest

from govreport_lint import ReadError, lint_bytes
from govreport_lint.report import State
from govreport_lint.rollup.label_names import places_of
from govreport_lint.rollup.targets import targets_of
from govreport_lint.rollup.workbook import Rollup, read_rollup
from govreport_lint.rulebook.forms import load_form

FORM = load_form("2021")
UNITS = ("青禾镇", "白石街道", "县水利局")
COLUMNS = FORM.table("applications").columns
Grid = Sequence[Any]


def book_of(*sheets: Grid, merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets):
        sheet = book.create_sheet(f"表{number + 1}")
        for row in rows:
            sheet.append(list(row))
        for area in merged if number == 0 else ():
            sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def values(rollup: Rollup) -> dict[str, dict[tuple[str, str, str], str]]:
    rows = [*rollup.units, *([rollup.total] if rollup.total else [])]
    return {row.unit: {(f.table, f.row, f.column): f.raw for f in row.figures} for row in rows}


def stacked() -> tuple[list[list[Any]], list[str]]:
    """All of 表三 below merged headers of four rows, with numbers, a group of units and a total."""
    table = FORM.table("applications")
    rows = [row for row in table.rows if row.alone is None]
    width = len(rows) * len(COLUMNS)
    header: list[list[Any]] = [[None] * (width + 2) for _ in range(4)]
    header[0][:3] = ["序号", "单位名称", "三、收到和处理政府信息公开申请情况"]
    merged = ["A2:A5", "B2:B5", span(2, 3, 2, width + 2)]
    groups: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        first = 2 + index * len(COLUMNS)
        top = 2 if row.group else 1
        header[top][first] = row.label
        merged.append(span(2 + top, first + 1, 4, first + len(COLUMNS)))
        if row.group:
            groups.setdefault(table.group(row.group).label, []).append(first)
        for offset, column in enumerate(COLUMNS):
            header[3][first + offset] = column.label
    for label, firsts in groups.items():
        header[1][firsts[0]] = label
        merged.append(span(3, firsts[0] + 1, 3, firsts[-1] + len(COLUMNS)))
    rows_of_units: list[list[Any]] = [
        ["某县2024年度政府信息公开工作年度报告数据汇总表", *[None] * (width + 1)],
        *header,
    ]
    rows_of_units.append([None, "乡镇：", *[None] * width])
    rows_of_units.append([1, UNITS[0], *range(width)])
    rows_of_units.append([2, UNITS[1], *["—", None, 0] * (width // 3), *[None] * (width % 3)])
    rows_of_units.append(["合 计", None, *range(width)])
    rows_of_units.append(["填表人：某某", None, *[None] * width])
    bottom = len(rows_of_units) - 1
    return rows_of_units, ["A1:H1", span(bottom, 1, bottom, 2), *merged]


def span(top: int, left: int, bottom: int, right: int) -> str:
    letter = openpyxl.utils.get_column_letter
    return f"{letter(left)}{top}:{letter(right)}{bottom}"


def test_stacked_merged_headers() -> None:
    rows, merged = stacked()
    rollup = read_rollup(book_of(rows, merged=merged), "x")
    places = [(row.key, c.key) for row in FORM.table("applications").rows if row.alone is None for c in COLUMNS]
    first, second = rollup.units
    assert not rollup.unknown_columns
    assert (first.unit, second.unit) == UNITS[:2]
    assert [(f.row, f.column) for f in first.figures] == places
    assert [f.value for f in first.figures] == list(range(len(places)))
    assert [f.state for f in second.figures[:3]] == [State.DASH, State.BLANK, State.ZERO]
    assert rollup.total is not None
    assert rollup.total.unit == "合计" and rollup.total.figures[-1].value == len(places) - 1
    assert (first.location.table, first.location.row, first.location.cell) == (1, 7, 2)
    assert first.figures[2].location.cell == 5


FLAT = {
    "单位": UNITS, "新收-总计": (3, 0, 1), "本年新收（自然人）": (2, "/", None), "行政复议 结果维持": (1, 0, 0),
    "规章 本年制发件数": (0, 0, 0), "行政规范性文件现行有效件数": (5, None, 0), "行政许可": (12, 3, 0),
    "三、本年度办理结果（三）不予公开1.属于国家秘密-商业企业": (0, 0, 1), "行政事业性收费／本年收费金额（万元）": (1.25, 0, 0),
    "结转下年度（件）": (0, 0, 0), "（七）总计 总计": (3, 0, 1), "行政诉讼-复议后起诉-尚未审结": (0, 0, 0), "备注": ("", "", ""),
}  # fmt: skip
FLAT_PLACES = {
    "applications received total", "applications received natural_person", "remedies review upheld",
    "disclosure regulations issued", "disclosure normative_documents in_force", "disclosure licences decisions",
    "applications refused_state_secret business", "disclosure fees amount", "applications carried_out total",
    "applications handled_total total", "remedies litigation_after_review pending",
}  # fmt: skip


def flat(order: Sequence[str], columns: Mapping[str, Sequence[object]]) -> list[Sequence[object]]:
    return [list(order), *([columns[name][index] for name in order] for index in range(len(UNITS)))]


def test_flat_headers() -> None:
    rollup = read_rollup(book_of(flat(tuple(FLAT), FLAT)), "x")
    assert {" ".join(figure[:3]) for figure in rollup.units[0].figures} == FLAT_PLACES
    assert not rollup.unknown_columns and rollup.total is None
    assert values(rollup)["青禾镇"]["disclosure", "fees", "amount"] == "1.25"
    states = {f.column: f.state for f in rollup.units[1].figures if f.row == "received"}
    assert states == {"total": State.ZERO, "natural_person": State.DASH}


@pytest.mark.parametrize("seed", range(12))
def test_order_of_columns_does_not_matter(seed: int) -> None:
    order = list(FLAT)
    random.Random(seed).shuffle(order)
    assert values(read_rollup(book_of(flat(order, FLAT)), "x")) == values(
        read_rollup(book_of(flat(tuple(FLAT), FLAT)), "x")
    )


def test_two_sheets_are_put_together() -> None:
    first = [["填报单位", "本年新收", "上年结转"], ["青禾镇", 3, 1], ["县水利局", 0, None], ["合计", 3, 1]]
    second = [
        ["单位", "行政复议", None],
        [None, "结果维持", "总计"],
        ["县水利局", 0, 0],
        ["青禾镇", 2, 2],
        ["合计", 2, 2],
    ]
    rollup = read_rollup(book_of([["填表说明"]], first, second), "x")
    found = values(rollup)
    assert list(found) == ["青禾镇", "县水利局", "合计"]
    assert found["青禾镇"]["applications", "received", "total"] == "3"
    assert found["青禾镇"]["remedies", "review", "upheld"] == "2"
    assert {f.location.table for f in rollup.units[0].figures} == {2, 3}
    assert [note.zh for note in rollup.notes] == ["工作表“表1”没有认出表头，未读取"]
    # 总计 below an empty cell may belong to anything.
    assert rollup.unknown_columns == ("表3：总计",)


def test_two_years_are_not_mixed() -> None:
    rows = [["单位", "本年新收", "上年结转"], ["青禾镇", 3, 1]]
    with pytest.raises(ReadError, match="一年") as caught:
        read_rollup(book_of(rows, rows), "x")
    assert "year" in caught.value.english


@pytest.mark.parametrize(
    "label",
    [
        "总计",
        "合计",
        "其他",
        "其他-总计",
        "行政复议",
        "规章",
        "法人或其他组织",
        "新收-法人或其他组织",
        "收到和处理政府信息公开申请情况-总计",
        "其他处理-其他",
        "行政诉讼-总计",
        "新收-部分公开",
        "公开信息条数",
        "本年新收增长率",
        "收费金额（元）",
        "自然人",
        "规章 结果维持",
        "新" * 500,
        "其他" * 40,
    ],
)
def test_a_label_that_names_no_cell_for_certain_is_unknown(label: str) -> None:
    rollup = read_rollup(
        book_of(flat(("单位", "新收", label), {"单位": UNITS, "新收": (1, 2, 3), label: (4, 5, 6)})), "x"
    )
    assert rollup.unknown_columns == (label,)
    assert all(len(row.figures) == 1 for row in rollup.units)


def test_a_cell_named_twice_is_unknown() -> None:
    rows = [["单位", "新收-总计", "本年新收", "上年结转", "其他处理", "逾期不补正"], ["青禾镇", 1, 2, 0, 1, 1]]
    rollup = read_rollup(book_of(rows), "x")
    assert rollup.unknown_columns == ("新收-总计", "本年新收", "其他处理")
    assert [figure.row for figure in rollup.units[0].figures] == ["carried_in", "other_not_corrected"]


@pytest.mark.parametrize(
    ("other", "row"),
    [("其他处理-自然人", "other_handling"), ("其他处理-逾期不补正", "other_other"), ("新收", None)],
)
def test_other_results_are_told_by_the_columns_beside(other: str, row: str | None) -> None:
    rollup = read_rollup(book_of([["单位", "上年结转", other, "其他处理-其他"], ["青禾镇", 0, 1, 2]]), "x")
    assert [figure.row for figure in rollup.units[0].figures if figure.value == 2] == ([row] if row else [])
    assert rollup.unknown_columns == (() if row else ("其他处理-其他",))


@pytest.mark.parametrize(
    ("labels", "place"),
    [
        (("自然人", "（六）其他处理", "3.其他"), ("other_other", "natural_person")),
        (("（六）其他处理", "3.其他", "其他"), ("other_other", "other")),
        (("三、本年度办理结果", "（七）总计", "总计"), ("handled_total", "total")),
        (("依申请公开", "新收", "法人或其他组织", "商业\n企业"), ("received", "business")),
        (("表三", "一、本年新收政府信息公开申请数量", "合计"), ("received", "total")),
        (("（二）部分公开（区分处理的，只计这一情形，不计其他情形）",), ("partly_granted", "total")),
    ],
)
def test_stacked_labels(labels: tuple[str, ...], place: tuple[str, str]) -> None:
    assert places_of(labels, targets_of(FORM)) == {("applications", *place)}


def test_every_cell_of_both_forms_is_named_by_its_labels() -> None:
    for form in (FORM, load_form("2019")):
        for table in form.tables:
            for row in table.rows:
                group = [table.group(row.group).label] if row.group else []
                for column in table.columns_of(row.key):
                    labels = (table.title, *group, row.label, table.column(column).label)
                    if (form.key, row.key, column) == ("2021", "other_handling", "other"):
                        continue  # 其他处理-其他 may be the third part too
                    assert places_of(labels, targets_of(form)) == {(table.key, row.key, column)}, labels


def test_the_form_of_2019_is_known_by_its_columns() -> None:
    rows = [["单位", "规章-本年新制作数量", "政府集中采购-采购总金额", "新收"], ["青禾镇", 1, 2.5, 0]]
    assert read_rollup(book_of(rows), "x").form == "2019"


def test_rows_that_are_no_units() -> None:
    rows = [
        ["填报单位：某县政务公开办", None, None],
        ["序号", "机关名称", "本年新收", "上年结转"],
        [None, "栏次", 1, 2],
        ["一", "县直部门", None, None],
        [1, "县水利局", 3, 0],
        [None, "小计", 3, 0],
        ["二", "各乡镇", None, None],
        [2, "青禾镇", None, None],
        [3, "白石街道", "未报", "—"],
        [None, None, 7, 0],
        [None, "全县合计", 10, 0],
        [None, "注：数据截至12月31日。", None, None],
    ]
    rollup = read_rollup(book_of(rows), "x")
    # 青禾镇 has given no figures, which is for the audit to say; a row without a name keeps its figures.
    assert [row.unit for row in rollup.units] == ["县水利局", "青禾镇", "白石街道", ""]
    assert [f.state for f in rollup.units[2].figures] == [State.TEXT, State.DASH]
    assert rollup.total is not None and rollup.total.unit == "全县合计"


def test_a_number_merged_over_two_cells_is_nobodys() -> None:
    rows = [["单位", "新收", "上年结转"], ["青禾镇", 3, None], ["白石街道", 1, 1]]
    first = read_rollup(book_of(rows, merged=["B2:C2"]), "x").units[0]
    assert [(f.raw, f.state) for f in first.figures] == [("3", State.TEXT), ("3", State.TEXT)]


def test_without_a_unit_header_the_first_words_are_the_units() -> None:
    rows = [["序号", None, "新收"], [1, "青禾镇", 3], [2, "白石街道", 1]]
    assert [row.unit for row in read_rollup(book_of(rows), "x").units] == ["青禾镇", "白石街道"]


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ([["单位", "公开条数"], ["青禾镇", 3]], "没有认出"),
        ([["x"]], "没有认出"),
        (
            [
                ["单位", "申请人", "新收", "上年结转"],
                ["青禾镇", "自然人", 3, 0],
                [None, "合作社", 3, 0],
                [None, "总计", 3, 0],
            ],
            "表1!B3",
        ),
        (
            [
                ["单位", "申请人", "新收", "上年结转"],
                ["青禾镇", "自然人", 3, 0],
                ["青禾镇", "自然人", 3, 0],
                [None, "总计", 3, 0],
            ],
            "表1!C3",
        ),
        ([["单位", "新收"], ["青禾镇", 3], ["合计", 3], ["总计", 4]], "不止一行合计（表1!A3、表1!A4）"),
    ],
)
def test_what_is_refused(rows: Grid, word: str) -> None:
    with pytest.raises(ReadError, match=word) as caught:
        read_rollup(book_of(rows), "x")
    assert caught.value.english.isascii() or "汇总表" not in caught.value.english


@pytest.mark.parametrize("layout", ["flat", "stacked"])
def test_a_roll_up_is_not_read_as_one_report(layout: str) -> None:
    data = book_of(flat(tuple(FLAT), FLAT)) if layout == "flat" else book_of(stacked()[0], merged=stacked()[1])
    with pytest.raises(ReadError, match="不是一份年报，看起来是汇总表") as caught:
        lint_bytes(data, "汇总.xlsx")
    assert "roll-up" in caught.value.english


def test_a_large_roll_up_is_told_as_such() -> None:
    names = [f"{row.short}-{column.label}" for row in FORM.table("applications").rows[:20] for column in COLUMNS]
    rows = [["单位", *names], *([f"第{number}镇", *[0] * len(names)] for number in range(200))]
    with pytest.raises(ReadError, match="看起来是汇总表"):
        lint_bytes(book_of(rows), "汇总.xlsx")
