"""How much two texts share, as it is told: the share, and the passages side by side."""

from __future__ import annotations

from msgspec import Struct


class AlikePassage(Struct, frozen=True):
    """A passage of the report and the one like it in the other; ``runs`` are from where to where in ``own`` the
    characters are the same as there. ``units``: how many other units have it too (a template), 0 where not counted."""

    section: int
    own: str
    other: str
    runs: tuple[tuple[int, int], ...] = ()
    units: int = 0


class Likeness(Struct, frozen=True):
    """What a report shares with another: ``other`` is ``previous`` or a unit's name.

    ``shared`` of its ``letters`` that count stand there too; ``numbers_too``: the figures in the passages are the
    same, years apart.
    """

    other: str
    letters: int
    shared: int
    passages: tuple[AlikePassage, ...] = ()
    numbers_too: bool = False

    @property
    def share(self) -> float:
        """重复率, 0 to 1; 0 for a report without prose."""
        return self.shared / self.letters if self.letters else 0.0
