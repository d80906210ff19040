"""What came of trying a rule of a pack of one's own on its examples."""

from __future__ import annotations

from msgspec import Struct

from ...language import Text
from ..packs import Rule


class Failure(Struct, frozen=True):
    """An example that is not what it says: ``bad`` or good, its number (from 1), what it replaces, what was found."""

    bad: bool
    number: int
    replaces: str
    found: Text


class Trial(Struct, frozen=True):
    """What came of the examples of a rule.

    ``alone``: its kind needs the papers of a whole set, which no example has. ``always``: it finds something in the
    standard report as it is, so that its bad examples prove little.
    """

    rule: Rule
    bad: int = 0
    good: int = 0
    failures: tuple[Failure, ...] = ()
    alone: bool = True
    always: bool = False

    @property
    def tried(self) -> bool:
        """Whether there was an example."""
        return bool(self.bad or self.good)
