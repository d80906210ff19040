"""A 汇总表: the workbook with the figures of many units, a row or a column for each, or a row for each applicant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from ..document import Location
from ..errors import ReadError
from ..language import Text
from ..report import Figure
from ..sheets.cell_addresses import address
from ..sheets.opened_sheets import Workbook, open_workbook, workbook_notes
from .applicant_rows import applicant_column, read_applicant_rows
from .found_sheets import Found, best_sheets
from .transposed import is_unit, transposed
from .unit_rows import LineKind, SheetRows, Subtotal, UnitRow, arranged, reader_of
from .vocabulary_words import load_words

__all__ = ["Layout", "Rollup", "Subtotal", "UnitRow", "has_unit_columns", "is_rollup", "read_rollup"]

_NO_HEADER = (
    "没有认出汇总表的表头：需要一列单位名称，其他列的表头写明表三、表四等的行和列，如“本年新收-总计”“行政复议-结果维持”",
    "no header of a roll-up was recognised: it needs a column of unit names and columns named by row and column of the "
    "official tables, such as 本年新收-总计",
)


class Layout(StrEnum):
    """How a 汇总表 is laid out, in the office's words."""

    ROWS = "一行一个单位"
    COLUMNS = "一列一个单位"
    APPLICANTS = "一个单位按申请人类型分行"


class Rollup(Struct, frozen=True):
    """A 汇总表: its units, the row that sums them, the columns that could not be assigned with certainty.

    ``form`` is the key of the form whose cells the columns name; ``notes`` are what the user has to be told;
    ``subtotals`` are the sums of some units, ``sheets`` the names of the sheets that locations count.
    """

    units: tuple[UnitRow, ...]
    total: UnitRow | None
    unknown_columns: tuple[str, ...]
    form: str
    notes: tuple[Text, ...] = ()
    subtotals: tuple[Subtotal, ...] = ()
    sheets: tuple[str, ...] = ()
    layout: Layout = Layout.ROWS

    def address(self, location: Location) -> str:
        """The address of a cell: 表三!D7."""
        return address_in(self.sheets, location)


def address_in(sheets: Sequence[str], location: Location) -> str:
    """The address of a cell of a workbook with these sheets."""
    number = location.table or 1
    sheet = sheets[number - 1] if number <= len(sheets) else ""
    return address(sheet, location.row or 1, location.cell or 1)


def read_rollup(data: bytes, name: str) -> Rollup:
    """Read the bytes of a workbook as a 汇总表; raises ``ReadError``, also when no header can be recognised.

    Sheets that hold other tables of the same units are put together; locations are sheet, row and column.
    """
    book = open_workbook(data, name)
    form, found = best_sheets(book)
    if found:
        rows = [_rows(each, name) for each in found]
        columns = [applicant_column(each.grid, each.header, each.form) for each in found]
        layout = Layout.APPLICANTS if any(columns) else Layout.ROWS
    else:
        form, found = best_sheets(transposed(book))
        rows = [_upright(_columns(each)) for each in found]
        columns, layout = [None] * len(found), Layout.COLUMNS
    if not any(each.units for each in rows):
        raise ReadError(name, *_NO_HEADER)
    sheets = tuple(sheet.name for sheet in book.sheets)
    return Rollup(
        _units(rows, name, sheets),
        _total(rows, name, sheets),
        tuple(_unknown(found, columns)),
        form.key,
        (*workbook_notes(book), *_left_out(book, found)),
        tuple(subtotal for each in rows for subtotal in each.subtotals),
        sheets,
        layout,
    )


def is_rollup(book: Workbook) -> bool:
    """Whether a workbook holds several units below a header that names cells of the form."""
    return len([unit for unit in _unit_names(book) if unit]) > 1


def has_unit_columns(book: Workbook) -> bool:
    """Whether a workbook holds several units side by side, a column for each."""
    return len({unit for unit in _unit_names(transposed(book)) if is_unit(unit)}) > 1


def _unit_names(book: Workbook) -> list[str]:
    return [row.unit for each in best_sheets(book)[1] for row in _plain(each).units]


def _plain(found: Found) -> SheetRows:
    words = load_words()
    return arranged(reader_of(found.grid, found.header, found.form, words, found.number).lines(), words)


def _rows(found: Found, name: str) -> SheetRows:
    """The units of a sheet; raises ``ReadError``."""
    column = applicant_column(found.grid, found.header, found.form)
    if column is None:
        return _plain(found)
    reader = reader_of(found.grid, found.header, found.form, load_words(), found.number)
    return read_applicant_rows(reader, column, found.form, name, found.sheet.name)


