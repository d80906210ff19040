"""Cells with ``rowspan`` and ``colspan`` laid out on a rectangular grid, as a browser does it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...document import Cell, Location, Passage, Run

# No official table has more than 20 columns; a wider cell is a slip of an editor.
WIDEST_CELL = 64
# Slots that one table may fill: beyond it cells no longer span and rows are no longer filled up.
MOST_SLOTS = 100_000


class Span(Struct, frozen=True):
    """A cell before it has its place. ``rowspan`` 0 reaches to the end of the group of rows."""

    text: Passage
    rowspan: int = 1
    colspan: int = 1


class SpanRow(Struct, frozen=True):
    """A row of such cells, with its place. No span leaves its row's ``group`` (head, body, foot)."""

    cells: Sequence[Span]
    location: Location
    group: int = 0


def arrange(rows: Sequence[SpanRow]) -> tuple[tuple[Cell, ...], ...]:
    """The grid of the rows, all of the same length; a merged cell stands in every slot that it covers.

    A slot that no cell covers gets an empty cell; a row that no cell stands in is left out.
    """
    rows = _rows_in_use(rows)
    ends = _group_ends(rows)
    grid: list[list[Cell | None]] = [[] for _ in rows]
    budget = MOST_SLOTS
    for top, row in enumerate(rows):
        left = 0
        for span in row.cells:
            while left < len(grid[top]) and grid[top][left] is not None:
                left += 1
            cell = _place(span, top, left, ends[top], budget)
            budget -= _cost(left, cell.rowspan, cell.colspan)
            _fill(grid, cell)
            left += cell.colspan
    return _rectangle(grid, rows)


def _rows_in_use(rows: Sequence[SpanRow]) -> list[SpanRow]:
    used, reach = [], 0
    for index, row in enumerate(rows):
        if row.cells or index < reach:
            used.append(row)
        reach = max([reach, *(index + (span.rowspan or 1) for span in row.cells)])
    return used


def _group_ends(rows: Sequence[SpanRow]) -> list[int]:
    """For each row, the index at which its group is over."""
    ends = [len(rows)] * len(rows)
    for index in range(len(rows) - 2, -1, -1):
        ends[index] = ends[index + 1] if rows[index].group == rows[index + 1].group else index + 1
    return ends


def _place(span: Span, top: int, left: int, end: int, budget: int) -> Cell:
    high = min(span.rowspan or end, end - top)
    wide = min(max(1, span.colspan), WIDEST_CELL)
    if _cost(left, high, wide) > budget:
        high = wide = 1
    return Cell(span.text, top, left, max(1, high), wide)


def _cost(left: int, high: int, wide: int) -> int:
    """The slots that a cell makes; in the rows below also those before it."""
    return wide + (high - 1) * (left + wide)


def _fill(grid: list[list[Cell | None]], cell: Cell) -> None:
    """Put the cell into its slots; where two overlap the later lies on top, as on the screen."""
    right = cell.column + cell.colspan
    for row in grid[cell.row : cell.row + cell.rowspan]:
        row.extend([None] * (right - len(row)))
        row[cell.column : right] = [cell] * cell.colspan


def _rectangle(grid: list[list[Cell | None]], rows: Sequence[SpanRow]) -> tuple[tuple[Cell, ...], ...]:
    width = max((len(row) for row in grid), default=0)
    if sum(width - len(row) for row in grid) > MOST_SLOTS:
        width = 0
    result = []
    for index, slots in enumerate(grid):
        slots.extend([None] * (width - len(slots)))
        empty = Passage("", (Run(0, rows[index].location, False),))
        result.append(tuple(slot or Cell(empty, index, column) for column, slot in enumerate(slots)))
    return tuple(result)
