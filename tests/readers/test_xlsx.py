"""Workbooks: the three tables as printed, merged header cells, what harmful files do."""

from __future__ import annotations

import datetime
import io
import time
import zipfile

import openpyxl
import pytest
from conftest import HANGS
from faulty_layouts import FAULTS, figures, report_with
from workbook_files import saved, workbook_of

from govreport_lint import ReadError, lint_bytes, lint_text
from govreport_lint.readers.workbook.reader import read_xlsx
from govreport_lint.sheets.opened_sheets import open_workbook
from govreport_lint.sheets.sheet_numbers import shown

TABLE_CODES = ("A", "T", "Z402", "Z403", "Z405")
TYPED = {"not a number"}


@pytest.mark.parametrize("sheets", [False, True])
@pytest.mark.parametrize("fault", FAULTS)
def test_workbook_has_the_figures_of_the_report(fault: str, sheets: bool) -> None:
    pipes = lint_text(report_with(fault))
    other = lint_bytes(workbook_of(report_with(fault), sheets), "报告.xlsx")
    assert figures(other) == figures(pipes)
    wanted = sorted((f.code, str(f.place), f.message.zh) for f in pipes.findings if f.code.startswith(TABLE_CODES))
    assert sorted((f.code, str(f.place), f.message.zh) for f in other.findings) == wanted


def test_prose_rules_are_not_assessable_and_said_so() -> None:
    result = lint_bytes(workbook_of(report_with("faultless")), "报告.xlsx")
    reasons = {item.rule: item.reason.zh for item in result.coverage.unassessed}
    assert "没有正文" in reasons["S101"]
    assert not result.findings


def test_location_is_sheet_row_and_column() -> None:
    result = lint_bytes(workbook_of(report_with("review"), sheets=True), "报告.xlsx")
    location = next(finding.location for finding in result.findings if finding.code == "A304")
    assert (location.row, location.cell) == (5, 5)
    assert location.table is not None


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (12.0, "General", "12"),
        (12, "0", "12"),
        (7730.28, "General", "7730.28"),
        (0.1 + 0.2, "General", "0.3"),
        (7730.285, "0.00", "7730.29"),
        (1234567, "#,##0", "1,234,567"),
        (1234.5, "#,##0.00", "1,234.50"),
        (0.339, "0.0%", "33.9%"),
        (0.5, "0%", "50%"),
        (3, '0"件"', "3件"),
        (3, "0\\件", "3件"),
        (5.0, "0.##", "5"),
        (7, ";;;", ""),
        (0, "0;-0;;@", ""),
        (7, "0;-0;;@", "7"),
        (0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"??_ ;_ @_ ', "0"),
        (-3, "0_);[Red](0)", "-3"),
        (1e20, "General", "1e+20"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        ("  / ", "General", "/"),
        (4, "@", "4"),
        (datetime.datetime(2025, 1, 20), "yyyy/m/d", "2025年1月20日"),
        ("#REF!", "General", "#REF!"),
        (10**400, "General", "#NUM!"),
        (-(10**400), "0%", "#NUM!"),
        (float("inf"), "0", "#NUM!"),
        (float("nan"), "#,##0", "#NUM!"),
        (10**30, "#,##0", "1" + ",000" * 10),
        (1e300, "0.00%", "1" + "0" * 302 + ".00%"),
        (5e-324, "0.0", "0.0"),
        (12, "0." + "0" * 400, "12"),
        (12, "0" + "%" * 500, "12"),
    ],
)
def test_values_as_printed(value: object, number_format: str, text: str) -> None:
    assert shown(value, number_format) == text


def test_a_number_that_no_spreadsheet_holds_is_no_figure_and_its_sheet_is_read() -> None:
    book = openpyxl.Workbook()
    book.active["A1"], book.active["A2"] = 7, "规章"
    data = changed(saved(book), SHEET, "<v>7</v>", f"<v>{10**400}</v>")
    (sheet,) = open_workbook(data, "x").sheets
    assert [cell.text for row in sheet.rows for cell in row] == ["#NUM!", "规章"]


