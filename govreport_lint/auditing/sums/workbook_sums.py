"""The sums within a 汇总表: 合计 and 小计 against the rows that they are of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ...checks.sets.comparable_figures import Number
from ...checks.subject.cell_values import Cell
from ...report import Figure, State
from ...rollup.workbook import Rollup, UnitRow

Wrong = tuple[Figure, Number]
"""A figure of the workbook and what should stand there."""


class ComparedRow(Struct, frozen=True):
    """A row of the workbook and what should stand in it, as far as it is known (``wanted``)."""

    row: UnitRow
    name: str
    wanted: Mapping[Cell, Number]
    figures: Mapping[Cell, Figure]
    counted: bool = True

    def best(self, figure: Figure) -> Number | None:
        """What should stand in a cell; else what does."""
        return self.wanted.get(figure[:3], entered(figure))


def compared_row(row: UnitRow, name: str, wanted: Mapping[Cell, Number], *, counted: bool = True) -> ComparedRow:
    """A row with its figures, those of whole groups too, by their cells."""
    return ComparedRow(row, name, wanted, {figure[:3]: figure for figure in (*row.figures, *row.sums)}, counted)


def is_blank(figure: Figure) -> bool:
    """Whether nothing is entered."""
    return figure.state in (State.BLANK, State.DASH)


def entered(figure: Figure) -> Number | None:
    """What a spreadsheet adds for a cell: nothing for a blank one; None for words."""
    return 0 if is_blank(figure) else figure.value


def sum_differences(rollup: Rollup, rows: Mapping[UnitRow, ComparedRow]) -> Iterator[tuple[UnitRow, Wrong]]:
    """The cells of sums that are neither those of their rows as they stand, nor as they should be.

    The sum of all may leave out the units that do not count (是否汇总).
    """
    names = {row.unit: row for row in rollup.units}
    for subtotal in rollup.subtotals:
        parts = [names[row.unit] for row in subtotal.units]
        if len(set(parts)) == len(parts):
            yield from ((subtotal.row, wrong) for wrong in _wrong(subtotal.row, [rows[part] for part in parts]))
    if rollup.total:
        every = [rows[row] for row in rollup.units]
        ways = [_wrong(rollup.total, parts) for parts in (every, [part for part in every if part.counted])]
        yield from ((rollup.total, wrong) for wrong in min(ways, key=len))


def _wrong(row: UnitRow, parts: Sequence[ComparedRow]) -> list[Wrong]:
    found: list[Wrong] = []
    for figure in (*row.figures, *row.sums):
        own = [(part, part.figures[figure[:3]]) for part in parts if figure[:3] in part.figures]
        stands = _added(entered(each) for _, each in own)
        best = _added(part.best(each) for part, each in own)
        if figure.value is not None and stands is not None and figure.value not in (stands, best):
            found.append((figure, stands))
    return found


def _added(values: Iterable[Number | None]) -> Number | None:
    total: Number = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total
