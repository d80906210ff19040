"""Where the header of a 汇总表 stands in a sheet, and what each column below it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ..cells import is_value
from ..form import Form
from ..sheets.opened_sheets import Sheet, SheetCell
from .choice import sure_places
from .label_names import places_of, readings_of
from .targets import Place, Targets, group_targets_of, targets_of
from .vocabulary_words import RollupWords

# Titles and dates above the header, and the rows that a header has.
_ABOVE = 20
_MOST_ROWS = 5


class Header(Struct, frozen=True):
    """The header: its last row, the column of the unit names, the cell of the form that a column holds.

    ``sums`` are the columns of a group's sum (不予公开), ``unknown`` those with a label that names no cell for certain.
    Rows and columns count from 1.
    """

    bottom: int
    unit: int
    places: dict[int, Place]
    unknown: dict[int, str]
    sums: dict[int, Place] = {}


class Grid:
    """The cells of a sheet by row and column; a merged cell stands in every place that it covers."""

    def __init__(self, sheet: Sheet) -> None:
        self.height = len(sheet.rows)
        self.cells: dict[tuple[int, int], SheetCell] = {}
        for cell in (cell for row in sheet.rows for cell in row if cell.text):
            for row in range(cell.row, cell.row + cell.rowspan):
                for column in range(cell.column, cell.column + cell.colspan):
                    self.cells[row, column] = cell
        self.width = max((column for _, column in self.cells), default=0)
        self.new = [tuple(cell for cell in row if cell.text) for row in sheet.rows]

    def stack(self, column: int, top: int, bottom: int) -> tuple[SheetCell, ...]:
        """The cells over a column, each once."""
        cells = (self.cells.get((row, column)) for row in range(top, bottom + 1))
        return tuple(dict.fromkeys(cell for cell in cells if cell is not None))


def find_header(grid: Grid, form: Form, words: RollupWords) -> Header | None:
    """The header that names most cells of a form; None without one that names units and a figure."""
    targets = targets_of(form)
    found: list[Header] = []
    for top in range(1, min(grid.height, _ABOVE) + 1):
        if _begins(grid.new[top - 1], targets, words):
            bottom = _bottom(grid, top, targets, words)
            header = _read(grid, top, bottom, form, words)
            if header is not None:
                found.append(header)
    return max(found, key=lambda header: len(header.places), default=None)


def _begins(row: Sequence[SheetCell], targets: Targets, words: RollupWords) -> bool:
    if len(row) < 2 or any(is_value(cell.text) for cell in row):
        return False
    return any(words.is_unit_header(cell.text) or readings_of(cell.text, targets.names) for cell in row)


def _bottom(grid: Grid, top: int, targets: Targets, words: RollupWords) -> int:
    """The last row of a header: those below say more of its columns, and hold no figure and no unit."""
    unit = next((cell.column for cell in grid.new[top - 1] if words.is_unit_header(cell.text)), 1)
    bottom = top
    for row in range(top + 1, min(grid.height, top + _MOST_ROWS - 1) + 1):
        cells = grid.new[row - 1]
        if any(is_value(cell.text) or cell.column == unit for cell in cells):
            break
        if any(readings_of(cell.text, targets.names) for cell in cells):
            bottom = row
    return bottom


def _read(grid: Grid, top: int, bottom: int, form: Form, words: RollupWords) -> Header | None:
    targets = targets_of(form)
    stacks = {column: grid.stack(column, top, bottom) for column in range(1, grid.width + 1)}
    labels = {column: [cell.text for cell in stack] for column, stack in stacks.items()}
    unit = _unit_column(grid, bottom, labels, targets, words)
    if unit is None:
        return None
    meant = {column: places_of(texts, targets) for column, texts in labels.items() if texts and column != unit}
    sure = sure_places(meant, targets.parts)
    if not sure:
        return None
    sums = _sums(labels, sure, unit, group_targets_of(form))
    return Header(
        bottom,
        unit,
        sure,
        {
            column: "｜".join(" ".join(text.split()) for text in texts) or f"第{column}列（没有表头）"
            for column, texts in labels.items()
            if column not in sure
            and column not in sums
            and column != unit
            and not (texts and words.is_aside(texts[-1]))
            and (texts or _has_values(grid, column, bottom))
        },
        sums,
    )


def _sums(labels: dict[int, list[str]], sure: dict[int, Place], unit: int, targets: Targets) -> dict[int, Place]:
    """The columns that can only mean the sum of one group, each named once."""
    meant = {
        column: places_of(texts, targets)
        for column, texts in labels.items()
        if texts and column != unit and column not in sure
    }
    return sure_places(meant, {})


def _unit_column(
    grid: Grid, bottom: int, labels: dict[int, list[str]], targets: Targets, words: RollupWords
) -> int | None:
    for column, texts in labels.items():
        if any(words.is_unit_header(text) for text in texts):
            return column
    for column, texts in labels.items():
        if any(words.is_aside(text) or readings_of(text, targets.names) for text in texts):
            continue
        if _is_text(_below(grid, column, bottom)):
            return column
    return None


def _is_text(texts: Iterable[str]) -> bool:
    """Whether most of the cells below are words."""
    values = [is_value(text) for text in texts]
    return bool(values) and sum(values) * 2 < len(values)


def _has_values(grid: Grid, column: int, bottom: int) -> bool:
    return any(is_value(text) for text in _below(grid, column, bottom))


def _below(grid: Grid, column: int, bottom: int) -> list[str]:
    found = (grid.cells.get((row, column)) for row in range(bottom + 1, grid.height + 1))
    return [cell.text for cell in found if cell is not None]
