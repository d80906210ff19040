"""The workbook while it is written: its styles, and values put into cells so that they stay what they are."""

from __future__ import annotations

import datetime
import io
from decimal import Decimal
from typing import TYPE_CHECKING

from .safe_text import fits, leads_formula, safe, seen_whole
from .styles import STYLES
from .values import Formula, Passage, Plain, Styled, Value

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Beyond fifteen digits a number in a workbook is another one.
MOST_EXACT = 10**15
_MOST_NAME = 31


class Book:
    """A workbook in memory; ``day`` (ISO) is the date that it says it was made on, ``footer`` ends each page."""

    def __init__(self, title: str, day: str, footer: str = "第 &P 页 共 &N 页") -> None:
        import xlsxwriter

        self._stream = io.BytesIO()
        self._footer = footer
        self._book = xlsxwriter.Workbook(
            self._stream,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        self._formats: dict[tuple[str, bool], Format] = {}
        self._book.set_properties({"title": safe(title), "created": _date(day)})
        self._book.set_calc_mode("auto")

    def add(self, name: str) -> Worksheet:
        """A new sheet, on A4 lying, as wide as the paper."""
        sheet = self._book.add_worksheet(name[:_MOST_NAME])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer(f"&C&9{self._footer}")
        sheet.hide_gridlines(2)
        return sheet

    def style(self, name: str, *, quoted: bool = False) -> Format:
        """A style; ``quoted``: the cell stays text when somebody edits it."""
        if (name, quoted) not in self._formats:
            options = {**STYLES[name], **({"quote_prefix": True} if quoted else {})}
            self._formats[name, quoted] = self._book.add_format(options)
        return self._formats[name, quoted]

    def put(self, sheet: Worksheet, row: int, column: int, value: Value, style: str = "text") -> None:
        """Write a value; rows and columns count from 0. None is an empty cell."""
        if isinstance(value, Styled):
            style, value = value.style, value.value
        if isinstance(value, Formula):
            cached = _number(value.value) if isinstance(value.value, Decimal) else value.value
            sheet.write_formula(row, column, value.text, self.style(style), "" if cached is None else cached)
        elif isinstance(value, Passage):
            self._put_passage(sheet, row, column, value, style)
        else:
            self._put_plain(sheet, row, column, value, style)

    def data(self) -> bytes:
        """The bytes of the file."""
        self._book.close()
        return self._stream.getvalue()

    def _put_plain(self, sheet: Worksheet, row: int, column: int, value: Plain, style: str) -> None:
        text = safe(value) if isinstance(value, str) else ""
        if isinstance(value, int | float | Decimal) and -MOST_EXACT < value < MOST_EXACT:
            sheet.write_number(row, column, _number(value), self.style(style))
        elif value is None or (isinstance(value, str) and not text):
            sheet.write_blank(row, column, None, self.style(style))
        else:
            text = text or str(value)
            sheet.write_string(row, column, text, self.style(style, quoted=leads_formula(text)))

    def _put_passage(self, sheet: Worksheet, row: int, column: int, passage: Passage, style: str) -> None:
        parts = [(seen_whole(text), same) for text, same in _parts(passage)]
        parts = [(text, same) for text, same in parts if text]
        whole = "".join(text for text, _ in parts)
        if len(parts) < 2 or not fits(whole):
            equal = bool(parts) and all(same for _, same in parts)
            self._put_plain(sheet, row, column, whole, "equal" if equal else style)
            return
        pieces: list[object] = []
        for text, same in parts:
            pieces += [self.style("same" if same else "other"), text]
        sheet.write_rich_string(row, column, *pieces, self.style(style, quoted=leads_formula(whole)))


def _parts(passage: Passage) -> list[tuple[str, bool]]:
    """The text cut where the runs begin and end."""
    found, at = [], 0
    for start, end in sorted(passage.runs):
        begin, stop = max(at, start), min(end, len(passage.text))
        if stop > begin:
            found += [(passage.text[at:begin], False), (passage.text[begin:stop], True)]
            at = stop
    return [*found, (passage.text[at:], False)]


def _number(value: int | float | Decimal) -> int | float:
    return float(value) if isinstance(value, Decimal) else value


def _date(day: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(day[:10])
    except ValueError:
        return datetime.datetime(1980, 1, 1)
