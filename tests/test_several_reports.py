"""A file with several reports: each is judged as one of its own, or all are named; no table is passed over silently."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest
from faulty_layouts import figures, report_with
from layouts import as_html
from openpyxl.worksheet.worksheet import Worksheet
from roll_up_layouts import UNITS, six_reports, stacked_forms
from word_layouts import as_docx
from workbook_files import saved, workbook_of

from govreport_lint import ReadError, Result, lint, lint_each, lint_text
from govreport_lint.api import linter, read_bytes
from govreport_lint.cli import run

GOOD, BAD = report_with("faultless"), report_with("review")


def renamed(report: str, unit: str) -> str:
    """The report of another unit, with a figure of its own in a table that is right in both."""
    return report.replace("示范镇", unit).replace("| 行政许可 | 126 |", "| 行政许可 | 125 |")


def each(data: bytes, name: str) -> tuple[Result, ...]:
    judge = linter()
    return judge.check_each(judge.open(data, name).document)


def errors(result: Result) -> list[str]:
    return sorted(finding.code for finding in result.findings if finding.severity == "error")


TWO = f"{GOOD}\n\n{renamed(BAD, '绿水镇')}"
YEARS = f"{GOOD}\n\n{BAD.replace('2024年', '2023年').replace('2025年', '2024年')}"
TEXTS = {
    "markdown": TWO.encode(),
    "html": as_html(TWO).encode(),
    "word": as_docx(TWO),
}


@pytest.mark.parametrize("kind", TEXTS)
def test_two_reports_in_one_text_are_judged_one_by_one(kind: str) -> None:
    one, other = each(TEXTS[kind], f"两镇.{kind}")
    assert (one.path, other.path) == (f"两镇.{kind}#1", f"两镇.{kind}#2")
    assert "绿水镇" in (other.report.organ or "")
    assert errors(one) == [] and errors(other) == errors(lint_text(BAD)) != []
    assert not {finding.code for finding in (*one.findings, *other.findings)} & {"S106", "S102"}
    assert "绿水镇" in getattr(one.source.notes[0], "zh", "")


def test_last_year_below_this_year() -> None:
    years = [result.report.year for result in each(YEARS.encode(), "两年.md")]
    assert years == [2024, 2023]


def test_the_same_report_twice_is_one_report() -> None:
    (result,) = each(f"{GOOD}\n\n{GOOD}".encode(), "一镇.md")
    assert "S106" in {finding.code for finding in result.findings}


def test_a_link_to_another_report_begins_none() -> None:
    links = "\n\n示例县绿水镇人民政府2023年政府信息公开工作年度报告\n\n示例县清泉镇2024年政府信息公开工作年度报告"
    assert len(each((GOOD + links).encode(), "一镇.md")) == 1


def put(source: bytes, sheet: Worksheet, top: int = 0, left: int = 0) -> None:
    """The tables of a workbook, at another place of another one."""
    given = openpyxl.load_workbook(io.BytesIO(source)).active
    for cell in (cell for row in given.iter_rows() for cell in row if cell.value is not None):
        sheet.cell(cell.row + top, cell.column + left, cell.value)
    for span in given.merged_cells.ranges:
        sheet.merge_cells(None, span.min_row + top, span.min_col + left, span.max_row + top, span.max_col + left)


def sheets_of_units() -> bytes:
    book = openpyxl.Workbook()
    for unit, report in (("青山镇", GOOD), ("绿水镇", BAD)):
        put(workbook_of(report), book.create_sheet(unit), 1)
    return saved(book)


def stacked() -> bytes:
    book = openpyxl.Workbook()
    for number, (unit, report) in enumerate((("青山镇", GOOD), ("绿水镇", BAD))):
        book.active.cell(1 + 90 * number, 1, unit)
        put(workbook_of(report), book.active, 1 + 90 * number)
    return saved(book)


def beside() -> bytes:
    book = openpyxl.Workbook()
    for left, unit, report in ((0, "青山镇", GOOD), (18, "绿水镇", BAD)):
        book.active.cell(1, 1 + left, unit)
        put(workbook_of(report), book.active, 1, left)
    return saved(book)


@pytest.mark.parametrize("made", [sheets_of_units, stacked, beside])
def test_each_unit_of_a_workbook_is_judged_by_itself(made) -> None:  # type: ignore[no-untyped-def]
    one, other = each(made(), "各镇.xlsx")
    assert (one.report.organ, other.report.organ) == ("青山镇", "绿水镇")
    assert [f[:3] for f in figures(one)] == [f[:3] for f in figures(lint_text(GOOD))]
    assert errors(one) == [] and errors(other) == errors(lint_text(BAD))


def test_tables_on_sheets_of_their_own_are_one_report() -> None:
    assert len(each(workbook_of(GOOD, sheets=True), "一镇.xlsx")) == 1


def rows_of_totals() -> list[str]:
    return [
        "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "（一）予以公开", "（七）总计",
        "四、结转下年度继续办理",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["xlsx", "html", "csv"])
@pytest.mark.parametrize("by", ["row", "column"])
def test_figures_of_many_units_are_no_report(kind: str, by: str) -> None:
    table: list[list[object]] = [["单位", *rows_of_totals()]]
    table += [[unit, 3, 1, 2, 3, 1] for unit in ("青山镇", "绿水镇", "财政局")]
    if by == "column":
        table = [list(row) for row in zip(*table, strict=True)]
        table[0][0] = "项目"
    book = openpyxl.Workbook()
    for row in table:
        book.active.append(row)
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in table)
    data = {
        "xlsx": saved(book),
        "html": f"<html><body><table>{rows}</table></body></html>".encode(),
        "csv": "\n".join(",".join(map(str, row)) for row in table).encode(),
    }[kind]
    with pytest.raises(ReadError, match="一行一个单位" if by == "row" else "一列一个单位"):
        each(data, f"汇总.{kind}")


def test_the_commands_and_the_library_know_the_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "两镇.md"
    path.write_bytes(TWO.encode())
    assert run([str(path), "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert [(Path(file["path"]).name, file["source"]["part"]) for file in said["files"]] == [
        ("两镇.md#1", 1),
        ("两镇.md#2", 2),
    ]
    assert said["summary"]["files"] == 1
    assert [result.path for result in lint_each(path)] == [f"{path}#1", f"{path}#2"]
    assert lint(path).path == f"{path}#1"
    assert run(["extract", str(path), "--format", "csv"]) == 0
    assert "绿水镇" in capsys.readouterr().out
    assert run(["annotate", str(path), "-o", str(tmp_path / "out.html")]) == 0
    assert "A304" in (tmp_path / "out.html").read_text("utf-8")


def test_who_fills_in_a_stacked_form_is_told_without_its_label() -> None:
    parts = linter().reports(read_bytes(stacked_forms(six_reports()), "汇总表.xlsx"))
    assert [part.unit for part in parts] == list(UNITS)


def sheets_named(*named: tuple[str, int, str]) -> bytes:
    """A workbook of sheets, each with a name and the table of a section of a report."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, section, report in named:
        given = openpyxl.load_workbook(io.BytesIO(workbook_of(report, sheets=True)))
        put(saved_alone(given, section), book.create_sheet(name))
    return saved(book)


