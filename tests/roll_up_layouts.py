"""A 汇总表 in each of its nine layouts, made of the figures of some units."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
from planted_roll_ups import FORM, Numbers, figures
from workbook_files import saved

from govreport_lint.form import Row

UNITS = tuple(f"示范县{name}镇人民政府" for name in ("青山", "龙泉", "柳河", "白石", "大湾", "石桥"))
APPLICANTS = FORM.table("applications").columns
ROWS = tuple(row for row in FORM.table("applications").rows if not row.alone)
Rows = list[list[Any]]
Reports = Mapping[str, Numbers]


def six_reports(seed: int = 7) -> dict[str, Numbers]:
    """The figures of six units, some of them busy."""
    dice = random.Random(seed)
    found: dict[str, Numbers] = {}
    for unit in UNITS:
        found[unit] = figures(dice)
        while len(found[unit]) < 30:
            found[unit] = figures(dice)
    return found


def label(row: Row) -> str:
    """A row with what stands over it in the form."""
    if row.group:
        return FORM.table("applications").group(row.group).label + row.label
    return row.label if row.label[1] == "、" else "三、本年度办理结果" + row.label


def total(report: Numbers, row: str) -> Any:
    """The total of a row of 表三."""
    return report.get(("applications", row, "total"), 0)


def summed(reports: Reports, units: Sequence[str], row: str) -> Any:
    """The sum of some units."""
    return sum(total(reports[unit], row) for unit in units)


def book_of(sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """The bytes of a workbook; ``merged`` are areas of its first sheet."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for at, (name, rows) in enumerate(sheets.items()):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([str(cell) if type(cell).__name__ == "Decimal" else cell for cell in row])
        for area in () if at else merged:
            sheet.merge_cells(area)
    return saved(book)


def a_row_a_unit(reports: Reports) -> bytes:
    """Totals below one header, with a title, numbers and a sum."""
    rows: Rows = [["示范县2024年政府信息公开工作年度报告数据汇总表"], ["序号", "单位名称", *map(label, ROWS)]]
    rows += [
        [at, unit, *(total(report, row.key) for row in ROWS)] for at, (unit, report) in enumerate(reports.items(), 1)
    ]
    rows.append([None, "合计", *(summed(reports, UNITS, row.key) for row in ROWS)])
    return book_of({"汇总表": rows})


def seven_columns_an_item(reports: Reports) -> bytes:
    """Every figure of 表三 in a row."""
    first: list[Any] = ["单位"]
    second: list[Any] = [None]
    merged = []
    for row in ROWS:
        letter = openpyxl.utils.get_column_letter
        merged.append(f"{letter(len(first) + 1)}1:{letter(len(first) + len(APPLICANTS))}1")
        first += [label(row), *[None] * (len(APPLICANTS) - 1)]
        second += [column.label for column in APPLICANTS]
    rows = [first, second]
    for unit, report in reports.items():
        rows.append([unit, *(report.get(("applications", row.key, c.key), 0) for row in ROWS for c in APPLICANTS)])
    return book_of({"Sheet": rows}, merged)


def a_column_a_unit(reports: Reports) -> bytes:
    """The same as a row a unit, on its side."""
    rows: Rows = [["示范县2024年汇总表"], ["指标", "计量单位", *reports, "合计"]]
    rows += [
        [label(r), "件", *(total(n, r.key) for n in reports.values()), summed(reports, UNITS, r.key)] for r in ROWS
    ]
    return book_of({"Sheet": rows}, ["A1:I1"])


def rows_by_applicant(reports: Reports) -> bytes:
    """A row for each kind of applicant."""
    rows: Rows = [["单位名称", "申请人", *map(label, ROWS)]]
    for unit, report in reports.items():
        for column in APPLICANTS:
            name = unit if column is APPLICANTS[0] else None
            rows.append([name, column.label, *(report.get(("applications", r.key, column.key), 0) for r in ROWS)])
    return book_of({"Sheet": rows})


