"""The places that remarks are about, ready to be asked what lies at a place: a report may have thousands of both."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from ...document import Location
from ..words.causes import Remark

Marked = tuple[Location, Remark]


class MarkedPlaces:
    """The marked places of remarks in the order of the file, each with how far those before it reach."""

    def __init__(self, remarks: Sequence[Remark]) -> None:
        places = [(place, at) for at, remark in enumerate(remarks) for place in remark.marked]
        places.sort(key=lambda pair: pair[0].start)
        self._remarks = remarks
        self._places = places
        self._starts = [place.start for place, _ in places]
        self._reach: list[int] = []
        for place, _ in places:
            self._reach.append(max(place.end, self._reach[-1] if self._reach else 0))

    def near(self, location: Location) -> list[Marked]:
        """What may touch a place, in the order of the remarks."""
        found = []
        for index in range(bisect_right(self._starts, location.end) - 1, -1, -1):
            if self._reach[index] < location.start:
                break
            place, at = self._places[index]
            if place.end >= location.start:
                found.append((at, place))
        return [(place, self._remarks[at]) for at, place in sorted(found, key=lambda pair: pair[0])]
