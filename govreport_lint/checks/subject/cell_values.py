"""The figures of a report without their places: what is added, compared and kept of thousands of reports."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from ...form import Form
from ...report import Report, State

Cell = tuple[str, str, str]
"""The keys of a table, a row and a column."""


class CellValues(Struct, frozen=True):
    """What stands in every cell of a form, in the order of ``form_cells``.

    ``numbers`` are whole numbers, a ``Decimal`` for a printed decimal, None for a cell without a value; ``raws`` the
    printed texts of the cells whose state is ``text``, by their index.
    """

    form: str
    numbers: tuple[int | Decimal | None, ...]
    states: tuple[State, ...]
    raws: dict[int, str] = {}

    def number(self, form: Form, cell: Cell) -> int | Decimal | None:
        """The value of a cell; None for one without, and for one that the form does not have."""
        at = _indices(form).get(cell)
        return None if at is None else self.numbers[at]

    def state(self, form: Form, cell: Cell) -> State:
        """The state of a cell; ``missing`` for one that the form does not have."""
        at = _indices(form).get(cell)
        return State.MISSING if at is None else self.states[at]

    def each(self, form: Form) -> Iterator[tuple[Cell, int | Decimal | None, State]]:
        """Every cell with its value and its state."""
        return zip(form_cells(form), self.numbers, self.states, strict=True)


def cell_values(report: Report, form: Form) -> CellValues:
    """The values of a report that is printed in this form."""
    figures = {figure[:3]: figure for figure in report.figures}
    found = [figures.get(cell) for cell in form_cells(form)]
    return CellValues(
        form.key,
        tuple(figure.value if figure else None for figure in found),
        tuple(figure.state if figure else State.MISSING for figure in found),
        {at: figure.raw for at, figure in enumerate(found) if figure and figure.state is State.TEXT},
    )


@cache
def form_cells(form: Form) -> tuple[Cell, ...]:
    """The cells of a form, table by table, row by row."""
    return tuple(
        (table.key, row.key, column)
        for table in form.tables
        for row in table.rows
        for column in table.columns_of(row.key)
    )


@cache
def _indices(form: Form) -> dict[Cell, int]:
    return {cell: at for at, cell in enumerate(form_cells(form))}
