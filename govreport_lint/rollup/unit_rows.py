"""The rows of a 汇总表 below its header: units, the total, and what is neither."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from msgspec import Struct

from ..cells import MOST_DIGITS, is_value, read_cell
from ..document import Location
from ..form import Form
from ..report import Figure, State
from .header import Grid, Header
from .targets import Place, group_targets_of, targets_of
from .vocabulary_words import RollupWords


class UnitRow(Struct, frozen=True):
    """A unit as a 汇总表 has it: its name, its figures and the place of the name.

    ``sums`` are its figures for whole groups of rows; their ``row`` is the key of the group.
    """

    unit: str
    figures: tuple[Figure, ...]
    location: Location
    sums: tuple[Figure, ...] = ()


class Subtotal(Struct, frozen=True):
    """A row that sums some of the units (小计, or a heading with figures), and the units of its block."""

    row: UnitRow
    units: tuple[UnitRow, ...]


class SheetRows(Struct, frozen=True):
    """The rows of one sheet; ``totals`` are those of all units, as many as the sheet has."""

    units: tuple[UnitRow, ...]
    totals: tuple[UnitRow, ...]
    subtotals: tuple[Subtotal, ...] = ()


class LineKind(StrEnum):
    """What a row below the header is."""

    UNIT = "unit"
    TOTAL = "total"
    SUBTOTAL = "subtotal"
    HEADING = "heading"


class Line(NamedTuple):
    """A row below the header that says something."""

    kind: LineKind
    row: UnitRow


class SheetReader(Struct, frozen=True):
    """What is known of a sheet when its rows are read; ``number`` is that of the sheet, from 1."""

    grid: Grid
    header: Header
    types: Mapping[Place, str]
    words: RollupWords
    number: int

    def lines(self) -> Iterator[Line]:
        """The rows that say something, in their order."""
        for row in range(self.header.bottom + 1, self.grid.height + 1):
            name = self.name(row)
            kind = self.kind(row, name)
            if kind is not None:
                places = self.header.places, self.header.sums
                figures, sums = (tuple(self.figure(row, *each) for each in found.items()) for found in places)
                at = Location(table=self.number, row=row, cell=self.header.unit)
                yield Line(kind, UnitRow(name, figures, at, sums))

    def name(self, row: int) -> str:
        """The name in a row; a total may stand in the column of the numbers before it (merged or not)."""
        cell = self.grid.cells.get((row, self.header.unit))
        if cell is None:
            before = (self.grid.cells.get((row, column)) for column in range(1, self.header.unit))
            texts = ("".join(found.text.split()) for found in before if found is not None)
            return next((text for text in texts if self.words.is_total(text) or self.words.is_subtotal(text)), "")
        return "".join(cell.text.split())

    def kind(self, row: int, name: str) -> LineKind | None:
        """What a row is; None for one that says nothing. A plain name without any figure is a unit that has none."""
        texts = [cell.text for column in self.header.places if (cell := self.grid.cells.get((row, column)))]
        if any(is_value(text) for text in texts):
            if self._is_numbering(row, name, texts):
                return None
            return self._named(name)
        cell = self.grid.cells.get((row, self.header.unit))
        if cell is None or self.words.is_subtotal(name):
            return LineKind.TOTAL if cell is not None and cell.colspan == 1 and self.words.is_total(name) else None
        return LineKind.HEADING if cell.colspan > 1 or self.words.is_heading(name) else LineKind.UNIT

    def _named(self, name: str) -> LineKind:
        """What a row with figures is by its name."""
        if self.words.is_total(name):
            return LineKind.TOTAL
        return LineKind.SUBTOTAL if self.words.is_subtotal(name) else LineKind.UNIT

    def _is_numbering(self, row: int, name: str, texts: Sequence[str]) -> bool:
        """Whether a row below the header numbers the columns (栏次｜1｜2｜3) and counts nothing."""
        if row != self.header.bottom + 1 or not (not name or name.isdigit() or name in self.words.numbering):
            return False
        numbers = [int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else -1 for text in texts]
        return all(later > number for number, later in pairwise(numbers)) and numbers[0] > 0

    def figure(self, row: int, column: int, place: Place) -> Figure:
        """The figure in a cell of the sheet; a blank one where there is none."""
        cell = self.grid.cells.get((row, column))
        location = Location(table=self.number, row=row, cell=column)
        if cell is None:
            return Figure(*place, None, "", State.BLANK, location)
        state, value = read_cell(cell.text, self.types[place])
        if cell.rowspan * cell.colspan > 1 and value is not None:
            # A number that is merged over several cells is not the figure of any of them.
            state, value = State.TEXT, None
        return Figure(*place, value, cell.text, state, location)


def reader_of(grid: Grid, header: Header, form: Form, words: RollupWords, number: int) -> SheetReader:
    """The reader of the rows below a header; ``number`` is that of the sheet, from 1."""
    types = {**targets_of(form).types(), **group_targets_of(form).types()}
    return SheetReader(grid, header, types, words, number)


def read_rows(grid: Grid, header: Header, form: Form, words: RollupWords, number: int) -> SheetRows:
    """The rows below a header; ``number`` is that of the sheet, from 1."""
    return arranged(reader_of(grid, header, form, words, number).lines(), words)


def arranged(lines: Iterable[Line], words: RollupWords) -> SheetRows:
    """The units of a sheet, its totals, and the sums of some with the units that they are of.

    A heading with figures (乡镇 ｜ 24 ｜ 12) sums the units below it; where there are no other units it is one itself.
    """
    every = list(lines)
    names = [line.row.unit for line in every if line.kind is LineKind.UNIT]
    plain_units = any(not words.is_heading(name) and not words.kinds_of_group(name) for name in names)
    blocks: list[tuple[UnitRow | None, list[UnitRow], list[UnitRow]]] = [(None, [], [])]
    for kind, row in every:
        heading = kind is LineKind.HEADING or (kind is LineKind.UNIT and plain_units and words.is_heading(row.unit))
        if heading:
            blocks.append((row if kind is LineKind.UNIT else None, [], []))
        elif kind is LineKind.UNIT:
            if blocks[-1][2]:
                blocks.append((None, [], []))
            blocks[-1][1].append(row)
        elif kind is LineKind.SUBTOTAL:
            blocks[-1][2].append(row)
    subtotals = (Subtotal(sum_, tuple(units)) for top, units, sums in blocks for sum_ in (top, *sums) if sum_ and units)
    return SheetRows(
        tuple(unit for _, units, _ in blocks for unit in units),
        tuple(row for kind, row in every if kind is LineKind.TOTAL),
        tuple(subtotals),
    )
