"""Totals with their parts: 公开信息68条，其中工作动态56条、通知公告5条、其他7条; in brackets; 5条、7条，共计12条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from ....rulebook.claim_patterns import Lists
from ....told import Breakdown, Count
from ..sentences.plain_text import COUNT, ITEMS, MONEY, MORE
from .counted_text import CountedText

_Opened = Literal["word", "colon", "bracket", "comma", "closing"]

_FAR = 40
_NEAR = 8
_MOST = 80
_LABEL = 40
_ENDING = 2
_NAMED = re.compile(r"(?:为|是|属于?)([^，、；：。（）]{1,16})")


class Frame:
    """What is open at one depth of brackets: the last count, and the totals whose parts are being listed.

    ``run`` holds the counts of a list that nothing has opened, with the mark before each.
    """

    def __init__(self, totals: Sequence[Count] = (), at: int = 0, opened: _Opened = "word") -> None:
        self.totals = list(totals)
        self.opened: _Opened = opened
        self.open = False
        self.parts: list[Count] = []
        self.marks: list[str] = []
        self.run: list[tuple[Count, str]] = []
        self.recent: list[tuple[Count, int]] = []
        self.label_from = at
        self.mark = ""

    def before(self, at: int, reach: int) -> list[Count]:
        """The last count before a position and the one before it where its unit is another."""
        if not self.recent or at - self.recent[-1][1] > reach:
            return []
        last, before = self.recent[-1][0], self.recent[-2:-1]
        return [last] + [count for count, _ in before if count.unit != last.unit]

    def closed(self, unit: str) -> list[Count]:
        """The counts in a unit that a total after them sums up: those with nothing but 、 or ； between."""
        found: list[Count] = []
        for count, mark in reversed(self.run):
            if count.unit != unit:
                break
            found.append(count)
            if mark not in ("、", "；"):
                break
        return found[::-1] if len(found) > 1 else self._told_alike(unit)

    def _told_alike(self, unit: str) -> list[Count]:
        """The counts of a run in one unit whose labels end alike: 一季度收到41件，二季度收到38件，三季度收到30件."""
        counts = [count for count, _ in self.run]
        endings = {count.label[-_ENDING:] for count in counts}
        alike = len(counts) > 2 and len(endings) == 1 and all(count.unit == unit for count in counts)
        return counts if alike and len(counts[0].label) > _ENDING else []


def find_breakdowns(texts: Sequence[CountedText], lists: Lists) -> Iterator[Breakdown]:
    """The breakdowns in the sentences of one section, in order."""
    for text in texts:
        if len(text.plain.counts) > 2:
            yield from _Reader(text, lists).read(_events(lists))


class _Reader:
    """Reads one sentence from left to right; nothing is looked at twice."""

    def __init__(self, text: CountedText, lists: Lists) -> None:
        self._text = text
        self._lists = lists
        self._changes = (*lists.growth, *lists.decline)
        self._frames = [Frame()]

    def read(self, events: re.Pattern[str]) -> Iterator[Breakdown]:
        plain = self._text.plain.text
        for match in events.finditer(plain):
            frame = self._frames[-1]
            kind = match.lastgroup
            if kind == "count":
                yield from self._count(frame, match)
            elif kind in {"opens", "among"}:
                yield from self._opens(frame, match, "word")
            elif kind == "bracket":
                self._bracket(frame, match)
            elif kind == "closes" and len(self._frames) > 1:
                yield from self._made(self._frames.pop())
                self._frames[-1].label_from = match.end()
            elif kind == "stop" and not plain.startswith(("其中", *self._lists.closings), match.end()):
                yield from self._stopped(match.end())
            elif match[0] == "：" and not frame.totals and frame.before(match.start(), _NEAR):
                yield from self._opens(frame, match, "colon")
            else:
                frame.label_from, frame.mark = match.end(), match[0]
        yield from self._stopped(len(plain))

    def _stopped(self, at: int) -> Iterator[Breakdown]:
        while self._frames:
            yield from self._made(self._frames.pop())
        self._frames = [Frame(at=at)]

    def _count(self, frame: Frame, match: re.Match[str]) -> Iterator[Breakdown]:
        count = self._text.count(match.start(), frame.label_from, _LABEL)
        frame.label_from = match.end()
        if count is None or count.label.removesuffix("了").endswith(self._changes):
            return
        frame.recent = [*frame.recent[-2:], (count, match.end())]
        if count.label.startswith(self._lists.closings) or (count.label == "共" and len(frame.closed(count.unit)) > 2):
            yield from self._closed(frame, count)
        elif frame.totals and len(frame.parts) < _MOST:
            self._part(frame, self._named(count, match.end()), match.end())
        elif len(frame.run) < _MOST:
            frame.run.append((self._named(count, match.end()), frame.mark))
        frame.mark = ""

    def _part(self, frame: Frame, count: Count, end: int) -> None:
        within = bool(frame.parts) and count.label.startswith(self._lists.not_all)
        frame.parts.append(count)
        frame.marks.append(frame.mark)
        frame.open = frame.open or within or self._text.plain.text.startswith("等", end)

    def _named(self, count: Count, end: int) -> Count:
        """A count with the words behind it where none stand before: 20条为政策文件类."""
        found = None if count.label else _NAMED.match(self._text.plain.text, end)
        return Count(found[1], count.value, count.unit, count.words) if found else count

    def _closed(self, frame: Frame, total: Count) -> Iterator[Breakdown]:
        """共计: the total of what stands before it; a list with its total before it ends there."""
        if frame.totals:
            yield from self._made(frame)
            return
        frame.totals, frame.parts, frame.opened = [total], frame.closed(total.unit), "closing"
        frame.marks = ["、"] * len(frame.parts)
        yield from self._made(frame)

    def _opens(self, frame: Frame, match: re.Match[str], opened: _Opened) -> Iterator[Breakdown]:
        """其中: parts of the count before it; a list within a list leaves the outer one open."""
        frame.label_from = match.end()
        if frame.totals and not frame.parts:
            return
        if frame.parts:
            frame.open = True
            yield from self._made(frame)
        frame.totals, frame.parts, frame.run = frame.before(match.start(), _FAR), [], []
        rest = self._text.plain.text[match.end() : match.end() + _NEAR]
        frame.open = rest.lstrip("：，").startswith(self._lists.not_all)
        frame.opened = opened

    def _bracket(self, frame: Frame, match: re.Match[str]) -> None:
        inner = Frame(frame.before(match.start(), _NEAR), match.end(), opened="bracket")
        inner.open = self._text.plain.text.startswith(self._lists.not_all, match.end())
        self._frames.append(inner)

    def _made(self, frame: Frame) -> Iterator[Breakdown]:
        if not frame.totals and len(frame.run) > 2 and frame.run[1][1] == "，":
            frame.totals, frame.opened = [frame.run[0][0]], "comma"
            frame.parts, frame.marks = [count for count, _ in frame.run[1:]], [mark for _, mark in frame.run[1:]]
        for total in frame.totals:
            parts = tuple(part for part in frame.parts if part.unit == total.unit)
            if len(parts) > 1:
                yield Breakdown(
                    total=total,
                    parts=parts,
                    open=frame.open or len(frame.parts) == _MOST,
                    opened=frame.opened,
                    listed=all(mark == "、" for mark in frame.marks[1:]),
                    section=self._text.section,
                )
        frame.totals, frame.parts, frame.marks, frame.run = [], [], [], []


@lru_cache(maxsize=8)
def _events(lists: Lists) -> re.Pattern[str]:
    opens = "|".join(lists.opens)
    return re.compile(
        rf"(?P<count>[{COUNT}{MONEY}{ITEMS}]{MORE}*)|(?P<opens>{opens})|(?P<among>(?<!其)中(?=[，：]))|(?P<bracket>（)"
        rf"|(?P<closes>）)|(?P<stop>[。！？])|(?P<mark>[，、；：])"
    )
