"""Every smallest set of cells whose correction makes all equations hold, in pure Python.

A depth-first search after Fellegi and Holt (1976). An equation that is broken, or one that follows from the
system and is broken, must have one of its cells changed; so the search branches over the cells of one such
equation, takes the chosen cell out of the others (elimination) and goes on with what they then imply. The cost
allowed grows until there is an answer; then every answer of that cost is found. Nothing is left out: a cell
that was tried is closed for the branches after it, so each set is met once, and a branch is cut only where
broken equations without a common cell need more cells than are left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from .elimination import Form, Row, bits, eliminate, forms_of, mask_of, rows_of
from .systems import System

Answer = tuple[tuple[int, int], ...]


class Found(Struct, frozen=True):
    """The answers, each a tuple of (cell, change), of one cost. ``complete``: there is no other of this cost.
    No answers, complete: the equations cannot be satisfied; not complete: the search was given up."""

    answers: tuple[Answer, ...]
    complete: bool


class _Point(NamedTuple):
    """Where the search stands: the equations that remain, the cells chosen so far (``pivots``, each told by an
    equation, and ``loose`` ones), the cells that may still be chosen and what may still be spent on them."""

    rows: list[Row]
    pivots: tuple[tuple[int, Row], ...]
    loose: tuple[int, ...]
    open_cells: int
    left: int


class _GaveUpError(Exception):
    """The search took more steps than allowed."""


# How many steps a visit, a broken equation, a trial of a value and a cell of an equation are: about what each takes.
_VISIT, _BROKEN, _TRIAL, _CELL = 40, 6, 20, 1


def search(system: System, most_cost: int, most_steps: int, most_answers: int) -> Found:
    """The answers of the smallest cost, up to ``most_cost``, unless it takes more than ``most_steps``."""
    rows = rows_of(system)
    seeker = _Seeker(system, most_steps, most_answers)
    least, everything = min(system.costs, default=1), (1 << len(system.figures)) - 1
    step = least if set(system.costs) == {least} else 1
    bound = max(step, seeker.lower_bound([row for row in rows if row.residual], everything))
    try:
        while bound <= most_cost:
            seeker.visit(_Point(rows, (), (), everything, bound))
            if seeker.answers:
                return Found(tuple(seeker.answers), not seeker.unproven)
            bound += step
    except _GaveUpError:
        return Found(tuple(seeker.answers), False)
    return Found((), False)


class _Seeker:
    """The search for the answers of one cost; the state that its steps share."""

    def __init__(self, system: System, most_steps: int, most_answers: int) -> None:
        self.answers: list[Answer] = []
        self.unproven = False
        self._values = system.values
        self._costs = system.costs
        self._least = min(system.costs, default=1)
        self._steps = most_steps
        self._most_answers = most_answers
        self._filled = mask_of({at: 1 for at, value in enumerate(system.values) if value})
        self._of_cost = [
            (cost, mask_of({at: 1 for at, own in enumerate(system.costs) if own == cost}))
            for cost in sorted(set(system.costs))
        ]

    def lower_bound(self, broken: Sequence[Row], open_cells: int) -> int:
        """What broken equations that share no cell must cost together; a very large number where one of them
        has no cell left."""
        needed = used = 0
        masks = sorted([self._menders(row, open_cells) for row in broken], key=int.bit_count)
        for mask in masks:
            if not mask:
                return 1 << 30
            if not mask & used:
                used |= mask
                needed += next(cost for cost, cells in self._of_cost if cells & mask)
        return needed

    def _menders(self, row: Row, open_cells: int) -> int:
        """The cells one of which must change for a broken equation to hold: those that bring it nearer by
        growing, and those that do by shrinking and hold anything to lose."""
        return row.mask & open_cells & (row.helpful | self._filled)

    def visit(self, point: _Point) -> None:
        """Go on from the cells chosen so far."""
        broken = [row for row in point.rows if row.residual]
        self._spend(_VISIT + len(point.rows) + _BROKEN * len(broken))
        if not broken:
            self._settle(point)
        elif point.left < 2 * self._least:
            self._last(point, broken)
        elif self.lower_bound(broken, point.open_cells) <= point.left:
            menders, pivot = min(
                ((self._menders(row, point.open_cells), row) for row in broken), key=lambda pair: pair[0].bit_count()
            )
            open_cells = point.open_cells
            for cell in bits(menders):
                open_cells &= ~(1 << cell)
                if self._costs[cell] <= point.left:
                    self._choose(point, open_cells, cell, pivot)

    def _spend(self, steps: int) -> None:
        """Count steps, and give up where there are more than allowed."""
        self._steps -= steps
        if self._steps < 0:
            raise _GaveUpError

    def _choose(self, point: _Point, open_cells: int, cell: int, pivot: Row) -> None:
        """Go on with one more cell, which uses up an equation."""
        standing = [row for row in point.rows if row.mask >> cell & 1]
        self._spend(_CELL * sum(len(row.coefficients) + len(pivot.coefficients) for row in standing))
        remaining, pivots = eliminate(point.rows, pivot, cell), (*point.pivots, (cell, pivot))
        self.visit(_Point(remaining, pivots, point.loose, open_cells, point.left - self._costs[cell]))

    def _last(self, point: _Point, broken: list[Row]) -> None:
        """The cell that alone mends every broken equation and stands in no other."""
        cells = point.open_cells
        for row in broken:
            cells &= row.mask
        if cells:
            for row in point.rows:
                if not row.residual:
                    cells &= ~row.mask
        first = broken[0]
        for cell in bits(cells):
            factor = first.coefficients[cell]
            same = all(row.residual * factor == first.residual * row.coefficients[cell] for row in broken)
            if same and self._costs[cell] <= point.left:
                self._settle(_Point([], (*point.pivots, (cell, first)), point.loose, 0, 0))

    def _settle(self, point: _Point) -> None:
        """Every equation holds: take the values if they are whole and not negative, else look for the cells
        that could make them so."""
        if len(point.loose) > 1:
            self.unproven = True
            return
        forms = forms_of(point.pivots)
        self._spend(sum(len(form.coefficients) for form in forms.values()))
        found = False
        for change in self._trials(forms, point.loose):
            self._spend(_TRIAL * len(forms))
            changes = _changes(forms, point.loose, change)
            if changes is not None and all(self._values[cell] + by >= 0 for cell, by in changes):
                found = True
                if all(by for _, by in changes):
                    self._take(changes)
        if not found and point.left >= self._least:
            self._widen(point, forms)

    def _trials(self, forms: dict[int, Form], loose: tuple[int, ...]) -> Iterator[int]:
        """The changes of the loose cell that keep every value ≥ 0, the smallest first; 0 without one."""
        if not loose:
            yield 0
            return
        low = -self._values[loose[0]]
        high: int | None = None
        for cell, form in forms.items():
            factor = form.coefficients.get(loose[0], 0)
            room = form.constant + self._values[cell] * form.denominator
            if factor > 0:
                low = max(low, -(room // factor))
            elif factor < 0:
                high = room // -factor if high is None else min(high, room // -factor)
        stop = low + self._most_answers
        yield from range(low, (stop if high is None else min(high, stop)) + 1)

    def _take(self, changes: Answer) -> None:
        if len(self.answers) >= self._most_answers:
            raise _GaveUpError
        self.answers.append(changes)

    def _widen(self, point: _Point, forms: dict[int, Form]) -> None:
        """A value would be negative (or a fraction): one of the cells that it depends on must change too.

        A cell that stands in no equation any more may take any value (``loose``). Of a cell that does, the
        change is 0 until yet another is chosen."""
        standing = 0
        for row in point.rows:
            standing |= row.mask
        open_cells = point.open_cells
        for cell in bits(self._helpers(forms, point.loose) & open_cells):
            open_cells &= ~(1 << cell)
            left = point.left - self._costs[cell]
            if left >= 0 and not standing >> cell & 1:
                self.visit(_Point(point.rows, point.pivots, (*point.loose, cell), open_cells, left))
            elif left >= self._least:
                self._choose(point, open_cells, cell, next(row for row in point.rows if row.mask >> cell & 1))

    def _helpers(self, forms: dict[int, Form], loose: tuple[int, ...]) -> int:
        """The cells one of which must change: those that can raise one negative value."""
        if loose:
            return mask_of({at: 1 for form in forms.values() for at in form.coefficients if at not in loose})
        for cell, form in forms.items():
            room = form.constant + self._values[cell] * form.denominator
            if room < 0:
                helpful = {at: 1 for at, by in form.coefficients.items() if by > 0 or self._values[at]}
                return mask_of(helpful)
        fraction = next(form for form in forms.values() if form.constant % form.denominator)
        return mask_of(fraction.coefficients)


def _changes(forms: dict[int, Form], loose: tuple[int, ...], change: int) -> Answer | None:
    """The change of each cell, in their order; None where one is a fraction."""
    found = [(cell, change) for cell in loose]
    for cell, form in forms.items():
        total = form.constant + sum(form.coefficients.get(at, 0) * change for at in loose)
        if total % form.denominator:
            return None
        found.append((cell, total // form.denominator))
    return tuple(sorted(found))
