"""Brackets that belong together and are printed in two widths: （一), (2023年）."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ..subject.mending.changes import Change

# What stands in brackets is short; what is further apart may belong to others.
_LONGEST = 60


class TwoWidths(Struct, frozen=True):
    """Brackets from ``start`` to ``end`` and what makes both full-width."""

    passage: Passage
    start: int
    end: int
    changes: tuple[Change, ...]


def two_widths(passage: Passage, pair: str) -> Iterator[TwoWidths]:
    """The brackets of a paragraph that are opened in one width and closed in the other.

    ``pair``: the opening marks, then the closing ones, the full width first. Nothing where one of them has no partner:
    then nobody can tell which belong together.
    """
    half, text = len(pair) // 2, passage.text
    if half < 2 or not ((pair[0] in text and pair[half + 1] in text) or (pair[1] in text and pair[half] in text)):
        return
    found = _pairs(text, pair[:half], pair[half:])
    for start, end in found or ():
        opening, closing = pair.index(text[start]), pair.index(text[end]) - half
        if opening != closing and end - start <= _LONGEST:
            wrong = (start, pair[0]) if opening else (end, pair[half])
            yield TwoWidths(passage, start, end + 1, (Change(passage, wrong[0], wrong[0] + 1, wrong[1]),))


def _pairs(text: str, opening: str, closing: str) -> list[tuple[int, int]] | None:
    """From where to where brackets belong together, in their order; None where one has no partner."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for at, character in enumerate(text):
        if character in opening:
            opened.append(at)
        elif character in closing:
            if not opened:
                return None
            found.append((opened.pop(), at))
    return None if opened else sorted(found)
