"""Where in the source of a page each printed character of an element stands, entities and white space aside.

A text's location is its element up to the next start tag, so the text is the last thing in it: between the last start
tag and the end. There its characters are sought; where they stand twice, nothing is said.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape

from ..document import Location
from ..invisible import CHARACTERS
from .tokens import Kind, Token, tokens

_CHARACTER = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|.", re.DOTALL)
_UNSEEN = re.compile(rf"[\s{CHARACTERS}]+")

Place = tuple[int, int]
"""From where to where a character reaches in the source; where it cannot be told, an empty place before 0."""

_UNKNOWN: Place = (-1, -1)


class TextPlaces:
    """The texts of one source. ``page``: the whole source is HTML; else the elements in it are."""

    def __init__(self, source: str, *, page: bool) -> None:
        self._source, self._page = source, page
        self._tokens: list[Token] | None = None
        self._starts: list[int] = []
        self._known: dict[tuple[int, int, str], list[Place] | None] = {}

    def of(self, location: Location, text: str) -> list[Place] | None:
        """The places of the characters of ``text``, which stands at ``location``; of white space those before it.

        None where the text is not found there, or found twice.
        """
        key = location.start, location.end, text
        if key not in self._known:
            self._known[key] = self._sought(location, text)
        return self._known[key]

    def _sought(self, location: Location, text: str) -> list[Place] | None:
        wanted = _UNSEEN.sub("", text)
        found = [(group, at) for group in self._groups(location) for at in _all(wanted, group[0])]
        if not wanted or len(found) != 1:
            return None
        (_, places), at = found[0]
        own = iter(places[at : at + len(wanted)])
        given: list[Place] = []
        for character in text:
            given.append(_UNKNOWN if _UNSEEN.match(character) else next(own))
        return given

    def _groups(self, location: Location) -> Iterator[tuple[str, list[Place]]]:
        """The texts between the last start tag of a place and its end, each with the places of its characters."""
        characters: list[str] = []
        places: list[Place] = []
        for kind, begin, end in self._behind_last_start(location):
            if kind is Kind.TEXT:
                for character, place in _printed(self._source, begin, end):
                    characters.append(character)
                    places.append(place)
            elif characters:
                yield "".join(characters), places
                characters, places = [], []
        if characters:
            yield "".join(characters), places

    def _behind_last_start(self, location: Location) -> list[tuple[Kind, int, int]]:
        cut, first, last, moved = self._within(location)
        while last > first and cut[last - 1][0] is not Kind.START:
            last -= 1
        end = bisect_left(self._starts, location.end) if self._page else len(cut)
        rest = cut[last:end]
        stops = [token[1] + moved for token in cut[last + 1 : end]] + [min(location.end, len(self._source))]
        return [(token[0], token[1] + moved, stop) for token, stop in zip(rest, stops, strict=True)]

    def _within(self, location: Location) -> tuple[Sequence[Token], int, int, int]:
        """The tokens that hold those of a place, from where to where they are its own, and how far they are moved."""
        if not self._page:
            cut = list(tokens(self._source[location.start : location.end]))
            return cut, 0, len(cut), location.start
        if self._tokens is None:
            self._tokens = list(tokens(self._source))
            self._starts = [token[1] for token in self._tokens]
        first, last = bisect_left(self._starts, location.start), bisect_left(self._starts, location.end)
        return self._tokens, first, last, 0


def _printed(source: str, start: int, end: int) -> Iterator[tuple[str, Place]]:
    """The characters that a text prints, white space left out."""
    for match in _CHARACTER.finditer(source, start, end):
        value = unescape(match[0])
        exact = len(value) == 1
        if value == match[0]:
            yield from (
                (one, (match.start() + at, match.start() + at + 1)) for at, one in enumerate(value) if _seen(one)
            )
        else:
            yield from ((one, match.span() if exact else _UNKNOWN) for one in value if _seen(one))


def _seen(character: str) -> bool:
    return not _UNSEEN.match(character)


def _all(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
