"""The instances of an equation: one for each column, each row, or one for the table, with their cells.

What the check judges, the message tells and ``repair`` solves is the same record.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from ....finding import Place
from ....report import Figure
from ....rulebook.expressions import Combination, Comparison, Condition, names, parse
from ....rulebook.kinds import CellName, Equation, FormKey, LineKey, TableKey
from ....rulebook.packs import Rule
from ..subject import Subject
from ..table_cells import Cells


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``each``: ``column``, ``row`` or ``table``; ``only`` limits it to some keys; ``at`` names the cell that
    a failure is shown at (a row, a column, or ``行.列``; without it the whole column or row).
    ``expression`` is one text, or one for each form that the rule is for (form key → text)."""

    table: TableKey
    each: Literal["column", "row", "table"]
    expression: Equation | dict[FormKey, Equation]
    at: CellName = ""
    only: tuple[LineKey, ...] = ()

    def expression_in(self, form: str) -> str | None:
        """The expression for a form; None where the rule does not apply to it."""
        return self.expression if isinstance(self.expression, str) else self.expression.get(form)


class Instance(Struct, frozen=True):
    """One equation of a rule: the condition, and the figures behind each of its names.

    ``at`` is the cell that a failure is shown at; ``names_are_rows`` says that the names are those of rows.
    """

    condition: Condition
    place: Place
    figures: dict[str, tuple[Figure, ...]]
    at: Figure | None
    names_are_rows: bool

    @property
    def cells(self) -> tuple[Figure, ...]:
        """Every figure of the equation, in the order of the expression."""
        return tuple(figure for group in self.figures.values() for figure in group)


def instances(subject: Subject, options: Options) -> Iterator[Instance]:
    """The equations of a rule with their cells; also what ``repair`` works on."""
    expression = options.expression_in(subject.form.key)
    if expression is None:
        return
    cells = subject.cells(options.table)
    condition = parse(expression)
    for row, column in lines_of(cells, options.each, options.only):
        found = {name: cells.named(name, row, column) for name in names(condition)}
        if any(not figures for figures in found.values()):
            continue
        at = next(iter(cells.named(options.at, row, column)), None) if options.at else None
        place = cells.place(at.row if at else row, at.column if at else column)
        yield Instance(condition, place, found, at, options.each == "column")


def equality_rules(rules: Sequence[Rule], form: str) -> Iterator[tuple[Rule, Options]]:
    """The rules that state an equality for a form, with their options."""
    for rule in rules:
        options = rule.check.options
        if isinstance(options, Options):
            expression = options.expression_in(form)
            if expression is not None and next(equalities(parse(expression)), None):
                yield rule, options


def equalities(condition: Condition) -> Iterator[Comparison]:
    """The equalities that must hold whatever else does."""
    if isinstance(condition, Comparison):
        if condition.operator == "==":
            yield condition
    elif isinstance(condition, Combination) and condition.operator == "and":
        for part in condition.parts:
            yield from equalities(part)


def lines_of(cells: Cells, each: str, only: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """The row or the column of each instance; neither for one of a whole table."""
    if each == "column":
        keys = tuple(column.key for column in cells.table.columns)
        yield from ((None, key) for key in keys if not only or key in only)
    elif each == "row":
        yield from ((key, None) for key in cells.rows if not only or key in only)
    else:
        yield None, None
