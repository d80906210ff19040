"""The groups of a 汇总表 (本级、县直、乡镇街道) and what their units have reported together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from ...checks.sets.comparable_figures import Number
from ...checks.sets.unit_sums import UnitSum, reported
from ...checks.subject.beside import UnitValues
from ...checks.subject.cell_values import Cell
from ...form import Form
from ...rollup.unit_rows import UnitRow
from ...rollup.vocabulary_words import load_words

Sums = Mapping[Cell, UnitSum]


def group_sums(rows: Sequence[UnitRow], units: Sequence[UnitValues], form: Form) -> list[Sums | None]:
    """What the units of each row's group come to, cell by cell; None for a row that names no group.

    Kinds of units that no row names (园区, 派出机构) belong to any one of them: of the ways to add them the one counts
    that leaves the fewest differences.
    """
    words = load_words()
    named = [words.kinds_of_group(row.unit) for row in rows]
    known = {kind for kinds in named for kind in kinds}
    free = sorted({unit.kind for unit in units if unit.counted and unit.kind not in known})
    return [_closest(row, kinds, free, units, form) if kinds else None for row, kinds in zip(rows, named, strict=True)]


def _closest(row: UnitRow, kinds: Sequence[str], free: Sequence[str], units: Sequence[UnitValues], form: Form) -> Sums:
    ways = [_sums(row, units, {*kinds, *more}, form) for more in _subsets(free)]
    return min(ways, key=lambda sums: _differences(row, sums))


def _subsets(kinds: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for count in range(len(kinds) + 1):
        yield from combinations(kinds, count)


def _sums(row: UnitRow, units: Sequence[UnitValues], kinds: set[str], form: Form) -> Sums:
    own = reported([unit for unit in units if unit.kind in kinds], form)
    return {figure[:3]: own.sum(figure[:3]) for figure in row.figures}


def _differences(row: UnitRow, sums: Sums) -> int:
    return sum(_differs(figure.value, sums[figure[:3]]) for figure in row.figures)


def _differs(printed: Number | None, found: UnitSum) -> bool:
    return printed is not None and printed != found.total
