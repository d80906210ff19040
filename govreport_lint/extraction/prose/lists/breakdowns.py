"""Totals with their parts: 公开信息68条，其中工作动态56条、通知公告5条、其他7条; and in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ....report import Breakdown, Count
from ....rulebook.claim_patterns import Lists
from ..plain_text import COUNT, ITEMS, MONEY, MORE
from .counted_text import CountedText

_FAR = 40
_NEAR = 8
_MOST = 80
_LABEL = 40


class Frame:
    """What is open at one depth of brackets: the last count, and the totals whose parts are being listed."""

    def __init__(self, totals: Sequence[Count] = (), at: int = 0, bracketed: bool = False) -> None:
        self.totals = list(totals)
        self.bracketed = bracketed
        self.open = False
        self.parts: list[Count] = []
        self.recent: list[tuple[Count, int]] = []
        self.label_from = at

    def before(self, at: int, reach: int) -> list[Count]:
        """The last count before a position and the one before it where its unit is another."""
        if not self.recent or at - self.recent[-1][1] > reach:
            return []
        last, before = self.recent[-1][0], self.recent[-2:-1]
        return [last] + [count for count, _ in before if count.unit != last.unit]


def find_breakdowns(texts: Sequence[CountedText], lists: Lists) -> Iterator[Breakdown]:
    """The breakdowns in the sentences of one section, in order."""
    for text in texts:
        if len(text.plain.counts) > 2:
            yield from _Reader(text, lists).read(_events(lists))


class _Reader:
    """Reads one sentence from left to right; nothing is looked at twice."""

    def __init__(self, text: CountedText, lists: Lists) -> None:
        self._text = text
        self._not_all = lists.not_all
        self._frames = [Frame()]

    def read(self, events: re.Pattern[str]) -> Iterator[Breakdown]:
        plain = self._text.plain.text
        for match in events.finditer(plain):
            frame = self._frames[-1]
            kind = match.lastgroup
            if kind == "count":
                self._count(frame, match)
            elif kind == "opens":
                yield from self._opens(frame, match)
            elif kind == "bracket":
                self._bracket(frame, match)
            elif kind == "closes" and len(self._frames) > 1:
                yield from self._made(self._frames.pop())
                self._frames[-1].label_from = match.end()
            elif kind == "stop" and not plain.startswith("其中", match.end()):
                while len(self._frames) > 1:
                    yield from self._made(self._frames.pop())
                yield from self._made(frame)
                self._frames = [Frame(at=match.end())]
            else:
                frame.label_from = match.end()
        for frame in reversed(self._frames):
            yield from self._made(frame)

    def _count(self, frame: Frame, match: re.Match[str]) -> None:
        count = self._text.count(match.start(), frame.label_from, _LABEL)
        frame.label_from = match.end()
        if count is None:
            return
        frame.recent = [*frame.recent[-2:], (count, match.end())]
        if frame.totals and len(frame.parts) < _MOST:
            within = bool(frame.parts) and count.label.startswith(self._not_all)
            frame.parts.append(count)
            frame.open = frame.open or within or self._text.plain.text.startswith("等", match.end())

    def _opens(self, frame: Frame, match: re.Match[str]) -> Iterator[Breakdown]:
        """其中: parts of the count before it; a list within a list leaves the outer one open."""
        frame.label_from = match.end()
        if frame.totals and not frame.parts:
            return
        if frame.parts:
            frame.open = True
            yield from self._made(frame)
        frame.totals, frame.parts = frame.before(match.start(), _FAR), []
        rest = self._text.plain.text[match.end() : match.end() + _NEAR]
        frame.open = rest.lstrip("：，").startswith(self._not_all)
        frame.bracketed = False

    def _bracket(self, frame: Frame, match: re.Match[str]) -> None:
        inner = Frame(frame.before(match.start(), _NEAR), match.end(), bracketed=True)
        inner.open = self._text.plain.text.startswith(self._not_all, match.end())
        self._frames.append(inner)

    def _made(self, frame: Frame) -> Iterator[Breakdown]:
        for total in frame.totals:
            parts = tuple(part for part in frame.parts if part.unit == total.unit)
            if len(parts) > 1:
                yield Breakdown(
                    total=total,
                    parts=parts,
                    open=frame.open or len(frame.parts) == _MOST,
                    bracketed=frame.bracketed,
                    section=self._text.section,
                )
        frame.totals, frame.parts = [], []


@lru_cache(maxsize=8)
def _events(lists: Lists) -> re.Pattern[str]:
    opens = "|".join(lists.opens)
    return re.compile(
        rf"(?P<count>[{COUNT}{MONEY}{ITEMS}]{MORE}*)|(?P<opens>{opens})|(?P<bracket>（)|(?P<closes>）)|(?P<stop>[。！？])|(?P<mark>[，、；：])"
    )
