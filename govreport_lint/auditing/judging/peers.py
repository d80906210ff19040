"""Between what a figure lies, judged by how it changed in the other units.

Hidiroglou and Berthelot, Statistical editing and imputation for periodic business surveys, Survey Methodology 12
(1986) 73–83: the ratio of both years is set against its median, weighted by the size of the figure, and what lies
far outside the quartiles of all units stands out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import sqrt
from statistics import median, quantiles

from msgspec import Struct

from ...checks.subject.beside import Bounds
from ...checks.subject.cell_values import Cell, CellValues
from ...form import Form

# How many quartile distances the band is wide. Counts vary by chance alone so much that a quartile lies about 1 from
# the median, and nobody wants to be asked about a handful.
_WIDTH, _LEAST, _HANDFUL = 10.0, 1.0, 20.0
FEWEST = 20


class _Spread(Struct, frozen=True):
    """How one cell changed in all units: the median ratio, the effects' median, quartile distances."""

    ratio: float
    middle: float
    below: float
    above: float
    units: int

    def effect(self, before: float, now: float) -> float:
        """How far a pair of figures is from what is usual."""
        ratio = now / before
        distance = 1 - self.ratio / ratio if ratio < self.ratio else ratio / self.ratio - 1
        return distance * sqrt(max(before, now))

    def holds(self, before: float, now: float) -> bool:
        """Whether a figure lies within the band."""
        effect = self.effect(before, now)
        return self.middle - _WIDTH * self.below <= effect <= self.middle + _WIDTH * self.above


def spreads(pairs: Sequence[tuple[CellValues, CellValues]], form: Form) -> Mapping[Cell, _Spread]:
    """What is usual in every cell that at least 20 units have filled in both years, last year's first."""
    found: dict[Cell, list[tuple[float, float]]] = {}
    for before, now in pairs:
        if before.form == now.form == form.key:
            for (cell, was, _), (_, is_now, _) in zip(before.each(form), now.each(form), strict=True):
                if was and is_now and was > 0 and is_now > 0:
                    found.setdefault(cell, []).append((float(was), float(is_now)))
    return {cell: _spread(both) for cell, both in found.items() if len(both) >= FEWEST}


def bounds_of(before: CellValues, form: Form, usual: Mapping[Cell, _Spread]) -> Mapping[Cell, Bounds]:
    """Between what this year's figures of one unit lie, for the cells that others have too."""
    if before.form != form.key:
        return {}
    made = {}
    for cell, spread in usual.items():
        was = before.number(form, cell)
        if was is not None and was > 0:
            usual_now = float(was) * spread.ratio
            low = min(_edge(spread, float(was), lower=True), usual_now - _HANDFUL)
            high = max(_edge(spread, float(was), lower=False), usual_now + _HANDFUL)
            made[cell] = Bounds(Decimal(str(round(max(low, 0), 2))), Decimal(str(round(high, 2))), spread.units)
    return made


def _spread(both: Sequence[tuple[float, float]]) -> _Spread:
    ratio = median(now / before for before, now in both)
    bare = _Spread(ratio, 0.0, 0.0, 0.0, len(both))
    effects = [bare.effect(before, now) for before, now in both]
    lower, middle, upper = quantiles(effects, n=4, method="inclusive")
    return _Spread(ratio, middle, max(middle - lower, _LEAST), max(upper - middle, _LEAST), len(both))


def _edge(spread: _Spread, before: float, *, lower: bool) -> float:
    """The last figure within the band, found by halving: the effect grows with the figure."""
    inside = outside = before * spread.ratio
    for _ in range(60):
        outside = outside / 2 if lower else outside * 2
        if not spread.holds(before, outside):
            break
        inside = outside
    for _ in range(40):
        between = (inside + outside) / 2
        if spread.holds(before, between):
            inside = between
        else:
            outside = between
    return inside
