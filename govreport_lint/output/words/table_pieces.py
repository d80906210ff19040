"""Which piece of a table a finding is about: the rows and columns that matter, and the cells to mark."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...finding import Finding, Place, Repair
from ...form import TableForm
from ...report import Figure, Report, State

_MARKED_TOGETHER = 4
_MOST_ROWS = 10
_FEW_ROWS = 5
_MANY_MARKS = 12

Key = tuple[str, str]


class Piece(Struct, frozen=True):
    """A piece of a table: keys of rows and columns in the form's order, its figures and the marked cells.

    ``hidden`` counts rows that were left out to keep it small; ``only_zeros``: nothing but 0 stands in them.
    ``suggested`` are the values that marked cells should have, where that is certain.
    """

    table: TableForm
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    figures: dict[Key, Figure]
    marked: frozenset[Key]
    hidden: int = 0
    only_zeros: bool = False
    suggested: dict[Key, str] = {}


def piece_of(report: Report, table: TableForm, finding: Finding) -> Piece | None:
    """The piece that a finding is about; None where it names nothing in a table that was read."""
    figures = _figures(report, table)
    if not figures:
        return None
    evidence = [_key(item.place) for item in finding.evidence if item.is_own and item.place.table == table.key]
    cells = [cell for cell in evidence if cell in figures]
    own = _key(finding.place)
    marked = frozenset(_marked(own, cells, figures))
    rows, columns = _extent(table, finding.place, cells, figures)
    return _piece(Piece(table, rows, columns, figures, marked))


def piece_of_repair(report: Report, table: TableForm, repair: Repair, findings: Sequence[Finding]) -> Piece | None:
    """The equations that a repair mends, with the cells of its answers marked."""
    figures = _figures(report, table)
    evidence = [_key(item.place) for finding in findings for item in finding.evidence if item.is_own]
    answers = (repair.cells, *repair.alternatives)
    marked = frozenset((change.row, change.column) for answer in answers for change in answer)
    cells = [key for key in (*evidence, *marked) if key in figures]
    if not cells:
        return None
    rows, columns = _extent(table, Place(), cells, figures)
    certain = {(change.row, change.column): change.suggested for change in repair.cells if repair.unique}
    return _piece(Piece(table, rows, columns, figures, marked, suggested=certain))


def _figures(report: Report, table: TableForm) -> dict[Key, Figure]:
    """The figures of a table; none where every one is missing."""
    figures = {(f.row, f.column): f for f in report.figures if f.table == table.key}
    return figures if any(figure.state is not State.MISSING for figure in figures.values()) else {}


def _piece(whole: Piece) -> Piece | None:
    """The piece with no more rows than can be read; None where it has nothing to show."""
    rows, columns, figures = whole.rows, whole.columns, whole.figures
    if not rows or not columns:
        return None
    shown = _fewer(rows, columns, figures, whole.marked)
    hidden = [figures.get((row, column)) for row in rows for column in columns if row not in shown]
    only_zeros = all(figure is None or figure.state is State.ZERO for figure in hidden)
    return replace(whole, rows=shown, hidden=len(rows) - len(shown), only_zeros=only_zeros)


def _key(place: Place) -> Key:
    return place.row or "", place.column or ""


def _marked(own: Key, cells: list[Key], figures: dict[Key, Figure]) -> list[Key]:
    """The finding's own cell; with it the others of a short equation; without it all the evidence,
    or what is missing in its row."""
    if own not in figures and not cells:
        return [key for key, figure in figures.items() if key[0] == own[0] and figure.state is State.MISSING]
    if own not in figures:
        return cells
    return [own, *cells] if len({own, *cells}) <= _MARKED_TOGETHER else [own]


def _extent(
    table: TableForm, place: Place, cells: list[Key], figures: dict[Key, Figure]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The rows and columns, in the form's order: a whole row, a whole column, or those of the evidence."""
    rows = {row for row, _ in cells} | ({place.row} if place.row else set())
    columns = {column for _, column in cells} | ({place.column} if place.column else set())
    if len(rows) <= 1 and (rows or not columns):
        columns = {column for row in rows for column in table.columns_of(row)}
    elif not rows:
        rows = {row for row, column in figures if column in columns}
    elif table.blocks:
        columns |= {column for row in rows for column in table.columns_of(row)}
    return (
        tuple(row.key for row in table.rows if row.key in rows and any(key[0] == row.key for key in figures)),
        tuple(column.key for column in table.columns if column.key in columns),
    )


def _fewer(
    rows: tuple[str, ...], columns: tuple[str, ...], figures: dict[Key, Figure], marked: frozenset[Key]
) -> tuple[str, ...]:
    """Of many rows those that are marked or not 0, then no more than a handful; the first where all are 0."""
    if len(rows) <= _FEW_ROWS:
        return rows

    def matters(row: str) -> bool:
        cells = [figures.get((row, column)) for column in columns]
        return any(figure and figure.state is not State.ZERO for figure in cells)

    if len(marked) > _MANY_MARKS:
        return rows[:_FEW_ROWS]
    pinned = {row for row, _ in marked}
    telling = [row for row in rows if row in pinned or matters(row)]
    room = max(0, _MOST_ROWS - len(pinned & set(telling)))
    others = [row for row in telling if row not in pinned][:room]
    chosen = {*others, *[row for row in telling if row in pinned][:_MOST_ROWS]}
    return tuple(row for row in rows if row in chosen) or rows[:_FEW_ROWS]