def saved_alone(book: openpyxl.Workbook, section: int) -> bytes:
    book.active = section
    return saved(book)


@pytest.mark.parametrize("owners", [("2024", "2023"), ("（青山镇）", " 绿水镇"), ("青山镇", "绿水镇")])
@pytest.mark.parametrize("order", ["0 1 2 3", "0 2 1 3", "2 0 3 1", "0 1 2", "1 0 2"])
def test_sheets_are_put_together_by_what_their_names_share(owners: tuple[str, str], order: str) -> None:
    one, other = owners
    every = [(f"表二{one}", 2, GOOD), (f"表二{other}", 2, BAD), (f"表三{one}", 3, GOOD), (f"表三{other}", 3, BAD)]
    found = each(sheets_named(*(every[int(at)] for at in order.split())), "a.xlsx")
    assert len(found) == 2
    first = found[0] if order[0] in "02" else found[1]
    whole = [figure[:4] for figure in figures(lint_text(GOOD)) if figure[0] != "remedies"]
    assert [figure[:4] for figure in figures(first) if figure[0] != "remedies"] == whole
    assert first.source.notes[0] != found[0].source.notes[0] or first is found[0]


def test_sheets_whose_names_do_not_tell_are_cut_as_before() -> None:
    made = sheets_named(("Sheet1", 2, GOOD), ("Sheet2", 2, BAD), ("Sheet3", 3, BAD))
    assert len(each(made, "a.xlsx")) == 2
