"""What is told of a number that is skipped or stands twice."""

from __future__ import annotations

from collections.abc import Iterable

from ...document import Location
from ...finding import Place
from ...language import Text
from ..subject.mending.changes import Change, Mending
from ..subject.outcome import Failed

_TITLE = Text("改正序号", "number in order")
CHINESE = "一二三四五六七八九十"


def numbering_fault(
    place: Place, location: Location, number: str, before: str, *, repeated: bool, fix: Mending | None = None
) -> Failed:
    """A number and the one before it, as printed."""
    return Failed(
        place=place,
        location=location,
        quote=number,
        values={"number": number, "before": before},
        wording="repeated" if repeated else None,
        fix=fix,
    )


def renumbered(changes: Iterable[Change]) -> Mending | None:
    """Numbers of headings in their right order; None where nothing is to be changed."""
    found = tuple(changes)
    return Mending(_TITLE, found, numbering=True) if found else None
