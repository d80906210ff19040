"""What explains the whole difference of a roll-up: one unit or two whose tables fit it exactly.

A unit with few figures fits by chance, and a slip of the pen looks like such a unit. So a unit is named only where
many cells say so, and where nothing else does it as well; what does is named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...checks.sets.comparable_figures import Figures, Number, Why, comparable_figures
from ...checks.sets.unit_sums import reported
from ...checks.subject.beside import UnitValues
from ...checks.subject.cell_values import Cell, CellValues
from ...form import Form
from ..audited import Explanation, Move, MoveKind

# So many cells of a unit that are not 0, sums of others left out, have to stand in the difference.
FEWEST = 3
# So many cells speak for one unit even where two others could make them by chance.
_PLENTY = 8
# What so many units would explain is explained by none.
_MOST_TIES = 3
_SUMS = ("total", "handled_total", "other_handling")

Vector = tuple[Number, ...]
Figured = tuple[Move, Figures, Figures | None]
"""A move, the figures that it is about, and what is taken from them."""


class _Fit(Struct, frozen=True):
    """One way in which a unit may have gone wrong, and by how much it would change the scope's cells."""

    move: Move
    vector: Vector
    evidence: int


def explain(county: CellValues, units: Sequence[UnitValues], form: Form) -> tuple[Explanation, ...]:
    """What explains the difference of all three tables, or else of single ones.

    A report that is missing is taken to be in neither sum: where the county has its figures, nothing fits.
    """
    known = reported(units, form)
    read = {unit.name: _with_zeros(unit.values, form) for unit in units if unit.values}
    before = {unit.name: _with_zeros(unit.before, form) for unit in units if unit.before}
    own = comparable_figures(county, form)
    counted = [name for name, _ in known.units]
    cells = tuple(cell for cell in known.cells(county) if _usable([own, *(read[name] for name in counted)], cell))
    difference = {cell: _sum(read[name][cell] for name in counted) - _number(own[cell]) for cell in cells}
    moves = list(_moves(units, read, before))
    whole = _of_scope(None, cells, difference, moves)
    if whole:
        return (whole,)
    tables = ((table.key, tuple(cell for cell in cells if cell[0] == table.key)) for table in form.tables)
    found = (_of_scope(key, scope, difference, moves) for key, scope in tables)
    return tuple(each for each in found if each)


def _of_scope(
    table: str | None, scope: tuple[Cell, ...], difference: Mapping[Cell, Number], moves: Sequence[Figured]
) -> Explanation | None:
    """What explains every cell; else every cell but the sums, which a county may have added up anew."""
    entered = tuple(cell for cell in scope if not _is_sum(cell))
    return _explained(table, scope, difference, moves) or _explained(table, entered, difference, moves)


def _explained(
    table: str | None,
    scope: tuple[Cell, ...],
    difference: Mapping[Cell, Number],
    moves: Sequence[Figured],
) -> Explanation | None:
    """The one answer, with those that are as good; None where there is none, or too little to tell it by."""
    target = tuple(difference[cell] for cell in scope)
    if not any(target):
        return None
    fits = [fit for move in moves if (fit := _fit(scope, *move))]
    answers = _answers(fits, target)
    if not answers or len(answers) > _MOST_TIES or any(fit.evidence < FEWEST for answer in answers for fit in answer):
        return None
    first, *others = (tuple(fit.move for fit in answer) for answer in answers)
    return Explanation(table, first, sum(map(bool, target)), tuple(others))


def _answers(fits: Sequence[_Fit], target: Vector) -> list[tuple[_Fit, ...]]:
    """The ways to make the difference: by one unit or, where none does, by two.

    Where two do it as well as one, both may be, unless very many cells speak for the one.
    """
    ones: list[tuple[_Fit, ...]] = [(fit,) for fit in fits if fit.vector == target]
    if ones and all(fit.evidence >= _PLENTY for (fit, *_) in ones):
        return ones
    return [*ones, *_pairs(fits, target)]


def _pairs(fits: Sequence[_Fit], target: Vector) -> Iterator[tuple[_Fit, _Fit]]:
    """Two units that make the difference together."""
    places: dict[Vector, list[int]] = {}
    for at, fit in enumerate(fits):
        places.setdefault(fit.vector, []).append(at)
    for at, fit in enumerate(fits):
        rest = tuple(all_ - one for all_, one in zip(target, fit.vector, strict=True))
        for other in places.get(rest, ()):
            if other > at and fits[other].move.unit != fit.move.unit:
                yield fit, fits[other]


def _fit(scope: Sequence[Cell], move: Move, more: Figures, less: Figures | None) -> _Fit | None:
    """A move as a vector; None where it changes nothing in the scope, or one of its cells is no number."""
    vector = []
    evidence = 0
    for cell in scope:
        one, other = more[cell], less[cell] if less else 0
        if isinstance(one, Why) or isinstance(other, Why):
            return None
        value = one - other
        vector.append(-value if move.kind in (MoveKind.TWICE, MoveKind.NOT_COUNTED) else value)
        evidence += bool(value) and not _is_sum(cell)
    return _Fit(move, tuple(vector), evidence) if any(vector) else None


def _is_sum(cell: Cell) -> bool:
    """Whether a cell is the sum of others of its report."""
    return cell[1] in _SUMS or cell[2] in _SUMS


def _moves(
    units: Sequence[UnitValues], read: Mapping[str, Figures], before: Mapping[str, Figures]
) -> Iterator[Figured]:
    """Every way in which one unit may have gone wrong: its figures, and what is taken from them."""
    for unit in (unit for unit in units if unit.values):
        figures = read[unit.name]
        if not unit.counted:
            yield Move(MoveKind.NOT_COUNTED, unit.name), figures, None
            continue
        yield Move(MoveKind.LEFT_OUT, unit.name), figures, None
        yield Move(MoveKind.TWICE, unit.name), figures, None
        if unit.name in before:
            yield Move(MoveKind.OLD_DRAFT, unit.name), figures, before[unit.name]


def _with_zeros(values: CellValues, form: Form) -> Figures:
    """A report's figures as a spreadsheet adds them: this is about what was added, and blank cells add nothing."""
    return {cell: 0 if value is Why.BLANK else value for cell, value in comparable_figures(values, form).items()}


def _usable(papers: Sequence[Figures], cell: Cell) -> bool:
    return not any(isinstance(paper[cell], Why) for paper in papers)


def _number(value: Number | Why) -> Number:
    assert not isinstance(value, Why)
    return value


def _sum(values: Iterator[Number | Why]) -> Number:
    total: Number = 0
    for value in values:
        total += _number(value)
    return total
