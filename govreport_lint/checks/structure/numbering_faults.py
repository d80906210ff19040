"""What is told of a number that is skipped or stands twice."""

from __future__ import annotations

from ...document import Location
from ...finding import Place
from ..subject.outcome import Failed

CHINESE = "一二三四五六七八九十"


def numbering_fault(place: Place, location: Location, number: str, before: str, *, repeated: bool) -> Failed:
    """A number and the one before it, as printed."""
    return Failed(
        place=place,
        location=location,
        quote=number,
        values={"number": number, "before": before},
        wording="repeated" if repeated else None,
    )
