"""The 汇总表 against the reports: nine layouts, each with one wrong cell; what is refused, with the cell."""

from __future__ import annotations

import io
import random
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

import openpyxl
import pytest
from msgspec.structs import replace
from planted_roll_ups import Numbers, values_of
from roll_up_layouts import (
    APPLICANTS,
    LAYOUTS,
    ROWS,
    UNITS,
    Rows,
    a_row_a_unit,
    book_of,
    label,
    official_form,
    six_reports,
    total,
    with_subtotals,
)
from word_files import word_file

from govreport_lint.api import linter
from govreport_lint.auditing.audited import WorkbookCheck
from govreport_lint.auditing.sums.workbook_check import check_workbook, workbook_rows
from govreport_lint.auditing.sums.workbook_reading import Reading, read_workbook
from govreport_lint.checks.subject.beside import UnitValues
from govreport_lint.report import Figure

KINDS = ("政府本级", "县直部门", "园区", "乡镇", "街道", "街道")
NAMES = {name: unit for unit in UNITS for name in (unit, unit[3:-4], unit[3:])}
Changes = Sequence[tuple[str, object]]


def units(reports: dict[str, Numbers] | None = None) -> list[UnitValues]:
    found = reports or six_reports()
    return [
        UnitValues(name, kind, True, values_of(found[name]) if name in found else None)
        for name, kind in zip(UNITS, KINDS, strict=True)
    ]


@cache
def book(layout: str) -> bytes:
    return LAYOUTS[layout](six_reports())


def read(data: bytes, changes: Changes = ()) -> Reading:
    """The workbook with some cells changed (address, value)."""
    if changes:
        book = openpyxl.load_workbook(io.BytesIO(data))
        for at, value in changes:
            sheet, cell = at.split("!")
            book[sheet][cell] = value
        stream = io.BytesIO()
        book.save(stream)
        data = stream.getvalue()
    return read_workbook(data, "汇总表.xlsx", linter())


def check(reading: Reading, found: list[UnitValues] | None = None) -> WorkbookCheck:
    return check_workbook(reading, found or units(), NAMES.get)


def more(figure: Figure) -> object:
    value = (figure.value or 0) + 7
    return str(value) if isinstance(value, Decimal) else value


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_the_figures_of_the_reports(layout: str) -> None:
    found = check(read(book(layout)))
    assert (found.refused, found.cells, found.unknown, found.absent) == (None, (), (), ())
    assert found.compared >= 60 and found.layout


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_wrong_cell_is_found_there_and_nowhere_else(layout: str) -> None:
    rollup = read(book(layout)).rollup
    assert rollup
    dice = random.Random(layout)
    row = dice.choice(rollup.units)
    sums = [each for each in (rollup.total, *(subtotal.row for subtotal in rollup.subtotals)) if each]
    for figure in [dice.choice((*each.figures, *each.sums)) for each in (row, *sums)]:
        at = rollup.address(figure.location)
        (cell,) = check(read(book(layout), [(at, more(figure))])).cells
        assert (cell.at, cell.table, cell.row, cell.column) == (at, *figure[:3])
        assert (cell.difference, cell.printed) == (7, str(more(figure)))


def test_what_is_told_of_a_wrong_cell() -> None:
    report = six_reports()[UNITS[1]]
    came = int(report["applications", "received", "total"])
    (cell,) = check(read(book("a_row_a_unit"), [("汇总表!C4", came - 2)])).cells
    assert (cell.unit, cell.row, cell.column, cell.at) == (UNITS[1], "received", "total", "汇总表!C4")
    assert (cell.printed, cell.reported, cell.difference) == (str(came - 2), str(came), -2)


def test_a_blank_cell_is_no_figure_but_says_nothing_against_0() -> None:
    report = six_reports()[UNITS[0]]
    blank = [(f"汇总表!{openpyxl.utils.get_column_letter(at)}3", None) for at in range(3, 28)]
    found = {cell.row: cell for cell in check(read(book("a_row_a_unit"), blank)).cells}
    assert found.keys() == {row for _, row, column in report if column == "total" and row in found}
    assert (found["received"].printed, found["received"].difference) == ("", None)


def test_units_that_only_one_of_both_has() -> None:
    reports = six_reports()
    extra = [("汇总表!B4", "示范县别样镇人民政府")]
    found = check(read(book("a_row_a_unit"), extra), units({unit: reports[unit] for unit in UNITS if unit != UNITS[2]}))
    assert found.absent == (
        "示范县别样镇人民政府（汇总表!B4，名单中没有）",
        f"{UNITS[1]}（汇总表中没有）",
        f"{UNITS[2]}（没有年报）",
    )
    assert found.cells == ()


def test_a_unit_that_stands_there_twice_is_not_compared() -> None:
    reading = read(book("a_row_a_unit"), [("汇总表!B4", UNITS[0])])
    assert check(reading).unknown == (f"“{UNITS[0]}”在汇总表中不止一行，未核对",)
    assert UNITS[0] not in workbook_rows(reading, NAMES.get)


