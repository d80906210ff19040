"""A 汇总表 in its other layouts: on its side, rows by applicant, groups of units and of results."""

from __future__ import annotations

import openpyxl
import pytest
from roll_up_layouts import (
    APPLICANTS,
    ROWS,
    UNITS,
    Rows,
    a_column_a_unit,
    book_of,
    groups_of_units,
    label,
    rows_by_applicant,
    six_reports,
    three_sheets,
    total,
    with_subtotals,
)

from govreport_lint import ReadError
from govreport_lint.document import Location
from govreport_lint.rollup.vocabulary_words import load_words
from govreport_lint.rollup.workbook import Layout, read_rollup
from govreport_lint.sheets.cell_addresses import address


def test_a_column_a_unit_has_its_places_as_in_the_file() -> None:
    rollup = read_rollup(a_column_a_unit(six_reports()), "x")
    assert (rollup.layout, tuple(row.unit for row in rollup.units)) == (Layout.COLUMNS, UNITS)
    second = rollup.units[1]
    assert rollup.address(second.location) == "Sheet!D2"
    assert [rollup.address(figure.location) for figure in second.figures[:2]] == ["Sheet!D3", "Sheet!D4"]
    assert second.figures[0].value == total(six_reports()[UNITS[1]], "received")
    assert rollup.total and rollup.total.unit == "合计" and rollup.address(rollup.total.location) == "Sheet!I2"
    assert rollup.unknown_columns == () and rollup.notes == ()


def test_rows_by_applicant_make_one_unit() -> None:
    rollup = read_rollup(rows_by_applicant(six_reports()), "x")
    assert (rollup.layout, tuple(row.unit for row in rollup.units)) == (Layout.APPLICANTS, UNITS)
    first = rollup.units[0]
    assert len(first.figures) == len(ROWS) * len(APPLICANTS) and rollup.unknown_columns == ()
    places = {figure[1:3]: rollup.address(figure.location) for figure in first.figures}
    assert places["received", "natural_person"] == "Sheet!C2"
    assert places["carried_in", "total"] == "Sheet!D8"


def test_subtotals_have_the_units_of_their_block() -> None:
    rollup = read_rollup(with_subtotals(six_reports()), "x")
    blocks = [
        (each.row.unit, rollup.address(each.row.location), [row.unit for row in each.units])
        for each in rollup.subtotals
    ]
    assert blocks == [("小计", "Sheet!B6", [*UNITS[:3]]), ("小计", "Sheet!B11", [*UNITS[3:]])]
    assert rollup.total and rollup.total.unit == "总计" and len(rollup.units) == 6


def test_groups_of_results_are_sums_and_no_rows_of_the_form() -> None:
    rollup = read_rollup(with_subtotals(six_reports()), "x")
    first = rollup.units[0]
    assert [figure[:3] for figure in first.sums] == [
        ("applications", group, "total") for group in ("refused", "unavailable", "declined")
    ]
    report = six_reports()[UNITS[0]]
    refused = sum(total(report, row.key) for row in ROWS if row.group == "refused")
    assert first.sums[0].value == refused and rollup.address(first.sums[0].location) == "Sheet!G3"
    assert ("applications", "other_handling", "total") in [figure[:3] for figure in first.figures]


@pytest.mark.parametrize(
    "name", ["不予公开", "不予公开-总计", "（三）不予公开", "三、本年度办理结果（三）不予公开", "不予公开-自然人"]
)
def test_the_sum_of_a_group_is_known_by_its_name(name: str) -> None:
    rollup = read_rollup(book_of({"S": [["单位", "新收", name], ["青山镇", 1, 2]]}), "x")
    column = "natural_person" if "自然人" in name else "total"
    assert [figure[:4] for figure in rollup.units[0].sums] == [("applications", "refused", column, 2)]
    assert len(rollup.units[0].figures) == 1 and rollup.unknown_columns == ()


def test_a_sum_that_stands_there_twice_is_unknown() -> None:
    rollup = read_rollup(book_of({"S": [["单位", "新收", "不予公开", "不予公开-总计"], ["青山镇", 1, 2, 3]]}), "x")
    assert rollup.units[0].sums == () and rollup.unknown_columns == ("不予公开", "不予公开-总计")


def test_two_sheets_with_the_same_sum_are_not_mixed() -> None:
    rows: Rows = [["单位", "新收", "不予公开"], ["青山镇", 1, 2]]
    other: Rows = [["单位", "上年结转", "不予公开"], ["青山镇", 1, 2]]
    with pytest.raises(ReadError, match="一!C2、二!C2"):
        read_rollup(book_of({"一": rows, "二": other}), "x")