def official_form(report: Numbers) -> Rows:
    """表三 as it is printed, nothing merged."""
    rows: Rows = [
        ["申请人情况", None, "自然人", "法人或其他组织", None, None, None, None, "总计"],
        [None, None, None, "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", None],
    ]
    for row in ROWS:
        group = FORM.table("applications").group(row.group).label if row.group else None
        rows.append([group, row.label, *(report.get(("applications", row.key, c.key), 0) for c in APPLICANTS)])
    return rows


def a_sheet_a_unit(reports: Reports) -> bytes:
    """A sheet for each unit, called by its short name."""
    return book_of({u[3:-4]: [[f"{u}2024年"], [], *official_form(report)] for u, report in reports.items()})


def stacked_forms(reports: Reports) -> bytes:
    """The forms one below the other in one sheet."""
    rows: Rows = []
    for unit, report in reports.items():
        rows += [[f"填报单位：{unit}"], *official_form(report), []]
    return book_of({"Sheet": rows})


def three_sheets(reports: Reports) -> bytes:
    """A sheet for each of the three tables."""
    two, four = FORM.table("disclosure"), FORM.table("remedies")
    places = [(row.key, column) for row in two.rows for column in two.columns_of(row.key)]
    other = [(row.key, column.key) for row in four.rows for column in four.columns]
    names = [f"{two.row(row).label}{two.column(column).label}" for row, column in places]
    last = [f"{four.row(row).label}-{four.column(column).label}" for row, column in other]
    first = [[unit, *(report.get(("disclosure", *at), 0) for at in places)] for unit, report in reports.items()]
    third = [[unit, *(report.get(("remedies", *at), 0) for at in other)] for unit, report in reports.items()]
    second = [[unit, *(total(report, row.key) for row in ROWS)] for unit, report in reports.items()]
    return book_of(
        {
            "表二": [["单位", *names], *first],
            "表三": [["单位", *map(label, ROWS)], *second],
            "表四": [["单位", *last], *third],
        }
    )


def groups_of_units(reports: Reports) -> bytes:
    """Indicators, and what the units of each group come to."""
    rows: Rows = [["序号", "统计指标", "单位", "县政府统计数", "县直单位统计数", "乡镇街道统计数", "合计"]]
    for at, row in enumerate(ROWS, 1):
        parts = [summed(reports, group, row.key) for group in (UNITS[:1], UNITS[1:3], UNITS[3:])]
        rows.append([at, label(row), "件", *parts, sum(parts)])
    return book_of({"Sheet": rows})


SHORT = {
    "本年新收": ("received",),
    "上年结转": ("carried_in",),
    "予以公开": ("granted",),
    "部分公开": ("partly_granted",),
    "不予公开": tuple(row.key for row in ROWS if row.group == "refused"),
    "无法提供": tuple(row.key for row in ROWS if row.group == "unavailable"),
    "不予处理": tuple(row.key for row in ROWS if row.group == "declined"),
    "其他处理": tuple(row.key for row in ROWS if row.group == "other_results"),
    "办理结果总计": ("handled_total",),
    "结转下年度": ("carried_out",),
}


def with_subtotals(reports: Reports) -> bytes:
    """Groups of units with 小计, and groups of results as their sums."""

    def line(units: Sequence[str]) -> list[Any]:
        return [sum(summed(reports, units, row) for row in rows) for rows in SHORT.values()]

    rows: Rows = [["序号", "单位名称", *SHORT, "备注"]]
    for number, title, units in (("一", "乡镇（街道）", UNITS[:3]), ("二", "县直部门", UNITS[3:])):
        rows.append([number, title])
        rows += [[at, unit, *line([unit])] for at, unit in enumerate(units, 1)]
        rows.append([None, "小计", *line(units)])
    rows.append([None, "总计", *line(UNITS)])
    return book_of({"Sheet": rows})


LAYOUTS: Mapping[str, Callable[[Reports], bytes]] = {
    make.__name__: make
    for make in (
        a_row_a_unit,
        seven_columns_an_item,
        a_column_a_unit,
        rows_by_applicant,
        a_sheet_a_unit,
        stacked_forms,
        three_sheets,
        groups_of_units,
        with_subtotals,
    )
}
