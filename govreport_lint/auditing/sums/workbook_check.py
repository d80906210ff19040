"""The 汇总表 against the reports: every unit's cells, the sums in it, the units that only one of both has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from ...checks.sets.comparable_figures import Figures, Number, Why, comparable_figures
from ...checks.sets.words import figure_words
from ...checks.subject.beside import UnitValues
from ...checks.subject.cell_values import Cell
from ...form import Form
from ...report import Figure
from ...rollup.workbook import Rollup, UnitRow
from ...rulebook.forms import load_form
from ..audited import WorkbookCell, WorkbookCheck
from .group_sums import group_sums
from .workbook_reading import Reading
from .workbook_sums import ComparedRow, compared_row, is_blank, sum_differences

Match = Callable[[str], str | None]
"""The unit of the list that a printed name means; None where it is not certain."""

GROUPS = "分组统计"


def check_workbook(reading: Reading, units: Sequence[UnitValues], match: Match) -> WorkbookCheck:
    """Compare a 汇总表 with the reports of the units."""
    if reading.rollup is None:
        return WorkbookCheck(path=reading.path, refused=reading.refused)
    rollup, form = reading.rollup, load_form(reading.rollup.form)
    rows, twice = matched(rollup, match)
    others = [row for row in rollup.units if row not in rows.values()]
    by_group = zip(others, group_sums(others, units, form), strict=True)
    groups = [
        compared_row(row, row.unit, {cell: found.total for cell, found in sums.items() if found.complete})
        for row, sums in by_group
        if sums
    ]
    values = {unit.name: unit for unit in units}
    compared = [
        compared_row(row, name, _wanted(values[name], row, form), counted=values[name].counted)
        for name, row in rows.items()
        if name in values
    ]
    compared += groups
    every = {row: compared_row(row, row.unit, {}) for row in rollup.units} | {each.row: each for each in compared}
    own = (_cell(rollup, each.name, *found) for each in compared for found in _differences(each))
    sums = (_cell(rollup, row.unit, *found) for row, found in sum_differences(rollup, every))
    return WorkbookCheck(
        path=reading.path,
        layout=GROUPS if groups and len(groups) == len(compared) else reading.layout,
        compared=sum(len(each.wanted) for each in compared),
        cells=(*own, *sums),
        unknown=(*rollup.unknown_columns, *(f"“{name}”在汇总表中不止一行，未核对" for name in twice)),
        absent=tuple(_absent(rollup, rows, groups, twice, units, match)),
    )


def workbook_rows(reading: Reading, match: Match) -> dict[str, Mapping[Cell, Figure]]:
    """The figures of every unit that stands in the 汇总表 once, by its name on the list."""
    if reading.rollup is None:
        return {}
    rows, _ = matched(reading.rollup, match)
    return {name: {figure[:3]: figure for figure in row.figures} for name, row in rows.items()}


def matched(rollup: Rollup, match: Match) -> tuple[dict[str, UnitRow], tuple[str, ...]]:
    """The rows by the unit that they mean, and the units that stand there twice."""
    meant = [(unit, row) for row in rollup.units if row.unit and (unit := match(row.unit))]
    counts = Counter(unit for unit, _ in meant)
    twice = tuple(unit for unit, count in counts.items() if count > 1)
    return {unit: row for unit, row in meant if counts[unit] == 1}, twice


def _wanted(unit: UnitValues, row: UnitRow, form: Form) -> Mapping[Cell, Number]:
    """What a unit's report says of the cells of its row, and of the sums of groups in it."""
    if unit.values is None:
        return {}
    figures = comparable_figures(unit.values, form)
    wanted = {figure[:3]: figures[figure[:3]] for figure in row.figures}
    wanted |= {figure[:3]: _group(figures, form, figure) for figure in row.sums}
    return {cell: value for cell, value in wanted.items() if not isinstance(value, Why)}


def _group(figures: Figures, form: Form, figure: Figure) -> Number | Why:
    total: Number = 0
    for member in form.table(figure.table).members(figure.row):
        value = figures[figure.table, member, figure.column]
        if isinstance(value, Why):
            return value
        total += value
    return total


def _differences(each: ComparedRow) -> Iterator[tuple[Figure, Number]]:
    for cell, figure in each.figures.items():
        wanted = each.wanted.get(cell)
        if wanted is not None and figure.value != wanted and not (is_blank(figure) and not wanted):
            yield figure, wanted


def _cell(rollup: Rollup, unit: str, figure: Figure, wanted: Number) -> WorkbookCell:
    difference = None if figure.value is None else figure.value - wanted
    at = rollup.address(figure.location)
    return WorkbookCell(unit, *figure[:3], figure.raw, figure_words(wanted), difference, at)


def _absent(
    rollup: Rollup,
    rows: Mapping[str, UnitRow],
    groups: Sequence[ComparedRow],
    twice: Sequence[str],
    units: Sequence[UnitValues],
    match: Match,
) -> Iterator[str]:
    """The units that only one of both has; of a workbook of groups nobody is absent."""
    told = {each.row for each in groups}
    for row in rollup.units:
        if row not in told and row.unit and not match(row.unit):
            yield f"{row.unit}（{rollup.address(row.location)}，名单中没有）"
    if rows or not groups:
        yield from (
            f"{unit.name}（汇总表中没有）" for unit in units if unit.counted and unit.name not in {*rows, *twice}
        )
    yield from (f"{unit.name}（没有年报）" for unit in units if unit.values is None and unit.name in rows)