def test_subtotals_above_their_units_and_in_a_heading() -> None:
    rows: Rows = [
        ["单位", "新收"],
        ["各乡镇", 3],
        ["青山镇", 1],
        ["龙泉镇", 2],
        ["县直部门", 4],
        ["民政局", 4],
        ["合计", 7],
    ]
    rollup = read_rollup(book_of({"S": rows}), "x")
    assert [row.unit for row in rollup.units] == ["青山镇", "龙泉镇", "民政局"]
    assert [(each.row.unit, len(each.units)) for each in rollup.subtotals] == [("各乡镇", 2), ("县直部门", 1)]


def test_a_unit_after_a_subtotal_begins_another_block() -> None:
    rows: Rows = [
        ["单位", "新收"],
        ["青山镇", 1],
        ["乡镇小计", 1],
        ["民政局", 4],
        ["公安局", 5],
        ["部门小计", 9],
        ["合计", 10],
    ]
    rollup = read_rollup(book_of({"S": rows}), "x")
    blocks = [(each.row.unit, [row.unit for row in each.units]) for each in rollup.subtotals]
    assert blocks == [("乡镇小计", ["青山镇"]), ("部门小计", ["民政局", "公安局"])]


def test_rows_by_applicant_with_headings_notes_and_subtotals() -> None:
    rows: Rows = [["单位", "申请人", "本年新收", "上年结转"], ["乡镇："]]
    for unit, count in (("青山镇", 1), ("龙泉镇", 2), ("小计", 3), ("合计", 3)):
        rows += [[unit, "自然人", count, 0], [None, "商业企业", 0, None], [None, "合计", count, 0]]
    rows.append(["填表人：某某"])
    rollup = read_rollup(book_of({"S": rows}), "x")
    assert [row.unit for row in rollup.units] == ["青山镇", "龙泉镇"]
    assert rollup.total and rollup.total.unit == "合计"
    assert [(each.row.unit, len(each.units)) for each in rollup.subtotals] == [("小计", 2)]
    assert [figure.value for figure in rollup.units[1].figures] == [2, 0, 0, None, 2, 0]


def test_rows_by_applicant_that_say_nothing_of_the_applicant_are_refused_with_the_cell() -> None:
    rows: Rows = [["单位", "申请人", "本年新收"], ["青山镇", "自然人", 1], [None, "商业企业", 2], [None, None, 3]]
    with pytest.raises(ReadError, match="S!B4"):
        read_rollup(book_of({"S": rows}), "x")
    nameless: Rows = [["单位", "申请人", "本年新收", "上年结转"], [None, "自然人", 5, 2], [None, "商业企业", 2, 2]]
    with pytest.raises(ReadError, match="S!A2"):
        read_rollup(book_of({"S": nameless}), "x")


def test_sheets_of_other_tables_are_put_together() -> None:
    rollup = read_rollup(three_sheets(six_reports()), "x")
    sheets = {figure.table: rollup.address(figure.location).split("!")[0] for figure in rollup.units[0].figures}
    assert sheets == {"disclosure": "表二", "applications": "表三", "remedies": "表四"}


def test_columns_that_are_no_units() -> None:
    rows: Rows = [["序号", "指标", "计量单位", "青山镇", "龙泉镇", "合计", "上年", "备注"]]
    rows += [[at, label(row), "件", 1, 2, 3, 9, "无误"] for at, row in enumerate(ROWS, 1)]
    rollup = read_rollup(book_of({"S": rows}), "x")
    assert [row.unit for row in rollup.units] == ["青山镇", "龙泉镇"] and rollup.total


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("县政府统计数", ("政府本级",)),
        ("县本级", ("政府本级",)),
        ("县直单位统计数", ("县直部门",)),
        ("县直各部门小计", ("县直部门",)),
        ("乡镇街道统计数", ("乡镇", "街道")),
        ("乡镇（街道）", ("乡镇", "街道")),
        ("镇街", ("乡镇", "街道")),
        ("各乡镇", ("乡镇",)),
        ("街道", ("街道",)),
        ("垂管单位", ("垂管",)),
        ("开发区", ("园区",)),
        ("青山镇", ()),
        ("县民政局", ()),
        ("示范县人民政府", ()),
    ],
)
def test_names_of_groups(name: str, kinds: tuple[str, ...]) -> None:
    assert load_words().kinds_of_group(name) == kinds


def test_groups_of_units_are_read_as_rows() -> None:
    rollup = read_rollup(groups_of_units(six_reports()), "x")
    assert [row.unit for row in rollup.units] == ["县政府统计数", "县直单位统计数", "乡镇街道统计数"]
    assert rollup.total


@pytest.mark.parametrize("column", [1, 26, 27, 52, 53, 702, 703, 1000])
def test_addresses_are_those_of_excel(column: int) -> None:
    assert address("", 7, column) == f"{openpyxl.utils.get_column_letter(column)}7"
    assert address("表三", 7, column).startswith("表三!")
    rollup = read_rollup(book_of({"S": [["单位", "新收"], ["青山镇", 1]]}), "x")
    assert rollup.address(Location(table=9, row=2, cell=column)) == address("", 2, column)
