"""A 汇总表: the workbook in which one row holds the figures of one unit's report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from ..errors import ReadError
from ..form import Form
from ..language import Text
from ..rulebook.forms import forms
from ..sheets.opened_sheets import Sheet, Workbook, open_workbook, workbook_notes
from .header import Grid, Header, find_header
from .targets import Place, targets_of
from .transposed import is_unit, transposed
from .unit_rows import SheetRows, UnitRow, counts_by_applicant, read_rows
from .vocabulary_words import load_words

__all__ = ["Rollup", "UnitRow", "has_unit_columns", "is_rollup", "read_rollup"]

_NO_HEADER = (
    "没有认出汇总表的表头：需要一列单位名称，其他列的表头写明表三、表四等的行和列，如“本年新收-总计”“行政复议-结果维持”",
    "no header of a roll-up was recognised: it needs a column of unit names and columns named by row and column of the "
    "official tables, such as 本年新收-总计",
)
_BY_APPLICANT = (
    "汇总表中一个单位占几行（按申请人类型分行），无法按一行一个单位读取。请改为一个单位一行",
    "a unit takes several rows, one for each kind of applicant; please give each unit one row",
)


class Rollup(Struct, frozen=True):
    """A 汇总表: its units, the row that sums them, the columns that could not be assigned with certainty.

    ``form`` is the key of the form whose cells the columns name; ``notes`` are what the user has to be told.
    """

    units: tuple[UnitRow, ...]
    total: UnitRow | None
    unknown_columns: tuple[str, ...]
    form: str
    notes: tuple[Text, ...] = ()


class _Found(NamedTuple):
    """A sheet with a header."""

    sheet: Sheet
    number: int
    grid: Grid
    header: Header


def read_rollup(data: bytes, name: str) -> Rollup:
    """Read the bytes of a workbook as a 汇总表; raises ``ReadError``, also when no header can be recognised.

    Sheets that hold other tables of the same units are put together; locations are sheet, row and column.
    """
    book = open_workbook(data, name)
    form, found = _best(book)
    if not found:
        raise ReadError(name, *_NO_HEADER)
    if any(counts_by_applicant(each.grid, each.header, form) for each in found):
        raise ReadError(name, *_BY_APPLICANT)
    words = load_words()
    rows = [read_rows(each.grid, each.header, form, words, each.number) for each in found]
    notes = (*workbook_notes(book), *_left_out(book, found))
    return Rollup(_units(rows, name), _total(rows, name), tuple(_unknown(found)), form.key, notes)


def is_rollup(book: Workbook) -> bool:
    """Whether a workbook holds several units below a header that names cells of the form."""
    return len([unit for unit in _unit_names(book) if unit]) > 1


def has_unit_columns(book: Workbook) -> bool:
    """Whether a workbook holds several units side by side, a column for each."""
    return len({unit for unit in _unit_names(transposed(book)) if is_unit(unit)}) > 1


def _unit_names(book: Workbook) -> list[str]:
    form, found = _best(book)
    words = load_words()
    rows = (read_rows(each.grid, each.header, form, words, each.number) for each in found)
    return [row.unit for each in rows for row in each.units]


def _best(book: Workbook) -> tuple[Form, list[_Found]]:
    """The form whose own cells most of the columns name, the newest of equals, and the sheets with a header.

    Cells that several forms have say nothing about the form.
    """
    grids = [Grid(sheet) for sheet in book.sheets]
    readings = []
    for form in forms():
        headers = [find_header(grid, form, load_words()) for grid in grids]
        found = [
            _Found(sheet, number, grid, header)
            for number, (sheet, grid, header) in enumerate(zip(book.sheets, grids, headers, strict=True), 1)
            if header is not None
        ]
        readings.append((form, found))
    known = Counter(place for form in forms() for place in targets_of(form).types())
    return max(readings, key=lambda reading: _own(reading[1], known))


def _own(found: Sequence[_Found], known: Counter[Place]) -> int:
    return sum(known[place] == 1 for each in found for place in each.header.places.values())


def _left_out(book: Workbook, found: Sequence[_Found]) -> Iterator[Text]:
    read = {each.number for each in found}
    for number, sheet in enumerate(book.sheets, 1):
        if number not in read and sheet.rows:
            yield Text(f"工作表“{sheet.name}”没有认出表头，未读取", f"no header in sheet {sheet.name}, not read")


def _unknown(found: Sequence[_Found]) -> Iterator[str]:
    for each in found:
        for label in each.header.unknown.values():
            yield f"{each.sheet.name}：{label}" if len(found) > 1 else label


def _units(sheets: Sequence[SheetRows], name: str) -> tuple[UnitRow, ...]:
    """The units in their order. What stands once in each of several sheets is one; twice in one sheet, two."""
    counts = [Counter(row.unit for row in sheet.units) for sheet in sheets]
    twice = {unit for count in counts for unit, times in count.items() if times > 1 or not unit}
    found: list[UnitRow] = []
    places: dict[str, int] = {}
    for row in (row for sheet in sheets for row in sheet.units):
        if row.unit not in twice and row.unit in places:
            found[places[row.unit]] = _together(found[places[row.unit]], row, name)
        else:
            places[row.unit] = len(found)
            found.append(row)
    return tuple(found)


def _together(first: UnitRow, second: UnitRow, name: str) -> UnitRow:
    """One unit of two sheets; raises ``ReadError`` when both have the same figure."""
    if {figure[:3] for figure in first.figures} & {figure[:3] for figure in second.figures}:
        raise ReadError(
            name,
            f"两个工作表都有“{first.unit}”的同一项数字，无法确定取哪一个。请只留下要核对的一年",
            f"two sheets have the same figure of {first.unit}; please keep only the year to be checked",
        )
    return replace(first, figures=first.figures + second.figures)


def _total(sheets: Sequence[SheetRows], name: str) -> UnitRow | None:
    """The sum of all units; None when sheets with different units have each their own."""
    if any(len(sheet.totals) > 1 for sheet in sheets):
        raise ReadError(
            name,
            "汇总表有不止一行合计，无法确定取哪一行。请只留一行合计，其他改为“小计”",
            "the roll-up has more than one row of totals; please keep one and call the others 小计",
        )
    totals = [row for sheet in sheets for row in sheet.totals]
    cells = [figure[:3] for row in totals for figure in row.figures]
    if not totals or len(set(cells)) < len(cells):
        return None
    return replace(totals[0], figures=tuple(figure for row in totals for figure in row.figures))
