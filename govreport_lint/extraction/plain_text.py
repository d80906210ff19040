"""A text made plain for the claim patterns: one width, no white space, no titles of documents, years marked.

Every character of the plain text knows its place in the printed one.
"""

from __future__ import annotations

import re

from msgspec import Struct

from .numbers import hide_other_numbers

# what a hidden character is written as, and the marks of the year before, of and after the report
HIDDEN = "·"
LAST, THIS, NEXT = "\ue000", "\ue001", "\ue002"

_WIDTHS = str.maketrans("０１２３４５６７８９,;:()!?%．", "0123456789，；：（）！？％.")
_SPACE = re.compile(r"\s+")
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9０-９])\s+(?=[0-9０-９])")
_TITLES = re.compile(r"《[^《》]{0,200}》")
_PUBLIC = re.compile(r"公民(?:个人)?、?法人(?:或者?|和|及|与|以及|、)其[他它]组织")
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?=年)")


class PlainText(Struct, frozen=True):
    """The plain text; ``places`` gives the printed position of each character (None: the same)."""

    text: str
    places: tuple[int, ...] | None

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The positions in the printed text of ``start`` to ``end`` (exclusive)."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def make_plain(text: str, year: int | None) -> PlainText:
    """The plain text of a paragraph in a report of ``year``.

    Digits with white space between them are kept apart: nobody can tell whether they are one number.
    """
    places = _kept(text)
    compact = text if places is None else "".join([text[place] for place in places])
    compact = compact.translate(_WIDTHS)
    compact = _TITLES.sub(lambda match: "《" + HIDDEN * (len(match[0]) - 2) + "》", compact)
    compact = _PUBLIC.sub(lambda match: HIDDEN * len(match[0]), compact)
    compact = hide_other_numbers(compact, HIDDEN)
    if year is not None and "年" in compact:
        marks = {str(year - 1): LAST * 4, str(year): THIS * 4, str(year + 1): NEXT * 4}
        compact = _YEAR.sub(lambda match: marks.get(match[1], match[0]), compact)
    return PlainText(compact, places)


def _kept(text: str) -> tuple[int, ...] | None:
    if not _SPACE.search(text):
        return None
    between = {match.start() for match in _BETWEEN_DIGITS.finditer(text)}
    return tuple(at for at, mark in enumerate(text) if not mark.isspace() or at in between)
