"""Runs of equal characters: where the characters of one text stand in another, in pieces of so many at least."""

from __future__ import annotations

SHORTEST_RUN = 13
"""Characters; shorter ones are turns of phrase that any two offices share."""

NOWHERE = -1


def places_in(own: str, other: str) -> list[int]:
    """For every character of ``own`` its place in ``other`` as part of an equal run, ``NOWHERE`` without one.

    In time that grows with the length of both.
    """
    places = [NOWHERE] * len(own)
    grams = _first_places(other)
    last, covered = NOWHERE, 0
    for start in range(len(own) - SHORTEST_RUN + 1):
        gram = own[start : start + SHORTEST_RUN]
        # A run goes on where it was: the same words may stand in the other text twice.
        place = last + 1 if last != NOWHERE and other.startswith(gram, last + 1) else grams.get(gram, NOWHERE)
        last = place
        if place == NOWHERE:
            continue
        for at in range(max(start, covered), start + SHORTEST_RUN):
            places[at] = place + at - start
        covered = start + SHORTEST_RUN
    return places


def _first_places(text: str) -> dict[str, int]:
    """The first place of every piece of a text."""
    starts = range(len(text) - SHORTEST_RUN, -1, -1)
    return {text[start : start + SHORTEST_RUN]: start for start in starts}
