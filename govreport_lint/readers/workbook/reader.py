"""Workbooks that hold the tables of a report: each sheet becomes its tables and the lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ...document import Block, Document, Heading, Location, Paragraph, Passage, Run, Table
from ...errors import ReadError
from ...invisible import without_invisible
from ...language import Text
from ...sheets.opened_sheets import Sheet, SheetCell, Workbook, open_workbook, workbook_notes
from ..blocks.grid import Span, SpanRow, arrange
from ..lines.line_kinds import Kind, kind_of
from ..rollups import refuse_rollup
from .hidden_cells import hidden_parts, seen
from .side_by_side import beside_each_other

# The three tables have 300 cells; several years and notes beside them a few thousand.
MOST_CELLS = 20_000
_NO_REPORT = (
    f"工作簿超过 {MOST_CELLS} 个单元格，不像是一份年度报告的表格，未读取",
    f"a workbook of more than {MOST_CELLS} cells is no such report, not read",
)
_TITLES = frozenset({Kind.TITLE, Kind.NUMBERED, Kind.TEXT})


def read_xlsx(data: bytes, name: str) -> Document:
    """Read the bytes of a workbook; raises ``ReadError``.

    Locations are sheet (``table``), row and column (``cell``); offsets count characters, for the order only.
    """
    book = open_workbook(data, name)
    refuse_rollup(book, name)
    if sum(len(row) for sheet in book.sheets for row in sheet.rows) > MOST_CELLS:
        raise ReadError(name, *_NO_REPORT)
    blocks = tuple(sheet_blocks(book, range(len(book.sheets))))
    unread = tuple(_unread(book))
    sheets = tuple(sheet.name for sheet in book.sheets)
    notes = (*workbook_notes(book), *unread)
    return Document(name, "xlsx", None, blocks, notes=notes, unread=unread, sheets=sheets)


def read_shown_sheet(data: bytes, name: str) -> Document:
    """Read the sheet of a workbook that is shown where the workbook stands in another file; raises ``ReadError``."""
    book = open_workbook(data, name)
    shown = book.sheets[book.active : book.active + 1]
    blocks = tuple(sheet_blocks(book, [book.active])) if shown else ()
    others = sum(any(cell.text for row in sheet.rows for cell in row) for sheet in book.sheets) - len(shown)
    unread = [*_unread(replace(book, sheets=shown))]
    if others > 0:
        unread.append(
            Text(f"嵌入的工作簿还有 {others} 个工作表未读取", f"{others} more sheets of the workbook, not read")
        )
    return Document(name, "xlsx", None, blocks, unread=tuple(unread))


def sheet_blocks(book: Workbook, chosen: Iterable[int]) -> Iterator[Block]:
    """The blocks of some sheets of a workbook, without the rows and columns that are hidden."""
    reader = _Reader()
    for index in chosen:
        for part in beside_each_other(seen(book.sheets[index])):
            yield from reader.read(part, index + 1)


def _unread(book: Workbook) -> Iterator[Text]:
    """What of a workbook was passed over and may hold a part of the report."""
    for sheet in book.sheets:
        rows, columns = hidden_parts(sheet)
        if rows or columns:
            zh = f"工作表“{sheet.name}”有隐藏的行或列（{rows} 行、{columns} 列有内容），未读取"
            yield Text(zh, f"hidden rows ({rows}) or columns ({columns}) with contents in sheet {sheet.name}, not read")
    if book.drawn:
        yield Text(
            "工作表中有图片或文本框，其中的文字未读取", "pictures or text boxes on the sheets, their text not read"
        )


class _Reader:
    """Reads sheets one after another and counts the characters."""

    def __init__(self) -> None:
        self._at = 1

    def read(self, sheet: Sheet, number: int) -> Iterator[Block]:
        rows: list[tuple[SheetCell, ...]] = []
        first = True
        for row in [*sheet.rows, ()]:
            title = _title(row)
            if title is None and row and (rows or any(cell.text for cell in row)):
                rows.append(row)
                continue
            if rows and (title or not row):
                yield self._table(rows, number)
                rows = []
            if title:
                text = self._passage(title, number)
                yield Heading(text, 1) if first or kind_of(title.text) is Kind.TITLE else Paragraph(text)
                first = False

    def _table(self, rows: Sequence[tuple[SheetCell, ...]], number: int) -> Table:
        start = self._at
        spans = []
        for row in rows:
            cells = [Span(self._passage(cell, number), cell.rowspan, cell.colspan) for cell in row]
            spans.append(SpanRow(cells, self._place(self._at, row[0].row if row else 0, 0, number)))
        place = self._place(start, rows[0][0].row if rows[0] else 1, 1, number)
        return Table(arrange(spans), Location(start, self._at, table=number, row=place.row))

    def _passage(self, cell: SheetCell, number: int) -> Passage:
        start = self._at
        self._at += len(cell.text) + 1
        place = Location(start, start + len(cell.text), table=number, row=cell.row, cell=cell.column)
        return Passage(without_invisible(cell.text), (Run(0, place, False),))

    @staticmethod
    def _place(start: int, row: int, column: int, number: int) -> Location:
        return Location(start, start, table=number, row=row or None, cell=column or None)


def _title(row: Sequence[SheetCell]) -> SheetCell | None:
    """The only text of a row, if it is a title or a sentence, not a label."""
    filled = [cell for cell in row if cell.text]
    return filled[0] if len(filled) == 1 and kind_of(filled[0].text) in _TITLES else None
