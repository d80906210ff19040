"""汇总表, in a workbook or in any other file: figures of many units are no report, and are refused as such."""

from __future__ import annotations

from ..document import Cell, Document, Table
from ..errors import ReadError
from ..rollup.workbook import has_unit_columns, is_rollup
from ..sheets.opened_sheets import Sheet, SheetCell, Workbook

# A larger table is looked at by the reader of its own format alone.
_MOST_CELLS = 20_000
_BY_ROW = (
    "不是一份年报，看起来是汇总表（一行一个单位）。请逐份检查各单位的年报",
    "is not one annual report; it looks like a roll-up (汇总表) with one row per unit. Please check each unit's report",
)
_BY_COLUMN = (
    "不是一份年报，看起来是汇总表（一列一个单位）。请逐份检查各单位的年报",
    "is not one annual report; it looks like a roll-up (汇总表), a column per unit. Please check each unit's report",
)


def refuse_rollup(book: Workbook, name: str) -> None:
    """Raise ``ReadError`` for a workbook with the figures of many units."""
    if is_rollup(book):
        raise ReadError(name, *_BY_ROW)
    if has_unit_columns(book):
        raise ReadError(name, *_BY_COLUMN)


def refuse_rollup_tables(document: Document) -> None:
    """Raise ``ReadError`` for a file whose tables hold the figures of many units."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    if tables and sum(len(row) for table in tables for row in table.rows) <= _MOST_CELLS:
        refuse_rollup(Workbook(tuple(_sheet(table) for table in tables)), document.name)


def _sheet(table: Table) -> Sheet:
    return Sheet("", tuple(tuple(_cells(table, index)) for index in range(len(table.rows))))


def _cells(table: Table, index: int) -> list[SheetCell]:
    return [_cell(cell) for cell in table.cells(index) if cell.row == index]


def _cell(cell: Cell) -> SheetCell:
    return SheetCell(cell.text.text.strip(), cell.row + 1, cell.column + 1, cell.rowspan, cell.colspan)
