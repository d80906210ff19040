"""A 汇总表 in which a unit takes several rows, one for each kind of applicant (自然人, 商业企业 … 总计)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..document import Location
from ..errors import ReadError
from ..form import Form
from ..labels import bare
from ..report import Figure
from ..sheets.cell_addresses import address
from .header import Grid, Header
from .unit_rows import Line, LineKind, SheetReader, SheetRows, UnitRow, arranged
from .vocabulary_words import plain

_TABLE = "applications"


def applicant_column(grid: Grid, header: Header, form: Form) -> int | None:
    """The column that names the applicants of each row; None where a unit has one row."""
    # 其他 and 总计 alone say little: other things are called so too.
    names = applicants(form)
    sure = {name for name, key in names.items() if key not in ("other", "total")}
    for column in range(1, grid.width + 1):
        if column not in header.places and column != header.unit:
            found = {plain(cell.text) for row in _below(grid, header) if (cell := grid.cells.get((row, column)))}
            if found & sure and len(found & names.keys()) > 1:
                return column
    return None


def applicants(form: Form) -> Mapping[str, str]:
    """The columns of the applicants by their printed names."""
    return {plain(bare(name)): column.key for column in form.table(_TABLE).columns for name in column.names}


def read_applicant_rows(reader: SheetReader, column: int, form: Form, path: str, sheet: str) -> SheetRows:
    """The units of a sheet, each put together from its rows; raises ``ReadError`` with the cell."""
    names = applicants(form)
    found: dict[tuple[str, int], list[Figure]] = {}
    key = ("", 0)
    for row, name, filled in _rows(reader):
        key = (name, row) if name and name != key[0] else key
        own = found.setdefault(key, [])
        if not filled:
            continue
        cell = reader.grid.cells.get((row, column))
        applicant = names.get(plain(cell.text)) if cell else None
        if applicant is None or not key[0]:
            raise ReadError(path, *_unknown(address(sheet, row, column if key[0] else reader.header.unit)))
        for at, (table, line, _) in reader.header.places.items():
            if table != _TABLE or any(figure[1:3] == (line, applicant) for figure in own):
                raise ReadError(path, *_twice(address(sheet, row, at)))
            own.append(reader.figure(row, at, (table, line, applicant)))
    places = {key: Location(table=reader.number, row=key[1], cell=reader.header.unit) for key in found}
    lines = (
        Line(_kind(reader, unit), UnitRow(unit, tuple(own), places[unit, row])) for (unit, row), own in found.items()
    )
    return arranged(lines, reader.words)


def _rows(reader: SheetReader) -> Iterator[tuple[int, str, bool]]:
    """The rows of units and sums, the name in each (empty where the one above goes on), and whether it has figures."""
    for row in _below(reader.grid, reader.header):
        name = reader.name(row)
        if reader.kind(row, name) not in (None, LineKind.HEADING):
            yield row, name, any(cell.text for at in reader.header.places if (cell := reader.grid.cells.get((row, at))))


def _kind(reader: SheetReader, name: str) -> LineKind:
    if reader.words.is_total(name):
        return LineKind.TOTAL
    return LineKind.SUBTOTAL if reader.words.is_subtotal(name) else LineKind.UNIT


def _below(grid: Grid, header: Header) -> range:
    return range(header.bottom + 1, grid.height + 1)


def _unknown(at: str) -> tuple[str, str]:
    return (
        f"汇总表按申请人类型分行，{at} 没有写明单位或申请人类型，无法读取",
        f"a unit takes a row for each kind of applicant, and {at} names no unit or no applicant",
    )


def _twice(at: str) -> tuple[str, str]:
    return (
        f"汇总表按申请人类型分行，{at} 不是表三的数字，或同一单位的同一类申请人有两行，无法读取",
        f"a unit takes a row for each kind of applicant, and {at} is no figure of Table 3, or stands there twice",
    )
