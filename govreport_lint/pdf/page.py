"""What is read out of a PDF before anything is understood: characters, rules and pictures with their places.

Lengths are points; x counts from the left and y from the top of the page as it is shown.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

Box = tuple[float, float, float, float]


class Character(NamedTuple):
    """A character, the box that its line and width give it, its baseline and its size."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    baseline: float
    size: float


class Rule(NamedTuple):
    """A drawn line along an axis; ``start`` and ``end`` are on that axis, ``at`` on the other one."""

    upright: bool
    at: float
    start: float
    end: float


# Signs of a font of symbols may be so many of a hundred; the digits of the tables are more.
_MOST_UNMAPPED = 0.02
# The share of a page that a picture takes which may be a scan of it.
_SCAN = 0.5


def is_scan(picture: Box, width: float, height: float) -> bool:
    """Whether a picture takes so much of a page that it may be a scan of it."""
    wide, high = min(picture[2], width) - max(0, picture[0]), min(picture[3], height) - max(0, picture[1])
    return wide > 0 and high > 0 and wide * high >= _SCAN * width * height


class Page(Struct, frozen=True):
    """A page; ``number`` counts from 1, ``pictures`` are the boxes of its images.

    ``characters`` are those that people see; where ``recognised``, those that a program put behind a scan. ``curves``
    counts the shapes with bent lines: type may be drawn as such.
    """

    number: int
    width: float
    height: float
    characters: tuple[Character, ...]
    rules: tuple[Rule, ...]
    pictures: tuple[Box, ...]
    curves: int = 0
    recognised: bool = False


class Pages(Struct, frozen=True):
    """The pages of a file, or the fault for which they could not be read (a key of ``process``).

    ``unmapped`` counts the characters that have no meaning given in the file, ``attached`` the files within it.
    """

    pages: tuple[Page, ...] = ()
    fault: str | None = None
    unmapped: int = 0
    attached: int = 0

    @property
    def is_meaningless(self) -> bool:
        """Whether so many of the characters have no meaning that the text cannot be read."""
        return self.unmapped > _MOST_UNMAPPED * sum(len(page.characters) for page in self.pages)
