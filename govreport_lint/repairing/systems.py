"""The equations of a table as a linear system over its cells.

An equation is the same instance that the check judges; here it becomes coefficients by cell and what is left
over when the printed figures are put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..checks import Subject
from ..checks.subject.equations.instances import Instance, Options, equalities, equality_rules, instances
from ..checks.subject.table_cells import number, unread
from ..finding import Place
from ..report import Figure, State
from ..rulebook.expressions import Comparison, Sum
from ..rulebook.packs import Rule

# What it costs to change a printed number and to fill a cell that holds none: filling is the smaller step,
# but two cells filled are no better than one number corrected.
CHANGE, FILL = 2, 1


class Equation(Struct, frozen=True):
    """The cells (numbers of the system's cells) of one instance of a rule with their coefficients, and by how
    much the printed figures miss 0. ``total`` is the cell that stands alone on one side, if one does."""

    code: str
    place: Place
    coefficients: dict[int, int]
    residual: int
    total: int | None


class System(Struct, frozen=True):
    """The equations of one table. ``values`` are the printed whole numbers, 0 for cells without one, which
    ``costs`` tells apart: what it costs to give a cell another value."""

    table: str
    figures: tuple[Figure, ...]
    values: tuple[int, ...]
    costs: tuple[int, ...]
    equations: tuple[Equation, ...]

    @property
    def invalid(self) -> tuple[int, ...]:
        """The cells whose printed number is no whole number ≥ 0; they count as unknown."""
        return tuple(at for at, figure in enumerate(self.figures) if figure.value is not None and not _valid(figure))

    @property
    def broken(self) -> tuple[Equation, ...]:
        """The equations that the printed figures do not satisfy."""
        return tuple(equation for equation in self.equations if equation.residual)


def systems(subject: Subject, rules: Sequence[Rule]) -> Iterator[System]:
    """The system of each table that has equations and was read."""
    by_table: dict[str, list[tuple[Rule, Options]]] = {}
    for rule, options in equality_rules(rules, subject.form.key):
        by_table.setdefault(options.table, []).append((rule, options))
    for table, chosen in by_table.items():
        cells = subject.tables.get(table)
        if cells is not None and unread(cells) is None:
            yield _system(subject, table, chosen)


class _Numbering:
    """The cells of a system as they are met: each gets a number and its value."""

    def __init__(self) -> None:
        self.figures: list[Figure] = []
        self.values: list[int] = []
        self.costs: list[int] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def cell(self, figure: Figure) -> int:
        """The number of a cell."""
        key = (figure.row, figure.column)
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = len(self.figures)
            valid = _valid(figure)
            self.figures.append(figure)
            self.values.append(number(figure) if valid else 0)
            self.costs.append(CHANGE if valid else FILL)
        return known


def _system(subject: Subject, table: str, chosen: Sequence[tuple[Rule, Options]]) -> System:
    cells = _Numbering()
    equations = []
    for rule, options in chosen:
        for instance in instances(subject, options):
            named = {name: list(map(cells.cell, group)) for name, group in instance.figures.items()}
            for comparison in equalities(instance.condition):
                equations.append(_equation(rule.code, instance, comparison, named, cells.values))
    return System(table, tuple(cells.figures), tuple(cells.values), tuple(cells.costs), tuple(equations))


def _equation(
    code: str, instance: Instance, comparison: Comparison, named: dict[str, list[int]], values: list[int]
) -> Equation:
    coefficients: dict[int, int] = {}
    residual = comparison.right.constant - comparison.left.constant
    for side, sign in ((comparison.left, 1), (comparison.right, -1)):
        for name, factor in side.terms:
            for cell in named[name]:
                coefficients[cell] = coefficients.get(cell, 0) + sign * factor
                residual -= sign * factor * values[cell]
    alone = [_alone(side, named) for side in (comparison.left, comparison.right)]
    total = next((cell for cell in alone if cell is not None), None)
    return Equation(code, instance.place, {at: by for at, by in coefficients.items() if by}, residual, total)


def _alone(side: Sum, named: dict[str, list[int]]) -> int | None:
    """The one cell of a side that has no other."""
    cells = [cell for name, _ in side.terms for cell in named[name]]
    return cells[0] if len(cells) == 1 and not side.constant else None


def _valid(figure: Figure) -> bool:
    """Whether a whole number ≥ 0 is printed."""
    if figure.value is None or figure.state is State.MISSING:
        return False
    return figure.value >= 0 and figure.value == int(figure.value)
