"""What is marked in the draft of the county's report: cells with a unit missing in them, or that differ from hers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...checks.sets.unit_sums import Gap, Reported
from ...checks.sets.words import cell_words, figure_words
from ...checks.subject.cell_values import Cell
from ...form import Form
from ..audited import SummedCell, Sums, Verdict

# 浅黄 for what is not complete, 浅红 for what differs.
WEAK, DIFFERS = "FFF2CC", "F8CBAD"


class CellMark(Struct, frozen=True):
    """The colour of a cell, and the lines of its comment (none: the colour says it)."""

    fill: str
    lines: tuple[str, ...] = ()


def weak_cells(known: Reported, cells: Sequence[Cell]) -> Mapping[Cell, CellMark]:
    """The cells in which a unit is missing. Reports that are missing are told in the first cell of each table."""
    found: dict[Cell, CellMark] = {}
    told: set[str] = set()
    for cell in cells:
        own = known.sum(cell)
        if own.complete:
            continue
        lines = list(_gaps(known.form, cell, own.unusable)) if own.unusable else []
        if own.missing and cell[0] not in told:
            told.add(cell[0])
            name = known.form.table(cell[0]).name
            lines = [f"{name}各格均未计入缺报单位：{'、'.join(own.missing)}", *lines]
        found[cell] = CellMark(WEAK, tuple(lines))
    return found


def differing_cells(sums: Sums, form: Form, cells: Sequence[Cell]) -> Mapping[Cell, CellMark]:
    """The cells in which the county's report has another figure than its units together.

    A row that stands for three (（六）其他处理) is told at the first of them.
    """
    shown = set(cells)
    found: dict[Cell, CellMark] = {}
    for each in sums.cells:
        if each.verdict in (Verdict.LESS, Verdict.MORE):
            cell = (each.table, each.row, each.column)
            place = cell if cell in shown else _first_part(form, cell)
            lines = _difference(form, each)
            found[place] = CellMark(DIFFERS, (*found[place].lines, *lines) if place in found else lines)
    return found


def _gaps(form: Form, cell: Cell, gaps: Sequence[Gap]) -> Iterator[str]:
    yield f"{cell_words(form, *cell).zh}未计入："
    yield from (f"{gap.unit}（{gap.why.value}）" for gap in gaps)


def _difference(form: Form, each: SummedCell) -> tuple[str, ...]:
    printed, total = each.printed or 0, each.total
    told = "各单位合计" if not each.missing and not each.unusable else "已报单位合计"
    own = cell_words(form, each.table, each.row, each.column).zh
    line = (
        f"县级年报{own} {figure_words(printed)}，{told} {figure_words(total)}，"
        f"相差 {figure_words(max(printed - total, total - printed))}"
    )
    return (line, *(f"未计入：{'、'.join(names)}" for names in (each.missing, each.unusable) if names))


def _first_part(form: Form, cell: Cell) -> Cell:
    table = form.table(cell[0])
    members = table.members(table.row(cell[1]).alone or "")
    return (cell[0], members[0], cell[2]) if members else cell
