"""The county's report held against the sum of its units, cell by cell (《政府信息公开条例》: 逐级汇总)."""

from __future__ import annotations

from collections.abc import Sequence

from ...checks.sets.comparable_figures import Figures, Why, comparable_figures
from ...checks.sets.unit_sums import Reported, Verdict, reported, verdict_of
from ...checks.subject.beside import UnitValues
from ...checks.subject.cell_values import Cell, CellValues
from ...form import Form
from ..audited import SummedCell, Sums
from .explanations import explain


def sums_of(county: CellValues | None, units: Sequence[UnitValues], form: Form) -> Sums:
    """The sums of the units that count and what they say of the county's report, in the cells of its form.

    ``county`` is None where it was not given: the sums are there all the same, and nothing can be judged.
    """
    known = reported(units, form)
    own = comparable_figures(county, form) if county else None
    cells = tuple(_summed(known, own, cell) for cell in known.cells(county))
    differs = any(cell.verdict in (Verdict.LESS, Verdict.MORE) for cell in cells)
    return Sums(
        form=form.key,
        cells=cells,
        explanations=explain(county, units, form) if county and differs else (),
        counted=tuple(name for name, _ in known.units),
        missing=known.missing,
    )


def _summed(known: Reported, own: Figures | None, cell: Cell) -> SummedCell:
    printed = own[cell] if own else None
    found = known.sum(cell)
    return SummedCell(
        *cell,
        printed=None if isinstance(printed, Why) else printed,
        total=found.total,
        verdict=verdict_of(printed, found, known.form.table(cell[0]).column(cell[2]).type),
        missing=found.missing,
        unusable=tuple(gap.unit for gap in found.unusable),
    )
