"""The arithmetic of the roll-up: what the units that count come to in one cell, and what is certain of it.

A report that is missing and a cell that cannot be added leave a sum open. What the others have reported is certain
all the same: it is the least that the county can have.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from ...form import Form
from ..subject.beside import UnitValues
from ..subject.cell_values import Cell, CellValues, form_cells
from .comparable_figures import Figures, Number, Why, comparable_figures, has_one_row


class Verdict(StrEnum):
    """判定 of a cell of the county's report against the sum of its units."""

    EQUAL = "一致"
    LESS = "县级少于已报合计"
    MORE = "县级多"
    UNKNOWN = "无法判定"


class Gap(Struct, frozen=True):
    """A unit whose cell cannot be added, and why."""

    unit: str
    why: Why


class UnitSum(Struct, frozen=True):
    """The sum of a cell: ``parts`` are the units with a figure that is not 0; ``missing`` have no report."""

    total: Number
    parts: tuple[tuple[str, Number], ...]
    missing: tuple[str, ...] = ()
    unusable: tuple[Gap, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every unit that counts is in it."""
        return not self.missing and not self.unusable


class Reported(Struct, frozen=True):
    """What the units that count have reported, in the cells of the county's form; ``missing`` have to, and did not.

    ``one_row`` are the rows that at least one of them fills in for a whole group.
    """

    form: Form
    units: tuple[tuple[str, Figures], ...]
    missing: tuple[str, ...]
    one_row: frozenset[tuple[str, str]]

    def sum(self, cell: Cell) -> UnitSum:
        """What they come to in a cell."""
        total: Number = 0
        parts: list[tuple[str, Number]] = []
        gaps: list[Gap] = []
        for name, figures in self.units:
            value = figures[cell]
            if isinstance(value, Why):
                gaps.append(Gap(name, value))
            elif value:
                total += value
                parts.append((name, value))
        return UnitSum(total, tuple(parts), self.missing, tuple(gaps))

    def cells(self, county: CellValues | None) -> tuple[Cell, ...]:
        """The cells that are compared, in the order of the form.

        （六）其他处理 is compared as one row where the county fills in one, as three where it has three; where a unit
        fills in one, the sum of the three is compared too.
        """
        own = has_one_row(county, self.form) if county else frozenset()
        left_out: set[tuple[str, str]] = set()
        for table in self.form.tables:
            for row in (row for row in table.rows if row.alone and table.members(row.alone)):
                whole = (table.key, row.key)
                if whole in own:
                    left_out |= {(table.key, member) for member in table.members(row.alone or "")}
                elif whole not in self.one_row:
                    left_out.add(whole)
        return tuple(cell for cell in form_cells(self.form) if cell[:2] not in left_out)


def reported(units: Sequence[UnitValues], form: Form) -> Reported:
    """What the units that count have reported."""
    counting = [(unit.name, unit.values) for unit in units if unit.counted and unit.values]
    return Reported(
        form,
        tuple((name, comparable_figures(values, form)) for name, values in counting),
        tuple(unit.name for unit in units if unit.counted and unit.due and unit.values is None),
        frozenset[tuple[str, str]]().union(*(has_one_row(values, form) for _, values in counting)),
    )


def verdict_of(printed: Number | Why | None, found: UnitSum, column_type: str) -> Verdict:
    """What is certain of the county's cell. Changes (``change``) may be negative: no part of a sum bounds them."""
    if printed is None or isinstance(printed, Why):
        return Verdict.UNKNOWN
    if found.complete:
        return Verdict.EQUAL if printed == found.total else Verdict.LESS if printed < found.total else Verdict.MORE
    return Verdict.LESS if printed < found.total and column_type != "change" else Verdict.UNKNOWN
