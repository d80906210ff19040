"""The columns of a table that runs over pages: a page shows only the rules that its own rows need."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from .ruled_grid import SAME, Grid, GridCell, same_lines


def continues(grid: Grid, following: Grid) -> bool:
    """Whether a grid at the head of the next page may be the rest of the table: its borders are the same."""
    return abs(grid.box[0] - following.box[0]) <= SAME and abs(grid.box[2] - following.box[2]) <= SAME


def aligned(grids: Sequence[Grid]) -> list[Grid]:
    """The grids of one table, each with the columns of all."""
    across = tuple(same_lines(line for grid in grids for line in grid.across))
    return [_with_columns(grid, across) for grid in grids]


def _with_columns(grid: Grid, across: tuple[float, ...]) -> Grid:
    cells = []
    for cell in grid.cells:
        left, right = _nearest(across, cell.box[0]), _nearest(across, cell.box[2])
        cells.append(GridCell(cell.box, cell.row, left, cell.rowspan, max(1, right - left)))
    return Grid(grid.box, tuple(cells), across, grid.down)


def _nearest(places: Sequence[float], place: float) -> int:
    index = bisect_left(places, place)
    around = [each for each in (index - 1, index) if 0 <= each < len(places)]
    return min(around, key=lambda each: abs(places[each] - place))
