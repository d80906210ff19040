"""Percentages of counts: 258件，占33.9%; 92件，比上年增长8.2%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ....rulebook.claim_patterns import Lists
from ....told import Count, Share
from ..sentences.percents import percent_of
from ..sentences.plain_text import COUNT, ITEMS, MONEY, MORE, SHARE
from .counted_text import CountedText

_BASES = 12
_FAR, _NEAR = 60, 16
_ENDS = "。；！？）"
# 占 of something that is named otherwise than as the whole
_NAMED_WHOLE = re.compile(
    r"占(?!比|总数|全部|约|为|了|到|达|：|近|超|\Z)(?P<name>[\u4e00-\u9fff]{1,16}?)(?:的|比|约|为|达|近|超|$)"
)
_COUNTS = COUNT + MONEY + ITEMS
_BOUNDS = ("约", "近", "超", "过", "逾", "达到", "以上", "左右", "余", "多")


def find_shares(texts: Sequence[CountedText], lists: Lists) -> Iterator[Share]:
    """The percentages in the sentences of one section, in order; ``bases`` reach back into earlier sentences."""
    seen: list[Count] = []
    for text in texts:
        at = 0
        starts = sorted(place for place in text.plain.counts if text.plain.text[place] in _COUNTS)
        for match in _expression(lists).finditer(text.plain.text) if SHARE in text.plain.text else ():
            while at < len(starts) and starts[at] <= match.start():
                seen = _with(seen, text, starts[at])
                at += 1
            share = _share(text, match, seen)
            if share:
                yield share
        for place in starts[at:]:
            seen = _with(seen, text, place)


def _with(seen: list[Count], text: CountedText, place: int) -> list[Count]:
    count = text.count(place, max(0, place - _BASES), _BASES)
    return [count, *seen[: _BASES - 1]] if count and count.value is not None else seen


def _share(text: CountedText, match: re.Match[str], seen: Sequence[Count]) -> Share | None:
    words = text.words(match.start("share"), match.end("share"))
    percent = percent_of(words.text)
    of = text.count(match.start(), max(0, match.start() - _BASES), _BASES)
    if percent is None or of is None or of.value is None:
        return None
    behind = text.plain.text[match.end() : match.end() + 2]
    between = text.plain.text[match.end("count") : match.start("share")]
    bounded = between.endswith(_BOUNDS) or behind.startswith(_BOUNDS)
    change = 1 if match["growth"] else -1 if match["decline"] else 0
    bases = tuple(count for count in seen[1:] if count.unit == of.unit)
    named = _NAMED_WHOLE.search(between)
    return Share(
        percent=percent,
        change=change,
        bounded=bounded,
        of=of,
        bases=bases,
        whole=None if change or named else _whole(text, match.start(), of.unit),
        named=named["name"] if named else "",
        section=text.section,
        words=words,
    )


def _whole(text: CountedText, at: int, unit: str) -> Count | None:
    """The count right before the 其中 in whose list a position stands."""
    plain = text.plain.text
    opens = plain.rfind("其中", max(0, at - _FAR), at)
    if opens < 0 or any(mark in plain[opens:at] for mark in _ENDS):
        return None
    before = plain[max(0, opens - _NEAR) : opens].rstrip("，：（").rstrip(MORE)
    place = max(0, opens - _NEAR) + len(before) - 1
    count = text.count(place, max(0, place - _BASES), _BASES) if place in text.plain.counts else None
    return count if count is not None and count.unit == unit else None


@lru_cache(maxsize=8)
def _expression(lists: Lists) -> re.Pattern[str]:
    between = r"[，、（]?(?:的?申请(?:数量|量|件数)?)?(?:约|分别)?"
    compared = r"(?:同比|环比|(?:较|比|与)[^，。；：（）0-9]{1,8}?)(?:相比)?[，]?(?:共|的)?"
    growth = rf"{compared}(?:(?P<growth>{'|'.join(lists.growth)})|(?P<decline>{'|'.join(lists.decline)}))(?:了|约)?"
    told = rf"[\u4e00-\u9fff]{{0,12}}?[，、（](?:约|分别)?(?:{'|'.join(lists.shares)})"
    words = f"(?:{told}|{between}(?:{'|'.join(lists.shares)}|{growth}))"
    return re.compile(rf"(?P<count>[{_COUNTS}]{MORE}*){words}(?P<share>{SHARE}{MORE}*)")
