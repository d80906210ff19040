"""The equations of a table as a linear system over its cells.

An equation is the same instance that the check judges; here it becomes coefficients by cell and what is left
over when the printed figures are put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
from msgspec import Struct

from ..checks import Subject
from ..checks.cells import number, unread
from ..checks.instances import Instance, Options, instances
from ..expressions import Combination, Comparison, Condition, Sum, parse
from ..finding import Place
from ..packs import Rule
from ..report import Figure, State

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


def equality_rules(rules: Sequence[Rule], form: str) -> Iterator[tuple[Rule, Options]]:
    """The rules that state an equality for a form, with their options."""
    for rule in rules:
        if rule.check.get("kind") == "equation":
            options = msgspec.convert(rule.check, Options)
            expression = options.expression_in(form)
            if expression is not None and next(_equalities(parse(expression)), None):
                yield rule, options


def _system(subject: Subject, table: str, chosen: Sequence[tuple[Rule, Options]]) -> System:
    numbers: dict[tuple[str, str], int] = {}
    figures: list[Figure] = []
    values: list[int] = []
    equations = []
    for rule, options in chosen:
        for instance in instances(subject, options):
            for comparison in _equalities(instance.condition):
                for figure in instance.cells:
                    if numbers.setdefault(figure[1:3], len(figures)) == len(figures):
                        figures.append(figure)
                        values.append(number(figure) if _valid(figure) else 0)
                equations.append(_equation(rule.code, instance, comparison, numbers, values))
    costs = tuple(CHANGE if _valid(figure) else FILL for figure in figures)
    return System(table, tuple(figures), tuple(values), costs, tuple(equations))


def _equalities(condition: Condition) -> Iterator[Comparison]:
    """The equalities that must hold whatever else does."""
    if isinstance(condition, Comparison):
        if condition.operator == "==":
            yield condition
    elif isinstance(condition, Combination) and condition.operator == "and":
        for part in condition.parts:
            yield from _equalities(part)


def _equation(
    code: str, instance: Instance, comparison: Comparison, numbers: dict[tuple[str, str], int], values: list[int]
) -> Equation:
    coefficients: dict[int, int] = {}
    for side, sign in ((comparison.left, 1), (comparison.right, -1)):
        for name, factor in side.terms:
            for figure in instance.figures[name]:
                at = numbers[figure[1:3]]
                coefficients[at] = coefficients.get(at, 0) + sign * factor
    residual = comparison.right.constant - comparison.left.constant
    residual -= sum(factor * values[at] for at, factor in coefficients.items())
    total = _alone(instance, comparison.left) or _alone(instance, comparison.right)
    kept = {at: factor for at, factor in coefficients.items() if factor}
    return Equation(code, instance.place, kept, residual, numbers[total[1:3]] if total else None)


def _alone(instance: Instance, side: Sum) -> Figure | None:
    """The one cell of a side that has no other."""
    figures = [figure for name, _ in side.terms for figure in instance.figures[name]]
    return figures[0] if len(figures) == 1 and not side.constant else None


def _valid(figure: Figure) -> bool:
    """Whether a whole number ≥ 0 is printed."""
    if figure.value is None or figure.state is State.MISSING:
        return False
    return figure.value >= 0 and figure.value == int(figure.value)
