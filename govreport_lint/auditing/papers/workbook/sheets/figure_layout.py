"""Where the figures of the units stand on 单位数据: what it draws and what the sums refer to."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from .....checks.subject.cell_values import Cell, form_cells
from .....form import Form
from .....output.workbook.drawing.book import MOST_EXACT
from .....report import State
from .....rulebook.forms import load_form
from ....audited import Audit, Audited
from ...told import called, form_of

Number = int | Decimal


class FigureRow(Struct, frozen=True):
    """A unit's row: whether it counts, the numbers of its cells, what is printed in those without one."""

    audited: Audited
    counts: bool
    numbers: dict[Cell, Number]
    printed: dict[Cell, str]


class FigureLayout(Struct, frozen=True):
    """The cells that have a column, in order from column ``start`` (from 0), and the rows from row ``top`` on."""

    form: Form
    cells: tuple[Cell, ...]
    rows: tuple[FigureRow, ...]
    start: int
    top: int

    @property
    def last(self) -> int:
        """The last row of a unit."""
        return self.top + max(len(self.rows), 1) - 1

    def column(self, cell: Cell) -> int | None:
        """The column of a cell; None where it has none."""
        return self.start + self.cells.index(cell) if cell in self.cells else None

    def total(self, cell: Cell) -> Number:
        """The sum of a cell over the rows that count."""
        return sum((row.numbers.get(cell, 0) for row in self.rows if row.counts), start=0)


def layout_of(audit: Audit, start: int, top: int) -> FigureLayout:
    """The layout for an audit. A row of the form that stands for several (（六）其他处理) has columns only where
    somebody has printed it so."""
    form = form_of(audit)
    rows = tuple(_row(audit, each) for each in (*audit.units, *audit.unlisted))
    used = {cell for row in rows for cell in (*row.numbers, *row.printed)}
    alone = {
        (table.key, row.key) for table in form.tables for row in table.rows if row.alone and table.members(row.alone)
    }
    cells = tuple(cell for cell in form_cells(form) if cell[:2] not in alone or cell in used)
    return FigureLayout(form, cells, rows, start, top)


def members_of(form: Form, cell: Cell) -> tuple[Cell, ...]:
    """The cells for which a cell stands alone (（六）其他处理 for its three rows); none for any other."""
    table = next((table for table in form.tables if table.key == cell[0]), None)
    row = next((row for row in table.rows if row.key == cell[1]), None) if table else None
    if table is None or row is None or row.alone is None:
        return ()
    return tuple((cell[0], member, cell[2]) for member in table.members(row.alone))


def _row(audit: Audit, audited: Audited) -> FigureRow:
    values = audited.entry.values if audited.entry else None
    numbers: dict[Cell, Number] = {}
    printed: dict[Cell, str] = {}
    if values is not None:
        own = load_form(values.form)
        for at, (cell, number, state) in enumerate(values.each(own)):
            if number is not None and -MOST_EXACT < number < MOST_EXACT:
                numbers[cell] = number
            elif number is not None:
                printed[cell] = str(number)
            elif state is State.TEXT:
                printed[cell] = values.raws.get(at, "")
            elif state is State.DASH:
                printed[cell] = "—"
    return FigureRow(audited, _counts(audit, audited), numbers, printed)


def _counts(audit: Audit, audited: Audited) -> bool:
    """是否汇总, as the sums have it; without sums as the list has it."""
    if audited.unit is None:
        return False
    if audit.sums is None:
        return audited.unit.counted
    return called(audited) in (*audit.sums.counted, *audit.sums.missing)
