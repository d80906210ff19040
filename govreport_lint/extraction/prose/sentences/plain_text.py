"""A text made plain for the claim patterns: one width, no white space, no titles of documents, years marked.

Counts and percentages become marks of one kind each, so that no pattern has to know how numbers are written.
Every character of the plain text knows its place in the printed one.
"""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from .numbers import Mention, Number, mentions
from .sentences import Span, sentences

# what a hidden character is written as, and the marks of the year before, of and after the report
HIDDEN = "·"
# how far around a month is looked for what tells the period
_REACH = 12
LAST, THIS, NEXT = "\x01", "\x02", "\x03"
# the first character of a count with its unit, of an amount of money, of a percentage, of a count in a unit that
# claims are not made in (12期); and all further ones
COUNT, MONEY, SHARE, ITEMS, MORE = "\x04", "\x05", "\x06", "\x07", "\x08"

_WIDTHS = str.maketrans("０１２３４５６７８９,;:()!?％．", "0123456789，；：（）！？%.")
_WIDTHS |= {ord(mark): ord(HIDDEN) for mark in (LAST, THIS, NEXT, COUNT, MONEY, SHARE, ITEMS, MORE)}


class PlainText(Struct, frozen=True):
    """The plain text; ``places`` gives the printed position of each character (None: the same), ``counts`` the
    counts, amounts and percentages by the position of their mark."""

    text: str
    places: tuple[int, ...] | None
    counts: dict[int, Mention]

    def printed(self, start: int, end: int) -> tuple[int, int]:
        """The positions in the printed text of ``start`` to ``end`` (exclusive)."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


class Units(Struct, frozen=True):
    """The units (expressions) of claims, of amounts of money, and those that only lists are counted in."""

    counts: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    items: tuple[str, ...] = ()

    @property
    def every(self) -> tuple[str, ...]:
        """All of them, a longer one before those that it begins with."""
        return tuple(sorted(dict.fromkeys((*self.money, *self.items, *self.counts)), key=len, reverse=True))

    def mark(self, unit: str) -> str:
        """The mark of a count in a unit."""
        if unit in self.money:
            return MONEY
        return COUNT if any(unit == known.partition("(")[0] for known in self.counts) else ITEMS


class PlainTexts:
    """Splits the paragraphs of a report of ``year`` and makes its sentences plain, each once."""

    def __init__(self, year: int | None, units: Units) -> None:
        self._year = year
        self._units = units
        self._every = units.every
        self._made: dict[str, PlainText] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def sentences(self, text: str) -> tuple[Span, ...]:
        """The sentences of a paragraph."""
        spans = self._spans.get(text)
        if spans is None:
            spans = self._spans[text] = tuple(sentences(text))
        return spans

    def make(self, text: str) -> PlainText:
        """The plain text of a sentence."""
        made = self._made.get(text)
        if made is None:
            made = self._made[text] = make_plain(text, self._year, self._units, self._every)
        return made


def make_plain(
    text: str,
    year: int | None,
    units: Units = Units(),  # noqa: B008
    every: tuple[str, ...] = (),
) -> PlainText:
    """The plain text of a sentence in a report of ``year``; numbers before the units (``every``) are counts.

    Digits with white space between them are kept apart: nobody can tell whether they are one number.
    """
    places = _kept(text)
    compact = text if places is None else "".join([text[place] for place in places])
    if _compiled(r"[０-９,;:()!?％．\x01-\x08]").search(compact):
        compact = compact.translate(_WIDTHS)
    if "《" in compact:
        titles = _compiled(r"《[^《》]{0,200}》")
        compact = titles.sub(lambda match: "《" + HIDDEN * (len(match[0]) - 2) + "》", compact)
    if "公民" in compact:
        public = _compiled(r"公民(?:个人)?、?法人(?:或者?|和|及|与|以及|、)其[他它]组织")
        compact = public.sub(lambda match: HIDDEN * len(match[0]), compact)
    return _marked(compact, places, year, units, every)


def _marked(
    text: str, places: tuple[int, ...] | None, year: int | None, units: Units, every: tuple[str, ...]
) -> PlainText:
    years = {str(year - 1): LAST, str(year): THIS, str(year + 1): NEXT} if year is not None else {}
    counts: dict[int, Mention] = {}
    pieces: list[str] = []
    end = 0
    for mention in mentions(text, every):
        printed = text[mention.start : mention.end]
        length = mention.end - mention.start
        if mention.kind == "year":
            mark = years.get(printed[:4])
            written = mark * 4 + printed[4:] if mark else printed
        elif mention.kind == "other":
            month = _month(text, mention)
            written = month + HIDDEN * (length - len(month))
        elif mention.kind == "count" and not mention.unit:
            written = printed
        else:
            first = SHARE if mention.kind == "share" else units.mark(mention.unit)
            written = first + MORE * (length - 1)
            counts[mention.start] = mention
        pieces += (text[end : mention.start], written)
        end = mention.end
    return PlainText(_with_zeros("".join((*pieces, text[end:])), counts), places, counts)


def _month(text: str, mention: Mention) -> str:
    """The month that a number names, with what follows it up to a day; empty where it is the whole year.

    3月, 1至6月 and 截至3月31日 tell of a part of the year; 1至12月, 截至12月底 and the days of an event do not.
    """
    printed = text[mention.start : mention.end]
    before, after = text[max(0, mention.start - _REACH) : mention.start], text[mention.end :][:_REACH]
    found = _compiled(r"[0-9]{1,2}月份?").match(printed)
    if not found:
        return ""
    until = _compiled(r"截[至止](?:20[0-9]{2}年)?$").search(before)
    if found[0] != printed:
        return found[0] if until and not printed.startswith("12月") else ""
    to_december = _compiled(r"(?<![0-9])(?:1|一)月?份?[—－–~～至到-]+(?:20[0-9]{2}年)?$").search(before)
    if printed.startswith("12月") and (until or to_december or after.startswith(("底", "末"))):
        return ""
    return "" if _compiled(r"[—－–~～至到-]+(?:20[0-9]{2}年)?12月").match(after) else printed


def _with_zeros(text: str, counts: dict[int, Mention]) -> str:
    """The plain text with 数量为0 as a count too: a number of things needs no unit where it is 0."""
    if "为0" not in text:
        return text
    zeros = _compiled(r"(?<=[数量]为)0(?=$|[，。；！？、）])")
    for zero in zeros.finditer(text):
        number = Number(zero.start(), zero.end(), zero[0], 0)
        counts[zero.start()] = Mention("count", zero.start(), zero.end(), number)
    return zeros.sub(COUNT, text)


def _kept(text: str) -> tuple[int, ...] | None:
    if not _compiled(r"\s").search(text):
        return None
    between = {match.start() for match in _compiled(r"(?<=[0-9０-９])\s+(?=[0-9０-９])").finditer(text)}
    return tuple(at for at, mark in enumerate(text) if not mark.isspace() or at in between)


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
