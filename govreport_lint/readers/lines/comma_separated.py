"""Tables that a spreadsheet wrote as text with commas or semicolons (CSV), read as rows with tabs.

Every character keeps its place: separators become tabs, quotes become characters that show nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from .line_blocks import read_lines
from .paragraphs import wrap_width
from .reader import source_lines

_SEPARATORS = ",;"
_FEWEST_ROWS, _FEWEST_COLUMNS = 3, 3
_MOST_OF = 0.7
_FIGURE = re.compile(r"[\s\u200b]*\d*[\s\u200b]*")
_NOTHING = "\u200b"
_FIELD = re.compile(r'"(?:[^"]|"")*"|[^"]+|"')


def is_csv(text: str) -> bool:
    """Whether most lines have several fields, half of them numbers or blanks among these, and no other columns."""
    if "\t" in text or "|" in text:
        return False
    separator = _separator(text)
    if text.count(separator) * 2 < text.count("\n"):
        return False
    lines = [line.split(separator) for line in _rows(text, separator) if line.strip()]
    rows = [fields for fields in lines if len(fields) >= _FEWEST_COLUMNS]
    figures = sum(any(_FIGURE.fullmatch(field) for field in fields) for fields in rows)
    return len(rows) >= max(_FEWEST_ROWS, _MOST_OF * len(lines)) and figures * 2 >= len(rows)


def read_csv(text: str, name: str) -> Document:
    """Read decoded text of comma-separated rows; offsets of the document count in it."""
    separator = _separator(text)
    tabbed = "".join(_tabbed(row, separator) for row in _rows(text, separator))
    lines = source_lines(tabbed)
    return Document(name, "csv", text, tuple(read_lines(lines, wrap_width(lines))))


def _separator(text: str) -> str:
    return max(_SEPARATORS, key=text.count)


def _rows(text: str, separator: str) -> Iterator[str]:
    """The rows with their ends; within quotes separators, quotes and line ends are no marks any more."""
    unquoted = "".join(_unquoted(match[0], separator) for match in _FIELD.finditer(text))
    return iter(unquoted.splitlines(keepends=True))


def _unquoted(field: str, separator: str) -> str:
    if not field.startswith('"') or len(field) < 2:
        return field.replace('"', _NOTHING)
    inner = field[1:-1].replace('""', f"{_NOTHING}\u201d").replace("\n", " ").replace("\r", " ")
    return _NOTHING + inner.replace(separator, "\uff0c" if separator == "," else "\uff1b") + _NOTHING


def _tabbed(row: str, separator: str) -> str:
    """The row with tabs; one that has a single text only, a title, as a line."""
    filled = sum(bool(field.strip().strip(_NOTHING)) for field in row.split(separator))
    return row.replace(separator, "\t" if filled > 1 else " ")