def test_formulas_without_a_result_and_hidden_sheets_are_told() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "=SUM(B1:C1)"
    book.create_sheet("old").sheet_state = "hidden"
    notes = [note.zh for note in read_xlsx(saved(book), "x").notes if not isinstance(note, str)]
    assert len(notes) == 2
    assert "1 个公式" in notes[0] and "隐藏" in notes[1]


def test_formats_to_the_end_of_the_sheet_do_not_count() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "规章"
    book.active["XFD1048576"].number_format = "0.00"
    (sheet,) = open_workbook(saved(book), "x").sheets
    assert [[cell.text for cell in row] for row in sheet.rows] == [["规章"]]


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as made:
        for info in given.infolist():
            content = given.read(info)
            if info.filename == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            made.writestr(info.filename, content)
    return result.getvalue()


def small() -> bytes:
    book = openpyxl.Workbook()
    book.active["A1"] = "规章"
    return saved(book)


SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "word"),
    [
        ("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "过大"),
        ("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>', "过大"),
        ("<worksheet", ENTITIES + "<worksheet", "文档类型"),
        ("<worksheet", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet', "文档类型"),
        ("</sheetData>", "</sheetData>" + " " * (1 << 24), "过大"),
        ("</sheetData>", "</sheetDat", "损坏"),
    ],
)
def test_harmful_workbooks_are_refused_quickly(old: str, new: str, word: str) -> None:
    data = changed(small(), SHEET, old, new)
    start = time.perf_counter()
    with pytest.raises(ReadError, match=word) as caught:
        lint_bytes(data, "x.xlsx")
    assert time.perf_counter() - start < HANGS
    assert caught.value.english != caught.value.reason


@pytest.mark.parametrize("share", [0.3, 0.9])
def test_truncated_workbook(share: float) -> None:
    data = workbook_of(report_with("faultless"))
    with pytest.raises(ReadError, match="损坏"):
        lint_bytes(data[: int(len(data) * share)], "x.xlsx")


def test_path_in_the_archive_is_used_for_nothing() -> None:
    data = io.BytesIO(small())
    with zipfile.ZipFile(data, "a") as archive:
        archive.writestr("../../evil.xml", "<x/>")
    assert read_xlsx(data.getvalue(), "x").blocks


def test_what_is_hidden_is_not_read_and_nothing_is_missed_for_it() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (("规章", 5, 1), ("旧", 6, 2), ("行政许可", 7, 3)):
        sheet.append(row)
    sheet.merge_cells("A1:A2")
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    document = read_xlsx(saved(book), "x")
    (block,) = document.blocks
    assert [[cell.text.text for cell in row] for row in block.rows] == [["规章", "1"], ["行政许可", "3"]]  # type: ignore[union-attr]
    (told,) = document.unread
    assert "1 行、1 列" in told.zh


def test_struck_out_and_raised_parts_of_a_cell_are_no_digits() -> None:
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    sheet = book.active
    raised, struck = InlineFont(vertAlign="superscript"), InlineFont(strike=True)
    sheet["A1"] = CellRichText("27", TextBlock(raised, "1"))
    sheet["B1"] = CellRichText(TextBlock(struck, "7"), "5")
    sheet["C1"] = CellRichText(TextBlock(raised, "8"))
    sheet["D1"] = 9
    sheet["D1"].font = Font(strike=True)
    (found,) = open_workbook(saved(book), "x").sheets
    assert [cell.text for cell in found.rows[0]] == ["27", "5", "8", ""]


def test_the_corner_label_beside_a_group_of_columns_is_over_none_of_them() -> None:
    """Nothing merged: 申请人情况 stands over the labels, beside 法人或其他组织, and the columns follow below it."""
    book = openpyxl.Workbook()
    book.active.append(["申请人情况", None, "自然人", "法人或其他组织", None, None, None, None, "总计"])
    book.active.append([None, None, None, "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", None])
    for label in ("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理"):
        book.active.append([None, label, 1, 2, 3, 4, 5, 6, 21])
    report = lint_bytes(saved(book), "a.xlsx").report
    read = [(f.column, f.value, f.location.cell) for f in report.figures if f.row == "received"]
    columns = ("natural_person", "business", "research", "social", "legal_service", "other", "total")
    assert read == [(column, at if at < 7 else 21, at + 2) for at, column in enumerate(columns, 1)]