def _columns(found: Found) -> SheetRows:
    """The units of a sheet on its side: columns that count, measure or number nothing are no units."""
    words = load_words()
    lines = reader_of(found.grid, found.header, found.form, words, found.number).lines()
    return arranged((line for line in lines if line.kind is not LineKind.UNIT or is_unit(line.row.unit)), words)


def _upright(rows: SheetRows) -> SheetRows:
    """The rows of a sheet that was read on its side, with places as they are in the file."""
    return SheetRows(
        tuple(map(_stood, rows.units)),
        tuple(map(_stood, rows.totals)),
        tuple(Subtotal(_stood(each.row), tuple(map(_stood, each.units))) for each in rows.subtotals),
    )


def _stood(row: UnitRow) -> UnitRow:
    figures, sums = (tuple(map(_turned, found)) for found in (row.figures, row.sums))
    return replace(row, figures=figures, sums=sums, location=_swapped(row.location))


def _turned(figure: Figure) -> Figure:
    return figure._replace(location=_swapped(figure.location))


def _swapped(place: Location) -> Location:
    return replace(place, row=place.cell, cell=place.row)


def _left_out(book: Workbook, found: Sequence[Found]) -> Iterator[Text]:
    read = {each.number for each in found}
    for number, sheet in enumerate(book.sheets, 1):
        if number not in read and sheet.rows:
            yield Text(f"工作表“{sheet.name}”没有认出表头，未读取", f"no header in sheet {sheet.name}, not read")


def _unknown(found: Sequence[Found], applicants: Sequence[int | None]) -> Iterator[str]:
    for each, own in zip(found, applicants, strict=True):
        for column, label in each.header.unknown.items():
            if column != own:
                yield f"{each.sheet.name}：{label}" if len(found) > 1 else label


def _units(found_rows: Sequence[SheetRows], name: str, sheets: Sequence[str]) -> tuple[UnitRow, ...]:
    """The units in their order. What stands once in each of several sheets is one; twice in one sheet, two."""
    counts = [Counter(row.unit for row in sheet.units) for sheet in found_rows]
    twice = {unit for count in counts for unit, times in count.items() if times > 1 or not unit}
    found: list[UnitRow] = []
    places: dict[str, int] = {}
    for row in (row for sheet in found_rows for row in sheet.units):
        if row.unit not in twice and row.unit in places:
            found[places[row.unit]] = _together(found[places[row.unit]], row, name, sheets)
        else:
            places[row.unit] = len(found)
            found.append(row)
    return tuple(found)


def _together(first: UnitRow, second: UnitRow, name: str, sheets: Sequence[str]) -> UnitRow:
    """One unit of two sheets; raises ``ReadError`` when both have the same figure."""
    known = {figure[:3]: figure for figure in first.figures + first.sums}
    again = next((figure for figure in second.figures + second.sums if figure[:3] in known), None)
    if again:
        both = address_in(sheets, known[again[:3]].location), address_in(sheets, again.location)
        raise ReadError(
            name,
            f"两个工作表都有“{first.unit}”的同一项数字（{both[0]}、{both[1]}），无法确定取哪一个。请只留下要核对的一年",
            f"two sheets have the same figure of {first.unit} ({both[0]}, {both[1]}); please keep only the year to be "
            "checked",
        )
    return replace(first, figures=first.figures + second.figures, sums=first.sums + second.sums)


def _total(found_rows: Sequence[SheetRows], name: str, sheets: Sequence[str]) -> UnitRow | None:
    """The sum of all units; None when sheets with different units have each their own."""
    twice = next((sheet.totals for sheet in found_rows if len(sheet.totals) > 1), None)
    if twice:
        at = "、".join(address_in(sheets, row.location) for row in twice)
        raise ReadError(
            name,
            f"汇总表有不止一行合计（{at}），无法确定取哪一行。请只留一行合计，其他改为“小计”",
            f"the roll-up has more than one row of totals ({at}); please keep one and call the others 小计",
        )
    totals = [row for sheet in found_rows for row in sheet.totals]
    cells = [figure[:3] for row in totals for figure in row.figures]
    if not totals or len(set(cells)) < len(cells):
        return None
    figures, sums = (tuple(figure for row in totals for figure in getattr(row, each)) for each in ("figures", "sums"))
    return replace(totals[0], figures=figures, sums=sums)
