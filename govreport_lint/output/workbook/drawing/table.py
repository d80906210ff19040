"""A table on a sheet: title and notes above, a header that stays in sight and is repeated in print, filters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from .book import Book
from .values import Column, Formula, Passage, Styled, Value

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LINE = 13.5
_AIR = 3.0
# What a row can be high in Excel, in points.
_MOST_HIGH = 400.0
# The arrow of a filter.
_ARROW = 2.5
_HEAD_LINES = 3


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
    sheet.set_row(top, height([column.name for column in columns], [width - _ARROW for width in widths]))
    for number, row in enumerate(rows, top + 1):
        sheet.set_row(number, height(row, widths))
        for at, value in enumerate(row):
            book.put(sheet, number, at, value, columns[at].style)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(columns) - 1)
    sheet.freeze_panes(top + 1, fixed)
    sheet.repeat_rows(top)
    return sheet


def height(values: Sequence[Value], widths: Sequence[float]) -> float:
    """How high a row has to be for its texts to be seen whole, in points; not every program finds out by itself."""
    lines = max(_lines(_text(value), width) for value, width in zip(values, widths, strict=True))
    return min(lines * _LINE + _AIR, _MOST_HIGH)


def _lines(text: str, width: float) -> int:
    room = max(2, int(width))
    return sum(max(1, -(-cell_len(line) // room)) for line in text.split("\n"))


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
        sheet.set_row(number, height([text], [sum(widths[: across + 1]) * 0.95]))
    return 1 + len(told)


def choose(sheet: Worksheet, first: int, last: int, column: int, choices: Sequence[str]) -> None:
    """Let one of several words be chosen in the cells of a column."""
    words = "、".join(choices)
    options = {
        "validate": "list", "source": list(choices), "error_title": "请选择", "error_message": f"请选择：{words}",
    }  # fmt: skip
    sheet.data_validation(first, column, last, column, options)


def shade(
    book: Book, sheet: Worksheet, column: int, first: int, last: int, rule: Mapping[str, object], style: str
) -> None:
    """Shade the cells of a column that are as the rule says, whatever they come to be."""
    sheet.conditional_format(first, column, last, column, {**rule, "format": book.style(style)})


def _across(widths: Sequence[float]) -> int:
    """The last column of the cells that notes stand in: as wide as a screen, no wider."""
    total = 0.0
    for at, width in enumerate(widths):
        total += width
        if total > 130:
            return at
    return len(widths) - 1


def _width(column: Column, values: Sequence[Value]) -> float:
    """As wide as the longest line, within what the column may have; the name may take three lines."""
    named = -(-cell_len(column.name) // _HEAD_LINES) + 1 + _ARROW
    longest = max((cell_len(line) for value in values for line in _text(value).split("\n")), default=0)
    return min(max(column.least, named, longest + 2), max(column.most, named))


def _text(value: Value) -> str:
    if isinstance(value, Styled | Formula):
        return _text(value.value)
    if isinstance(value, Passage):
        return value.text
    if isinstance(value, float):
        return f"{value:.2f}"
    return "" if value is None else str(value)
