"""Workbooks (.xlsx) opened with care: cells as printed, merged cells with what they cover."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from ..errors import ReadError
from ..language import Text
from .sheet_numbers import shown
from .sheet_text import printed_text, with_plain_names

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

# A sheet with 300 units and every figure of their reports has 2 MB.
LARGEST_PART = 3 * 2**20
LARGEST_WHOLE = 6 * 2**20
MOST_PARTS = 2_000
MOST_COLUMNS = 1_000
MOST_CELLS = 100_000
_NO_LIBRARY = (
    "读取 Excel 文件需要另外安装组件：pip install 'govreport-lint[xlsx]'",
    "reading Excel needs another package: pip install 'govreport-lint[xlsx]'",
)
_DAMAGED = (
    "Excel 文件不完整或已损坏，无法读取。请在 Excel 或 WPS 中打开后另存一份",
    "the workbook is damaged or cut short; please open it in Excel or WPS and save it again",
)
_LARGE = ("Excel 文件展开后内容过大，未读取", "what the workbook unpacks to is too large, not read")
_HARMFUL = (
    "Excel 文件内容异常（含有文档类型声明），可能有害，未读取",
    "the workbook declares a document type, which may do harm, not read",
)
_ENCRYPTED = ("Excel 文件设有密码，无法读取。请去掉密码后再检查", "the workbook has a password; please remove it")
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# Ranges that the library would fill cell by cell.
_RANGE = re.compile(rb"<(?:\w+:)?(?:mergeCell|hyperlink)\b[^>]*?\bref\s*=\s*[\"']([^\"']*)")
_CORNERS = re.compile(rb"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_DRAWN_TEXT = re.compile(rb"<a:t>\s*[^<\s]")
_UNSAVED = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")


class SheetCell(Struct, frozen=True):
    """A cell that is not covered by a merged one; row and column count from 1."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


class Sheet(Struct, frozen=True):
    """A sheet that is not hidden: its cells by rows, those without text too, up to the last used ones.

    ``hidden_rows`` and ``hidden_columns`` are the numbers of those that nobody sees.
    """

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()


class Workbook(Struct, frozen=True):
    """The sheets of a workbook; ``unsaved`` counts the formulas without a result, ``hidden`` the sheets not read.

    ``active``: which of the sheets is shown when the file is opened; ``drawn``: there are pictures or text boxes.
    """

    sheets: tuple[Sheet, ...]
    unsaved: int = 0
    hidden: int = 0
    active: int = 0
    drawn: bool = False


def open_workbook(data: bytes, name: str) -> Workbook:
    """The sheets in the bytes of a workbook called ``name``; raises ``ReadError``."""
    if find_spec("openpyxl") is None:
        raise ReadError(name, *_NO_LIBRARY)
    data = with_plain_names(data)
    found = _inspect(data, name)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False, rich_text=True)
    except Exception as error:
        # A damaged workbook makes the library fail in any way.
        raise ReadError(name, *_DAMAGED) from error
    seen = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    sizes = [_size(sheet) for sheet in seen]
    if sum(high * wide for high, wide in sizes) > MOST_CELLS or any(wide > MOST_COLUMNS for _, wide in sizes):
        raise ReadError(name, *_LARGE)
    sheets = tuple(_sheet(sheet, *size) for sheet, size in zip(seen, sizes, strict=True))
    active = next((index for index, sheet in enumerate(seen) if sheet is book.active), 0)
    return Workbook(sheets, found.unsaved, len(book.worksheets) - len(seen), active, found.drawn)


def workbook_notes(book: Workbook) -> Iterator[Text]:
    """Formulas without a result, sheets that were not read."""
    if book.unsaved:
        yield Text(
            f"有 {book.unsaved} 个公式没有保存计算结果，按空白读取。请在 Excel 或 WPS 中打开并保存后再检查",
            f"{book.unsaved} formulas have no saved result and were read as blank; please open and save the workbook",
        )
    if book.hidden:
        yield Text(f"有 {book.hidden} 个隐藏的工作表，未读取", f"{book.hidden} hidden sheets were not read")


