"""Rows of a workbook by the names of their columns, wherever these were moved to."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from msgspec import Struct

from .....errors import ReadError
from .inspection import DAMAGED, inspect

# The header stands near the top, with notes above it.
_HEADER_WITHIN = 60
_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 256
_NO_LIBRARY = (
    "读取 Excel 文件需要另外安装组件：pip install 'govreport-lint[xlsx]'",
    "reading Excel needs another package: pip install 'govreport-lint[xlsx]'",
)
_CLOSED = ("Excel 文件无法打开：{}", "the workbook cannot be opened: {}")

Sheets = dict[str, tuple[tuple[str, ...], ...]]


class Row(Struct, frozen=True):
    """A row below a header; ``number`` is its line on the sheet (from 1)."""

    number: int
    cells: dict[str, str]

    def cell(self, name: str) -> str:
        """The text under a name, without the white space around it; empty where there is no such column."""
        return self.cells.get(_bare(name), "")


def workbook_data(path: Path) -> bytes:
    """The bytes of a workbook that is safe to open. Raises ``ReadError``."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ReadError(str(path), *(words.format(reason) for words in _CLOSED)) from error
    inspect(data, str(path))
    return data


def open_rows(data: bytes, path: str, names: Collection[str]) -> Sheets:
    """The sheets with these names as texts, hidden and filtered rows too; where one is not there, every sheet.

    ``path`` is its file in messages. Raises ``ReadError``.
    """
    try:
        import openpyxl
    except ImportError as error:
        raise ReadError(path, *_NO_LIBRARY) from error
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        wanted = {_bare(name) for name in names}
        found = [sheet for sheet in book.worksheets if _bare(sheet.title) in wanted]
        sheets = found if len(found) == len(wanted) else book.worksheets
        return {sheet.title: tuple(_texts(sheet)) for sheet in sheets}
    except Exception as error:
        # A damaged workbook makes the library fail in any way.
        raise ReadError(path, *DAMAGED) from error


def named_rows(sheets: Sheets, name: str, columns: Collection[str]) -> tuple[Row, ...] | None:
    """The rows of the sheet with a name, else of the first one whose header has these columns; None without one."""
    own = [rows for title, rows in sheets.items() if _bare(title) == _bare(name)]
    for rows in (*own, *sheets.values()):
        header = _header(rows, columns)
        if header is not None:
            return tuple(_below(rows, header))
    return None


def _header(rows: Sequence[Sequence[str]], columns: Collection[str]) -> int | None:
    wanted = {_bare(column) for column in columns}
    for at, row in enumerate(islice(rows, _HEADER_WITHIN)):
        if wanted <= {_bare(cell) for cell in row}:
            return at
    return None


def _below(rows: Sequence[Sequence[str]], header: int) -> Iterator[Row]:
    names = [_bare(cell) for cell in rows[header]]
    for number, row in enumerate(rows[header + 1 :], header + 2):
        # Of two columns with one name the first counts.
        cells = dict(reversed([(name, cell) for name, cell in zip(names, row, strict=False) if name]))
        if any(cells.values()):
            yield Row(number, cells)


def _texts(sheet: Iterable[object]) -> Iterator[tuple[str, ...]]:
    # What a program says of a sheet's size need not be so.
    sheet.reset_dimensions()  # type: ignore[attr-defined]
    rows = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
    for row in islice(rows, _MOST_ROWS):
        yield tuple("" if value is None else _text(value) for value in row)


def _text(value: object) -> str:
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value).strip()


def _bare(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).split())
