"""单位数据: every figure of every unit under the headers of the official tables; who counts is chosen here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from .....checks.subject.cell_values import Cell
from .....form import Form
from .....output.words.places import column_words, row_words, table_words
from .....output.workbook.drawing.book import Book
from .....output.workbook.drawing.table import choose, draw_head
from .....output.workbook.drawing.values import Column
from ....audited import Audit
from ...told import called
from .cover import title_of
from .figure_layout import FigureLayout, FigureRow, layout_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "单位数据"
PURPOSE = "各单位年报三张表的全部数据；“是否汇总”改选后，汇总核对表随之变化"
UNIT, COUNTED, CHECKED = "单位", "是否汇总", "复核"
YES_NO, CHECKS = ("是", "否"), ("已核", "待核")
LEADING = (
    Column(UNIT, "text", 28, 14),
    Column("类别", "centre", 10, 10),
    Column(COUNTED, "choice", 10, 10, YES_NO),
    Column("状态", "centre", 10, 10),
    Column(CHECKED, "choice", 9, 9, CHECKS),
)
NOTES = ("空白格表示年报中该格未填或没有该格；“—”表示填的是横线或“无”；红色为不是数字的内容，不计入合计。",)
_TOP = 1 + len(NOTES)
_HEADERS = 3
_FIGURE_WIDTH = 9
# As many as a page holds beside the names of the units.
_PAGE_COLUMNS = 15


def figure_layout(audit: Audit) -> FigureLayout:
    """Where the figures stand on this sheet."""
    return layout_of(audit, len(LEADING), _TOP + _HEADERS)


def draw(book: Book, audit: Audit, layout: FigureLayout) -> None:
    """The sheet, units in the order of the list, reports of no unit below them."""
    sheet = book.add(NAME)
    for at, column in enumerate(LEADING):
        sheet.set_column(at, at, column.least if at else 22)
    sheet.set_column(layout.start, layout.start + len(layout.cells) - 1, _FIGURE_WIDTH)
    draw_head(
        book, sheet, title_of(audit, f"　{NAME}（第 {audit.round} 轮）"), NOTES, (), [22, 10, 10, 10, 9, *[9] * 8]
    )
    _draw_header(book, sheet, layout)
    for at, row in enumerate(layout.rows, layout.top):
        _draw_row(book, sheet, layout, at, row, audit.reviewed.get(called(row.audited), ""))
    for at, column in enumerate(LEADING):
        if column.choices:
            choose(sheet, layout.top, layout.last, at, column.choices)
    sheet.autofilter(layout.top - 1, 0, layout.last, layout.start + len(layout.cells) - 1)
    sheet.freeze_panes(layout.top, 1)
    sheet.repeat_rows(_TOP, layout.top - 1)
    sheet.repeat_columns(0)
    # Two hundred columns on one page cannot be read: as many pages as they need.
    sheet.fit_to_pages(0, 0)
    sheet.set_print_scale(62)


def _draw_header(book: Book, sheet: Worksheet, layout: FigureLayout) -> None:
    for at, column in enumerate(LEADING):
        sheet.merge_range(_TOP, at, layout.top - 1, at, column.name, book.style("head"))
    sheet.set_row(_TOP + 1, 58)
    sheet.set_row(_TOP + 2, 44)
    columns = [(at, *_names(layout.form, cell)) for at, cell in enumerate(layout.cells, layout.start)]
    for _, found in groupby(columns, key=lambda each: each[1:3]):
        _span(book, sheet, _TOP + 1, [(at, second) for at, _, second, _ in found])
    for at, _, _, third in columns:
        book.put(sheet, _TOP + 2, at, third, "head")
    pages = list(_pages(layout))
    for page in pages:
        _span(book, sheet, _TOP, [(at, first) for at, first, _, _ in columns if at in page])
    sheet.set_v_pagebreaks([page.start for page in pages[1:]])


def _pages(layout: FigureLayout) -> Iterator[range]:
    """The columns of each page: whole rows of one official table, whose name is then to be seen on each."""
    columns = enumerate(layout.cells, layout.start)
    groups = [[at for at, _ in found] for _, found in groupby(columns, key=lambda each: each[1][:2])]
    first, table = layout.start, ""
    for group in groups:
        name = layout.cells[group[0] - layout.start][0]
        if group[0] > first and (name != table or group[-1] - first >= _PAGE_COLUMNS):
            yield range(first, group[0])
            first = group[0]
        table = name
    yield range(first, layout.start + len(layout.cells))


def _span(book: Book, sheet: Worksheet, row: int, columns: list[tuple[int, str]]) -> None:
    """One name over the columns that share it."""
    (first, name), (last, _) = columns[0], columns[-1]
    if last > first:
        sheet.merge_range(row, first, row, last, None, book.style("head"))
    book.put(sheet, row, first, name, "head")


def _names(form: Form, cell: Cell) -> tuple[str, str, str]:
    """The names over a figure: table, row with its block or group, column."""
    table = form.table(cell[0])
    block = table.block(cell[1])
    row = row_words(table, cell[1], "zh")
    return table_words(table, "zh"), f"{block.title} {row}" if block else row, column_words(table, cell[2], "zh")


def _draw_row(book: Book, sheet: Worksheet, layout: FigureLayout, at: int, row: FigureRow, checked: str) -> None:
    unit = row.audited.unit
    counted = YES_NO[0] if row.counts else YES_NO[1]
    leading = (
        called(row.audited),
        unit.category.value if unit else "",
        counted,
        row.audited.filing.status.value,
        checked,
    )
    for column, value in enumerate(leading):
        book.put(sheet, at, column, value, LEADING[column].style)
    styles = dict(_styles(layout))
    for column, cell in enumerate(layout.cells, layout.start):
        if cell in row.numbers:
            book.put(sheet, at, column, row.numbers[cell], styles[cell])
        else:
            text = row.printed.get(cell, "")
            book.put(sheet, at, column, text, "no_number" if text and text != "—" else "number")


def _styles(layout: FigureLayout) -> Iterator[tuple[Cell, str]]:
    for cell in layout.cells:
        yield cell, "amount" if layout.form.table(cell[0]).column(cell[2]).type == "amount" else "number"
