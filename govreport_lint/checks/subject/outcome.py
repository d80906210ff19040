"""What one check of one place says: it holds, it does not, or it cannot be told."""

from __future__ import annotations

from msgspec import Struct

from ...document import Location
from ...finding import Evidence, Place
from ...language import Text
from ...told import Words
from .mending.changes import Mending


class Passed(Struct, frozen=True):
    """The place is in order."""

    place: Place


class Failed(Struct, frozen=True, kw_only=True):
    """The place is wrong. ``values`` fill the rule's template; ``wording`` picks one of the rule's wordings.

    ``words`` are what is meant where it is a part of a sentence; ``fix`` mends what is a matter of form alone.
    """

    place: Place
    location: Location
    quote: str
    values: dict[str, Text | str] = {}
    expected: str | None = None
    actual: str | None = None
    evidence: tuple[Evidence, ...] = ()
    wording: str | None = None
    words: Words | None = None
    fix: Mending | None = None


class NotAssessable(Struct, frozen=True):
    """The check cannot be made here, and why."""

    place: Place
    reason: Text


Outcome = Passed | Failed | NotAssessable
