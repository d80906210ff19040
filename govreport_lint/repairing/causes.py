"""Independent causes: what a table's answers change falls into parts that share no equation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from .supports import Answer, Found
from .systems import Equation, System


class Cause(Struct, frozen=True):
    """Equations that are broken together, and every smallest way to mend them.

    No answers: the cause was not located. ``complete``: there are no other answers of this size.
    """

    equations: tuple[Equation, ...]
    answers: tuple[Answer, ...]
    complete: bool

    @property
    def broken(self) -> tuple[Equation, ...]:
        """Those of the equations that the printed figures do not satisfy."""
        return tuple(equation for equation in self.equations if equation.residual)


def causes(system: System, found: Found) -> Iterator[Cause]:
    """The causes, in the order of the equations.

    Two equations belong together when a cell of any answer stands in both. Parts that share no equation can
    be mended each for itself, so the smallest answers of the whole are those of the parts put together.
    """
    if not found.answers:
        yield Cause(system.broken, (), False)
        return
    answers = [_with_invalid(system, answer) for answer in found.answers]
    standing = _standing(system)
    changed = dict.fromkeys(cell for answer in answers for cell, _ in answer)
    for part in _parts(len(system.equations), (standing[cell] for cell in changed)):
        own = {cell for cell in changed if part.intersection(standing[cell])}
        pieces = dict.fromkeys(tuple(pair for pair in answer if pair[0] in own) for answer in answers)
        yield Cause(tuple(system.equations[at] for at in sorted(part)), tuple(pieces), found.complete)


def _with_invalid(system: System, answer: Answer) -> Answer:
    """The answer with every cell that must change whatever it becomes."""
    return tuple(sorted((dict.fromkeys(system.invalid, 0) | dict(answer)).items()))


def _standing(system: System) -> dict[int, list[int]]:
    """The equations in which each cell stands."""
    found: dict[int, list[int]] = {}
    for at, equation in enumerate(system.equations):
        for cell in equation.coefficients:
            found.setdefault(cell, []).append(at)
    return found


def _parts(count: int, together: Iterable[list[int]]) -> list[set[int]]:
    """The equations that belong together, each part in the order of its first; those alone are left out."""
    parts: list[set[int]] = []
    for group in together:
        joined = set(group)
        for part in [part for part in parts if not part.isdisjoint(joined)]:
            joined |= part
            parts.remove(part)
        parts.append(joined)
    return sorted(parts, key=lambda part: min(part, default=count))
