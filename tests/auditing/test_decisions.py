"""What people type into the workbook comes back, whatever else they do to it."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from audits import made_audit

from govreport_lint.auditing.audited import Decision
from govreport_lint.auditing.papers.workbook.decisions import gone, read_decisions
from govreport_lint.auditing.papers.workbook.workbook import workbook_bytes
from govreport_lint.auditing.rounds.state import Round, State
from govreport_lint.auditing.rounds.typed import typed_before
from govreport_lint.errors import ReadError

HEADER = 3


@pytest.fixture(scope="module")
def written() -> bytes:
    return workbook_bytes(made_audit())


@pytest.fixture
def edited(tmp_path: Path, written: bytes) -> Callable[[Callable[[Any], None]], Path]:
    def edit(change: Callable[[Any], None]) -> Path:
        path = tmp_path / "audit.xlsx"
        path.write_bytes(written)
        book = openpyxl.load_workbook(path)
        change(book)
        book.save(path)
        return path

    return edit


def row_of(sheet: Any, number: str) -> int:
    return next(int(cell.row) for column in sheet.iter_cols() for cell in column if cell.value == number)


def column_of(sheet: Any, name: str) -> int:
    return next(int(cell.column) for row in sheet.iter_rows() for cell in row if cell.value == name)


def fill(book: Any, number: str, verdict: str, reason: str = "", reviewer: str = "") -> None:
    sheet = book["问题清单"]
    row = row_of(sheet, number)
    for name, text in (("复核结论", verdict), ("复核说明", reason), ("复核人", reviewer)):
        sheet.cell(row, column_of(sheet, name)).value = text


def test_decisions_and_switches_are_read_back(edited: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        fill(book, "01-001", "不属实", "台账核对无误", "李某")
        fill(book, "05-001", " 待核 ")
        sheet = book["单位数据"]
        row = row_of(sheet, "水利局")
        sheet.cell(row, column_of(sheet, "是否汇总")).value = "否"
        sheet.cell(row, column_of(sheet, "复核")).value = "已核"

    found = read_decisions(edited(change))
    assert found.decisions["01-001"] == Decision("不属实", "台账核对无误", "李某")
    assert found.decisions["05-001"] == Decision("待核")
    assert found.decisions["06-001"] == Decision()
    assert found.counted["水利局"] is False and found.counted["青山镇"] is True
    assert found.reviewed == {"水利局": "已核"}
    assert found.remarks == ()


def test_rows_may_be_sorted_and_filtered_and_columns_moved(edited: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        fill(book, "06-001", "属实", "", "王某")
        sheet = book["问题清单"]
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=HEADER)]
        moved = [rows[0], *sorted(rows[1:], key=lambda row: str(row[0]), reverse=True)]
        moved = [[*row[-3:], None, *row[:-3]] for row in moved]
        sheet.delete_rows(1, sheet.max_row)
        for at, row in enumerate(moved, 5):
            for column, value in enumerate(row, 2):
                sheet.cell(at, column).value = value
            sheet.row_dimensions[at].hidden = at > 6
        sheet.title = "问题清单（终）"

    found = read_decisions(edited(change))
    assert found.decisions["06-001"] == Decision("属实", "", "王某")
    assert set(found.decisions) == {"01-001", "01-002", "01-003", "02-001", "05-001", "06-001", "00-001"}


def test_what_cannot_be_taken_is_told(edited: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        fill(book, "01-001", "也许")
        fill(book, "01-002", "属实")
        fill(book, "01-003", "不属实", "说明")
        sheet = book["问题清单"]
        sheet.cell(row_of(sheet, "01-003"), column_of(sheet, "编号")).value = None
        last = sheet.max_row + 1
        sheet.cell(last, column_of(sheet, "编号")).value = "01-002"
        sheet.cell(last, column_of(sheet, "复核结论")).value = "不属实"
        fill(book, "05-001", "不属实", " ")
        figures = book["单位数据"]
        figures.cell(row_of(figures, "民政局"), column_of(figures, "是否汇总")).value = "不"

    found = read_decisions(edited(change))
    assert not {"01-001", "01-002", "01-003"} & set(found.decisions)
    assert "民政局" not in found.counted
    told = "\n".join(remark.zh for remark in found.remarks)
    for words in (
        "01-001 的复核结论“也许”",
        "没有编号",
        "01-002 在问题清单中出现多行",
        "05-001 的复核结论是“不属实”，但没有填写复核说明",
        "民政局的“是否汇总”填的是“不”",
    ):
        assert words in told


def test_decisions_about_items_that_are_gone_are_told() -> None:
    told = gone({"09-001": Decision("不属实", "说明"), "01-001": Decision("属实"), "09-002": Decision()}, ["01-001"])
    assert [remark.zh for remark in told] == ["编号 09-001 的复核结论（不属实）没有对应的问题，未采用。"]


def test_a_workbook_without_the_sheets_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "别的表"
    book.save(tmp_path / "other.xlsx")
    found = read_decisions(tmp_path / "other.xlsx")
    assert not found.decisions and not found.counted
    assert all("没有找到" in remark.zh for remark in found.remarks) and len(found.remarks) == 2


def test_what_is_no_workbook_is_refused_with_its_name(tmp_path: Path, written: bytes) -> None:
    broken = {
        "cut.xlsx": written[: len(written) // 2],
        "text.xlsx": b"abc",
        "old.xlsx": b"\xd0\xcf\x11\xe0" + b"0" * 600,
    }
    for name, data in broken.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ReadError) as caught:
            read_decisions(tmp_path / name)
        assert name in caught.value.path and "无法读取" in caught.value.reason
    with pytest.raises(ReadError):
        read_decisions(tmp_path / "none.xlsx")


def test_a_declared_document_type_is_refused(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "harm.xlsx"
    path.write_bytes(written)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/more.xml", "<!--" + "x" * 9000 + "--><!DOCTYPE a [<!ENTITY b 'c'>]><a/>")
    with pytest.raises(ReadError, match="文档类型"):
        read_decisions(path)


def test_only_a_workbook_that_was_read_may_be_replaced(tmp_path: Path, written: bytes) -> None:
    """What could not be read, or is somebody's own, still holds what nobody has taken over."""
    (tmp_path / "audit.xlsx").write_bytes(written)
    assert read_decisions(tmp_path / "audit.xlsx").taken == (hashlib.sha256(written).hexdigest(),)
    book = openpyxl.Workbook()
    book.save(tmp_path / "other.xlsx")
    assert read_decisions(tmp_path / "other.xlsx").taken == ()


def test_decisions_of_a_folder_are_taken_together(tmp_path: Path, edited: Callable[..., Path]) -> None:
    def change(book: Any) -> None:
        fill(book, "01-001", "属实")
        figures = book["单位数据"]
        figures.cell(row_of(figures, "水利局"), column_of(figures, "复核")).value = "待核"

    path = edited(change)
    (tmp_path / "audit-2.xlsx").write_bytes(b"broken")
    audit = made_audit()
    state = State(rounds=(Round(1, audit.date, {"青山镇": audit.units[0]}, audit.settings_key),))
    found = typed_before(tmp_path, state)
    assert found.decisions == {"01-001": Decision("属实")} and found.reviewed == {"水利局": "待核"}
    assert found.taken == (hashlib.sha256(path.read_bytes()).hexdigest(),)
    assert any("audit-2.xlsx" in remark.zh for remark in found.remarks)
    assert typed_before(tmp_path, State()) == type(found)()
