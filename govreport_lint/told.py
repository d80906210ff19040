"""What the prose tells in figures: claims, lists with their totals, shares, growth; each with its words and place."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from .document import Location


class Words(Struct, frozen=True):
    """Words of a sentence: the sentence as printed, from where to where in it they stand, and their place."""

    sentence: str
    start: int
    end: int
    location: Location

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.sentence[self.start : self.end]

    def with_unit(self, unit: str | None) -> Words:
        """The words and the unit that is printed behind them, at the same place."""
        end = self.end
        while unit and self.sentence[end : end + 1].isspace():
            end += 1
        found = unit and self.sentence.startswith(unit, end)
        return Words(self.sentence, self.start, end + len(unit), self.location) if found and unit else self


class Claim(Struct, frozen=True, kw_only=True):
    """Something that the prose says in figures or as none: ``subject`` is a key of the claim patterns.

    ``value`` is set for an exact number (0 for a zero phrase, then ``zero_phrase`` is true); ``low`` and ``high``
    bound an open one; ``scope`` is ``whole``, ``part`` or ``previous``; ``qualified``: the sentence limits what it
    denies. ``words`` are the printed number, or the phrase where there is none.
    """

    subject: str
    value: int | Decimal | None
    low: int | Decimal | None = None
    high: int | Decimal | None = None
    unit: str | None = None
    year: int | None = None
    scope: str = "whole"
    zero_phrase: bool = False
    qualified: bool = False
    section: int | None = None
    words: Words

    @property
    def number(self) -> str:
        """The number, or the phrase, as printed."""
        return self.words.text

    @property
    def spoken(self) -> Words:
        """The number with its unit, or the phrase."""
        return self.words.with_unit(self.unit)

    @property
    def text(self) -> str:
        """The sentence."""
        return self.words.sentence

    @property
    def location(self) -> Location:
        """The place of the number or phrase."""
        return self.words.location


class Count(Struct, frozen=True):
    """A number in a list: the words before it, its value (None: not exact) and unit, and how it is printed."""

    label: str
    value: int | Decimal | None
    unit: str
    words: Words

    @property
    def number(self) -> str:
        """The number as printed."""
        return self.words.text

    @property
    def spoken(self) -> Words:
        """The number with its unit."""
        return self.words.with_unit(self.unit)


class Breakdown(Struct, frozen=True, kw_only=True):
    """A total and the parts that the prose lists after it: 68条，其中工作动态56条、其他12条.

    ``open``: the list does not say that it is complete (等, 含, 主要); ``opened``: how the list begins after its
    total (其中, a colon, a bracket, a comma only) or that its total closes it (共计); ``listed``: nothing but 、
    stands between the parts.
    """

    total: Count
    parts: tuple[Count, ...]
    open: bool
    opened: Literal["word", "colon", "bracket", "comma", "closing"]
    listed: bool
    section: int | None


class Share(Struct, frozen=True, kw_only=True):
    """A percentage that the prose gives for a count: 258件，占33.9%, or 85件，比上年增长10%.

    ``percent`` has the printed decimals; ``change`` is 1 for growth, -1 for decline, 0 for a share of a whole.
    ``bases`` are the counts in the same unit that stand before, the nearest first; ``whole`` is the one that 其中
    divides, where ``of`` stands in its list and nothing names another whole. ``bounded``: 约, 超过 …
    ``named``: what the whole is called between 占 and the percentage (公开总数), empty where it is the total.
    ``words`` are the printed percentage.
    """

    percent: Decimal
    change: int
    bounded: bool
    of: Count
    bases: tuple[Count, ...]
    whole: Count | None = None
    named: str = ""
    section: int | None
    words: Words

    @property
    def number(self) -> str:
        """The percentage as printed."""
        return self.words.text


class Growth(Struct, frozen=True, kw_only=True):
    """A number that is compared with last year's in one sentence: 136件，比上年112件增加24件，增长21.4%.

    ``change`` is 1 for growth, -1 for decline, 0 for 持平; what is not told is None. ``words`` are the percentage,
    or what else is told of the change.
    """

    now: Count
    before: Count | None
    gap: Count | None
    percent: Decimal | None
    change: int
    section: int | None
    words: Words


class Rate(Struct, frozen=True, kw_only=True):
    """A rate that cannot be more than a hundred percent: 办结率100%."""

    percent: Decimal
    section: int | None
    words: Words