def test_rows_by_unit_and_cell() -> None:
    found = workbook_rows(read(book("three_sheets")), NAMES.get)
    assert tuple(found) == UNITS
    report = six_reports()[UNITS[3]]
    cells = {cell for cell in report if cell[0] != "applications" or cell[2] == "total"}
    assert {cell: found[UNITS[3]][cell].value for cell in cells} == {cell: report[cell] for cell in cells}


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (book_of({"Sheet": [["青山镇", 1], ["龙泉镇", 2]]}), "没有认出"),
        (a_row_a_unit(six_reports())[:500], "损坏"),
        (book_of({"Sheet": [["单位", "本年新收"], ["青山镇", 1], ["合计", 1], ["总计", 2]]}), "Sheet!A3、Sheet!A4"),
        (
            book_of({"一": [["单位", "本年新收"], ["青山镇", 1]], "二": [["单位", "本年新收"], ["青山镇", 2]]}),
            "一!B2、二!B2",
        ),
    ],
)
def test_what_is_refused(data: bytes, word: str) -> None:
    reading = read(data)
    found = check(reading)
    assert found.refused and word in found.refused.zh and found.refused.en
    assert (found.compared, found.cells, workbook_rows(reading, NAMES.get)) == (0, (), {})


def test_an_older_workbook_is_converted_and_anything_else_refused() -> None:
    older = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")

    def convert(data: bytes, name: str) -> tuple[bytes, str]:
        assert (data, name) == (older, "汇总表.xls")
        return book("three_sheets"), "xlsx"

    assert check(read_workbook(older, "汇总表.xls", linter(), convert)).compared == 300
    for data in (b"", "单位,本年新收\n青山镇,3\n".encode(), word_file("<w:p/>")):
        refused = read_workbook(data, "汇总表", linter()).refused
        assert refused and "不是 Excel 工作簿" in refused.zh


def test_forms_of_two_years_in_one_workbook_are_refused() -> None:
    rows = official_form(six_reports()[UNITS[0]])
    old: Rows = [
        ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"],
        ["规章", 0, 0, 0],
        ["规范性文件", 1, 1, 9],
    ]
    sheets = {"青山镇": [["青山镇2024年"], *rows], "龙泉镇": [["龙泉镇2019年"], *rows, [], *old]}
    reading = read(book_of(sheets))
    assert reading.refused and "格式不同（龙泉镇!" in reading.refused.zh


def test_a_group_with_a_report_missing_is_not_held_against_what_is_there() -> None:
    reports = six_reports()
    del reports[UNITS[4]]
    found = check(read(book("groups_of_units")), units(reports))
    assert found.cells == () and found.compared == 2 * 25


def test_a_heading_with_figures_sums_the_units_below_it() -> None:
    rollup = read(with_subtotals(six_reports()), [("Sheet!C2", 99)]).rollup
    assert rollup and len(rollup.units) == 6
    heading = rollup.subtotals[0]
    assert (heading.row.unit, len(heading.units)) == ("乡镇（街道）", 3)
    assert "Sheet!C2" in [cell.at for cell in check(read(with_subtotals(six_reports()), [("Sheet!C2", 99)])).cells]


def test_the_sum_may_leave_out_units_that_do_not_count() -> None:
    found = [replace(unit, counted=unit.name != UNITS[5]) for unit in units()]
    less = [
        (
            f"汇总表!{openpyxl.utils.get_column_letter(at)}9",
            sum(total(six_reports()[unit], row.key) for unit in UNITS[:5]),
        )
        for at, row in enumerate(ROWS, 3)
    ]
    assert check(read(book("a_row_a_unit"), less), found).cells == ()
    assert len(check(read(book("a_row_a_unit"), less)).cells) > 1


def test_rows_by_applicant_with_merged_names_repeated_names_and_a_sum() -> None:
    reports = six_reports()
    first, *rows = [
        [cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(book("rows_by_applicant"))).active
    ]
    for at, row in enumerate(rows):
        row[0] = UNITS[at // 7] if at >= 7 or at == 0 else None
    for column in APPLICANTS:
        sums = [sum(reports[unit].get(("applications", row.key, column.key), 0) for unit in UNITS) for row in ROWS]
        rows.append(["合计", column.label, *sums])
    data = book_of({"Sheet": [first, *rows]}, ["A2:A8"])
    reading = read(data)
    assert reading.rollup and len(reading.rollup.units) == 6 and reading.rollup.total
    assert check(reading).cells == () and check(reading).compared == 6 * 175
    (cell,) = check(read(data, [("Sheet!C50", -1)])).cells
    assert (cell.unit, cell.at, cell.row, cell.column) == ("合计", "Sheet!C50", "received", "total")


def test_groups_as_rows() -> None:
    reports = six_reports()
    rows: Rows = [["类别", *map(label, ROWS)]]
    groups = {"县本级": UNITS[:1], "县直部门": UNITS[1:3], "乡镇（街道）": UNITS[3:], "合计": UNITS}
    rows += [
        [name, *(sum(total(reports[unit], row.key) for unit in group) for row in ROWS)]
        for name, group in groups.items()
    ]
    rows[0][0] = "单位"
    found = check(read(book_of({"Sheet": rows})))
    assert (found.layout, found.compared, found.cells, found.absent) == ("分组统计", 75, (), ())
    (cell,) = check(read(book_of({"Sheet": rows}), [("Sheet!B3", 777)])).cells
    assert (cell.unit, cell.at) == ("县直部门", "Sheet!B3")


def test_a_workbook_of_other_units_has_none_of_the_list() -> None:
    found = check(read(book_of({"S": [["单位", "新收"], ["别样镇", 1], ["他样镇", None], ["合计", 1]]})))
    assert [name for name in found.absent if "汇总表中没有" in name] == [f"{unit}（汇总表中没有）" for unit in UNITS]
    # A blank cell adds nothing to the sum.
    assert found.cells == () and len(found.absent) == 8
