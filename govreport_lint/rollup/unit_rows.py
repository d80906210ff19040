"""The rows of a 汇总表 below its header: units, the total, and what is neither."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from ..cells import is_value, read_cell
from ..document import Location
from ..form import Form
from ..labels import bare
from ..report import Figure, State
from .header import Grid, Header
from .targets import Place, targets_of
from .vocabulary_words import RollupWords, plain


class UnitRow(Struct, frozen=True):
    """A unit as a 汇总表 has it: its name, its figures and the place of the name."""

    unit: str
    figures: tuple[Figure, ...]
    location: Location


class SheetRows(Struct, frozen=True):
    """The rows of one sheet; ``totals`` are those of all units, as many as the sheet has."""

    units: tuple[UnitRow, ...]
    totals: tuple[UnitRow, ...]


class _Reader(Struct, frozen=True):
    """What is known of a sheet when its rows are read."""

    grid: Grid
    header: Header
    types: Mapping[Place, str]
    words: RollupWords
    number: int

    def read(self) -> SheetRows:
        units: list[UnitRow] = []
        totals: list[UnitRow] = []
        for row in range(self.header.bottom + 1, self.grid.height + 1):
            name = self.name(row)
            if not self.is_meant(row, name):
                continue
            found = UnitRow(name, self.figures(row), Location(table=self.number, row=row, cell=self.header.unit))
            (totals if self.words.is_total(name) else units).append(found)
        return SheetRows(tuple(units), tuple(totals))

    def name(self, row: int) -> str:
        """The name in a row; a total may stand in the column of the numbers before it (merged or not)."""
        cell = self.grid.cells.get((row, self.header.unit))
        if cell is None:
            before = (self.grid.cells.get((row, column)) for column in range(1, self.header.unit))
            texts = ("".join(found.text.split()) for found in before if found is not None)
            return next((text for text in texts if self.words.is_total(text) or self.words.is_subtotal(text)), "")
        return "".join(cell.text.split())

    def is_meant(self, row: int, name: str) -> bool:
        """Whether a row is a unit or the total. A plain name without any figure is a unit that has given none."""
        if self.words.is_subtotal(name) and not self.words.is_total(name):
            return False
        texts = [cell.text for column in self.header.places if (cell := self.grid.cells.get((row, column)))]
        if any(is_value(text) for text in texts):
            return not self._is_numbering(row, name, texts)
        cell = self.grid.cells.get((row, self.header.unit))
        return cell is not None and cell.colspan == 1 and not self.words.is_heading(name)

    def _is_numbering(self, row: int, name: str, texts: Sequence[str]) -> bool:
        """Whether a row below the header numbers the columns (栏次｜1｜2｜3) and counts nothing."""
        if row != self.header.bottom + 1 or not (not name or name.isdigit() or name in self.words.numbering):
            return False
        numbers = [int(text) if text.isdecimal() else -1 for text in texts]
        return all(later > number for number, later in pairwise(numbers)) and numbers[0] > 0

    def figures(self, row: int) -> tuple[Figure, ...]:
        return tuple(self._figure(row, column, place) for column, place in self.header.places.items())

    def _figure(self, row: int, column: int, place: Place) -> Figure:
        cell = self.grid.cells.get((row, column))
        location = Location(table=self.number, row=row, cell=column)
        if cell is None:
            return Figure(*place, None, "", State.BLANK, location)
        state, value = read_cell(cell.text, self.types[place])
        if cell.rowspan * cell.colspan > 1 and value is not None:
            # A number that is merged over several cells is not the figure of any of them.
            state, value = State.TEXT, None
        return Figure(*place, value, cell.text, state, location)


def read_rows(grid: Grid, header: Header, form: Form, words: RollupWords, number: int) -> SheetRows:
    """The rows below a header; ``number`` is that of the sheet, from 1."""
    return _Reader(grid, header, targets_of(form).types(), words, number).read()


def counts_by_applicant(grid: Grid, header: Header, form: Form) -> bool:
    """Whether a unit has a row for each kind of applicant (自然人, 总计 …), not one row."""
    columns = form.table("applications").columns
    names = {plain(bare(name)) for column in columns if column.key != "other" for name in column.names}
    others = [column for column in range(1, grid.width + 1) if column not in header.places and column != header.unit]
    below = range(header.bottom + 1, grid.height + 1)
    texts = {plain(cell.text) for row in below for column in others if (cell := grid.cells.get((row, column)))}
    return len(names & texts) > 1
