"""汇总表核对: where the 汇总表 says something else than the units' own reports."""

from __future__ import annotations

from .....finding import Place
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import draw_table
from .....output.workbook.drawing.values import Column, Value
from ....audited import Audit, WorkbookCell, WorkbookCheck
from ...told import form_of, listed, place_parts
from .cover import title_of

NAME = "汇总表核对"
PURPOSE = "汇总表与各单位年报不一致的格"
COLUMNS = (
    Column("单位", "text", 26, 12),
    Column("表", "text", 8, 6),
    Column("行", "text", 40, 16),
    Column("列", "text", 18, 10),
    Column("汇总表", "text", 14, 10),
    Column("年报", "text", 14, 10),
    Column("差额", "number", 10),
    Column("汇总表中的位置", "centre", 16, 14),
)


def draw(book: Book, audit: Audit, check: WorkbookCheck) -> None:
    """The sheet: the cells that differ; what could not be read is said above them."""
    rows = [_row(audit, cell) for cell in check.cells]
    title = title_of(audit, f"　{NAME}")
    draw_table(book, NAME, title, COLUMNS, rows, notes=_notes(check), explained=_refused(check), fixed=1)


def _row(audit: Audit, cell: WorkbookCell) -> tuple[Value, ...]:
    table, row, column = place_parts(form_of(audit), Place(None, cell.table, cell.row, cell.column))
    return cell.unit, table, row, column, cell.printed, cell.reported, cell.difference, cell.at


def _notes(check: WorkbookCheck) -> list[str]:
    layout = f"（{check.layout}）" if check.layout else ""
    notes = [
        f"汇总表：{check.path}{layout}；比对 {check.compared} 格，不一致 {len(check.cells)} 格。差额＝汇总表－年报。"
    ]
    if check.unknown:
        notes.append(f"汇总表中认不准是哪一格、未比对的列：{listed(check.unknown, 12)}。")
    if check.absent:
        notes.append(f"只在汇总表或只在年报中有的单位：{listed(check.absent, 12)}。")
    return notes


def _refused(check: WorkbookCheck) -> list[str]:
    return [f"汇总表无法读取，未比对：{check.refused.zh}"] if check.refused else []
