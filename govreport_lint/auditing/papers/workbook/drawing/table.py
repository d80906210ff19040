"""A table on a sheet: title and notes above, a header that stays in sight and is repeated in print, filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from .book import Book
from .values import Column, Formula, Passage, Styled, Value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LINE = 15
_MOST_LINES = 12
# Arrows of the filter, and air.
_AIR = 4


def draw_table(
    book: Book,
    name: str,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Value]],
    *,
    notes: Sequence[str] = (),
    explained: Sequence[str] = (),
    fixed: int = 0,
) -> Worksheet:
    """A sheet with one table. ``explained`` stands out above it, ``fixed`` columns stay in sight."""
    sheet = book.add(name)
    widths = [_width(column, [row[at] for row in rows]) for at, column in enumerate(columns)]
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    top = draw_head(book, sheet, title, notes, explained, widths)
    for at, column in enumerate(columns):
        book.put(sheet, top, at, column.name, "head")
        if column.choices and rows:
            choose(sheet, top + 1, top + len(rows), at, column.choices)
    sheet.set_row(top, 2 * _LINE)
    for number, row in enumerate(rows, top + 1):
        for at, value in enumerate(row):
            book.put(sheet, number, at, value, columns[at].style)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(columns) - 1)
    sheet.freeze_panes(top + 1, fixed)
    sheet.repeat_rows(top)
    return sheet


def top_of(notes: Sequence[str], explained: Sequence[str]) -> int:
    """The row (from 0) where the header of a table begins that has this above it."""
    return 1 + len(notes) + len(explained)


def draw_head(
    book: Book, sheet: Worksheet, title: str, notes: Sequence[str], explained: Sequence[str], widths: Sequence[float]
) -> int:
    """Title, notes and explanation above a table; gives the row where its header begins."""
    book.put(sheet, 0, 0, title, "title")
    sheet.set_row(0, 26)
    told = [(text, "note") for text in notes] + [(text, "explained") for text in explained]
    across = _across(widths)
    for number, (text, style) in enumerate(told, 1):
        if across:
            sheet.merge_range(number, 0, number, across, None, book.style(style))
        book.put(sheet, number, 0, text, style)
        lines = -(-cell_len(text) // max(20, int(sum(widths[: across + 1]) * 0.95))) + text.count("\n")
        sheet.set_row(number, _LINE * min(max(lines, 1), _MOST_LINES))
    return 1 + len(told)


def choose(sheet: Worksheet, first: int, last: int, column: int, choices: Sequence[str]) -> None:
    """Let one of several words be chosen in the cells of a column."""
    words = "、".join(choices)
    options = {
        "validate": "list", "source": list(choices), "error_title": "请选择", "error_message": f"请选择：{words}",
    }  # fmt: skip
    sheet.data_validation(first, column, last, column, options)


def _across(widths: Sequence[float]) -> int:
    """The last column of the cells that notes stand in: as wide as a screen, no wider."""
    total = 0.0
    for at, width in enumerate(widths):
        total += width
        if total > 130:
            return at
    return len(widths) - 1


def _width(column: Column, values: Sequence[Value]) -> float:
    """As wide as the longest line, within what the column may have."""
    named = -(-cell_len(column.name) // 2) + _AIR if cell_len(column.name) > 8 else cell_len(column.name) + _AIR
    longest = max((cell_len(line) for value in values for line in _text(value).split("\n")), default=0)
    return min(max(column.least, named, longest + 2), max(column.most, named))


def _text(value: Value) -> str:
    if isinstance(value, Styled | Formula):
        return _text(value.value)
    if isinstance(value, Passage):
        return value.text
    return "" if value is None else str(value)
