"""Whatever part of a file cannot be read, nothing is called missing for it, and it is told what was not read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from typing import Any

import openpyxl
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from faulty_layouts import report_with
from openpyxl.utils import get_column_letter
from word_layouts import as_docx
from workbook_files import saved, workbook_of

from govreport_lint import Result, lint_bytes

ABSENCES = {"S101", "S102", "S104", "S105", "T201", "T204", "D611"}
REPORT = report_with("faultless")
WORD = as_docx(REPORT)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTROL = f'<w:p xmlns:w="{W}"><w:r><w:object><w:control w:name="x"/></w:object></w:r></w:p>'
PICTURE = (
    f'<w:p xmlns:w="{W}"><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'
    "</w:drawing></w:r></w:p>"
)


def absences(result: Result) -> list[str]:
    """What is called missing; that a table is a picture says no such thing."""
    return [f.code for f in result.findings if f.code in ABSENCES and "图片" not in f.message.zh]


def told(result: Result) -> str:
    reasons = [item.reason.zh for item in result.coverage.unassessed]
    notes = [note if isinstance(note, str) else note.zh for note in result.source.notes]
    return "\n".join([*notes, *reasons])


def changed(change: Callable[[Any], None]) -> Result:
    built = Document(io.BytesIO(WORD))
    change(built)
    made = io.BytesIO()
    built.save(made)
    return lint_bytes(made.getvalue(), "报告.docx")


def blocks(built: Any) -> list[Any]:
    return [element for element in built.element.body if not element.tag.endswith("sectPr")]


def put(markup: str, index: int) -> Callable[[Any], None]:
    def change(built: Any) -> None:
        old = blocks(built)[index]
        old.getparent().replace(old, parse_xml(markup))

    return change


def test_a_block_of_a_word_file_that_is_an_object() -> None:
    for index in range(len(blocks(Document(io.BytesIO(WORD))))):
        result = changed(put(CONTROL, index))
        assert absences(result) == [], index
        assert "控件“x”" in told(result)


def test_a_block_of_a_word_file_that_is_a_picture() -> None:
    for index in range(len(blocks(Document(io.BytesIO(WORD))))):
        assert absences(changed(put(PICTURE, index))) == [], index


def rows(built: Any) -> Iterator[Any]:
    return (row for table in built.tables for row in table.rows)


def hidden(index: int) -> Callable[[Any], None]:
    def change(built: Any) -> None:
        list(rows(built))[index]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))

    return change


def test_a_row_of_a_word_table_that_is_hidden() -> None:
    for index in range(len(list(rows(Document(io.BytesIO(WORD)))))):
        result = changed(hidden(index))
        assert absences(result) == [], index
        assert "隐藏" in told(result)


def cells_as(markup: str, index: int) -> Callable[[Any], None]:
    def change(built: Any) -> None:
        cells = list({cell._tc: cell for cell in list(rows(built))[index].cells}.values())
        label = next((cell for cell in reversed(cells) if cell.text and not cell.text.isdigit()), cells[0])
        for paragraph in label._tc.p_lst[1:]:
            label._tc.remove(paragraph)
        label._tc.replace(label._tc.p_lst[0], parse_xml(markup))

    return change


def test_a_label_of_a_word_table_that_is_an_object_or_a_picture() -> None:
    for index in range(len(list(rows(Document(io.BytesIO(WORD)))))):
        markup = (CONTROL, PICTURE)[index % 2]
        assert absences(changed(cells_as(markup, index))) == [], index


def test_a_row_or_column_of_a_workbook_that_is_hidden() -> None:
    data = workbook_of(REPORT)
    size = openpyxl.load_workbook(io.BytesIO(data)).active
    for row in (True, False):
        for number in range(1, (size.max_row if row else size.max_column) + 1):
            book = openpyxl.load_workbook(io.BytesIO(data))
            sheet = book.active
            values = sheet[number] if row else sheet[get_column_letter(number)]
            if row:
                sheet.row_dimensions[number].hidden = True
            else:
                sheet.column_dimensions[get_column_letter(number)].hidden = True
            result = lint_bytes(saved(book), "报告.xlsx")
            assert absences(result) == [], (row, number)
            assert "隐藏" in told(result) or not any(cell.value for cell in values), (row, number)


def test_a_picture_on_a_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(REPORT)))
    book.active.delete_rows(24)
    made = io.BytesIO(saved(book))
    with zipfile.ZipFile(made, "a") as archive:
        archive.writestr("xl/media/image1.png", b"")
    result = lint_bytes(made.getvalue(), "报告.xlsx")
    assert absences(result) == []
    assert "图片" in told(result)