def _size(sheet: Worksheet) -> tuple[int, int]:
    """The last row and column with a value; formats alone may reach to the end of the sheet."""
    used = [place for place, cell in sheet._cells.items() if cell.value is not None]
    return max((row for row, _ in used), default=0), max((column for _, column in used), default=0)


class _Inspected(NamedTuple):
    """Formulas without a saved result, and whether anything is drawn on the sheets."""

    unsaved: int
    drawn: bool


def _inspect(data: bytes, name: str) -> _Inspected:
    """Look at every part before the library does."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [info for info in archive.infolist() if info.filename.lower().endswith((".xml", ".rels", ".vml"))]
            if any(info.flag_bits & 1 for info in archive.infolist()):
                raise ReadError(name, *_ENCRYPTED)
            if len(parts) > MOST_PARTS or sum(info.file_size for info in parts) > LARGEST_WHOLE:
                raise ReadError(name, *_LARGE)
            unsaved = sum(_inspect_part(archive, info, name) for info in parts)
            return _Inspected(unsaved, any(_is_drawn(archive, info) for info in archive.infolist()))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise ReadError(name, *_DAMAGED) from error


def _inspect_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> int:
    if info.file_size > LARGEST_PART:
        raise ReadError(name, *_LARGE)
    content = archive.read(info)
    # In another encoding a declaration could hide from the search.
    if _DOCTYPE.search(content) or content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:64]:
        raise ReadError(name, *_HARMFUL)
    if sum(_cells(reference) for reference in _RANGE.findall(content)) > MOST_CELLS:
        raise ReadError(name, *_LARGE)
    return len(_UNSAVED.findall(content))


def _is_drawn(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bool:
    """Whether a part is a picture, or a drawing with a text in it."""
    name = info.filename.lower()
    if not name.startswith("xl/drawings/"):
        return name.startswith("xl/media/")
    return name.endswith(".xml") and _DRAWN_TEXT.search(archive.read(info)) is not None


def _cells(reference: bytes) -> int:
    """How many cells a reference like ``A1:C3`` covers; far too many for one that cannot be told."""
    match = _CORNERS.fullmatch(reference.upper())
    if match is None:
        return MOST_CELLS + 1
    left, top, right, bottom = match.groups()
    return (_column(right or left) - _column(left) + 1) * (int(bottom or top) - int(top) + 1)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _sheet(sheet: Worksheet, height: int, width: int) -> Sheet:
    rows = frozenset(number for number, row in sheet.row_dimensions.items() if row.hidden or row.height == 0)
    columns: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden or dimension.width == 0:
            first, last = dimension.min or 0, dimension.max or 0
            columns |= set(range(first, min(last, width) + 1))
    return Sheet(sheet.title, tuple(_rows(sheet, height, width)), rows, frozenset(columns - {0}))


def _rows(sheet: Worksheet, height: int, width: int) -> Iterator[tuple[SheetCell, ...]]:
    spans = {(span.min_row, span.min_col): span for span in sheet.merged_cells.ranges}
    covered = {
        (row, column)
        for span in spans.values()
        for row in range(span.min_row, min(span.max_row, height) + 1)
        for column in range(span.min_col, min(span.max_col, width) + 1)
    }
    for row in sheet.iter_rows(max_row=height, max_col=width) if height else ():
        cells = []
        for cell in row:
            place = (cell.row, cell.column)
            span = spans.get(place)
            if span is None and place in covered:
                continue
            high = min(span.max_row, height) - cell.row + 1 if span else 1
            wide = min(span.max_col, width) - cell.column + 1 if span else 1
            text = "" if cell.font and cell.font.strike else shown(printed_text(cell.value), cell.number_format)
            cells.append(SheetCell(text, cell.row, cell.column, high, wide))
        yield tuple(cells)
