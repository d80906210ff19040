"""Tables that run over pages, as they are drawn: which pieces are one table, and what may stand between them.

A page shows only the rules that its own rows need, so the columns of a table are those of all its pieces.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from ..lines.line_kinds import Kind, kind_of
from ..lines.vocabulary import section_of
from .page_prose import PlacedLine
from .ruled_grid import SAME, Grid, GridCell, same_lines

_CONTINUED = re.compile(r"[（(【\[]?(?:续|接)(?:上)?(?:页)?表?[一二三四五六七八九十\d]*.{0,40}")
_UNIT = re.compile(r"[（(]?(?:单位|计量单位)[:：].{1,20}")
_MARK = re.compile(
    r"(?:注|备注|说明|附注)\s*\d*\s*[:：]|[\u2460-\u2473*※†]|[\[〔【(（]\s*\d{1,2}\s*[\]〕】)）]|\d{1,2}\s*[.、]?\D"
)
_SMALLER = 0.93
# The share of a page's height below which notes to its text stand, and above which a table goes on.
_LOW = 0.55
_HIGH = 0.2


def is_furniture(line: PlacedLine, height: float, size: float) -> bool:
    """Whether a line may stand between two halves of one table: a note below, 续表 or a unit above.

    ``size`` is that of the type of the report, ``height`` that of the page.
    """
    text = line.line.text
    if kind_of(text) in (Kind.TITLE, Kind.NUMBERED) or section_of(text) is not None:
        return False
    middle = (line.line.box[1] + line.line.box[3]) / 2 / height
    if middle <= _HIGH:
        return bool(_CONTINUED.fullmatch(text) or _UNIT.fullmatch(text)) or kind_of(text) is Kind.PAGE
    return middle >= _LOW and (line.line.size < _SMALLER * size or bool(_MARK.match(text)))


def size_of(lines: Sequence[PlacedLine]) -> float:
    """The size of the type that most of the text is set in."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.line.size, 1)] += len(line.line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


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
