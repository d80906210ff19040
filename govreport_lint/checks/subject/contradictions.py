"""Two statements of the prose that cannot both be right."""

from __future__ import annotations

from ...finding import Evidence, Place
from ...told import Claim
from .outcome import Failed
from .quotes import clause, excerpt


def contradiction(first: Claim, second: Claim) -> Failed:
    """The second statement held against the first: ``first`` and ``quote`` are the sentences, ``one`` and ``other`` the
    numbers."""
    said = [claim.spoken.text for claim in (first, second)]
    return Failed(
        place=Place(second.section),
        location=second.location,
        quote=clause(second.spoken),
        values={"first": excerpt(first.spoken), "quote": excerpt(second.spoken), "one": said[0], "other": said[1]},
        expected=said[0],
        actual=said[1],
        words=second.spoken,
        evidence=(Evidence(Place(first.section), said[0]), Evidence(Place(second.section), said[1])),
    )
