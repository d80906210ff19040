"""How a number grew since last year: 136件，比上年112件增加24件，增长21.4%; and rates: 办结率120%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from ....rulebook.claim_patterns import Lists
from ....told import Count, Growth, Rate, Words
from ..sentences.percents import percent_of
from ..sentences.plain_text import COUNT, ITEMS, LAST, MONEY, MORE, SHARE, THIS
from .counted_text import CountedText

_LABEL = 24
_MOST = 6
_BOUNDS = ("约", "近", "超", "过", "逾", "达到", "余", "多")


class _Told:
    """What one part of a sentence, up to 。 or ；, tells of a number and its growth."""

    def __init__(self) -> None:
        self.now: list[Count] = []
        self.before: list[Count] = []
        self.gap: list[Count] = []
        self.percent: list[tuple[Decimal, Words]] = []
        self.changes: set[int] = set()
        self.steady: Words | None = None

    def growth(self, section: int | None) -> Growth | None:
        """The growth, where everything is told once; of several numbers nobody knows which grew."""
        several = [part for part in (self.now, self.before, self.gap, self.percent) if len(part) > 1]
        if several or not self.now or len(self.changes) != 1 or not (self.gap or self.percent or 0 in self.changes):
            return None
        counts = (*self.now, *self.before, *self.gap)
        if len({count.unit for count in counts}) > 1 or any(count.value is None for count in counts):
            return None
        percent, words = self.percent[0] if self.percent else (None, None)
        return Growth(
            now=self.now[0],
            before=self.before[0] if self.before else None,
            gap=self.gap[0] if self.gap else None,
            percent=percent,
            change=min(self.changes),
            section=section,
            words=words or self.steady or (self.gap or self.now)[0].words,
        )


def find_growths(texts: Sequence[CountedText], lists: Lists) -> Iterator[Growth]:
    """What the sentences of one section tell of the growth of their numbers."""
    for text in texts:
        plain = text.plain.text
        if not any(word in plain for word in (*lists.growth, *lists.decline, *lists.steady)):
            continue
        told = _Told()
        for match in _events(lists).finditer(plain):
            if match["stop"]:
                growth = told.growth(text.section)
                if growth:
                    yield growth
                told = _Told()
            else:
                _tell(told, text, match, lists)
        growth = told.growth(text.section)
        if growth:
            yield growth


def find_rates(texts: Sequence[CountedText], lists: Lists) -> Iterator[Rate]:
    """The rates of the sentences of one section that cannot be more than a hundred percent."""
    named = re.compile(
        rf"(?:{'|'.join(lists.rates)})(?:均|都|已)?(?:为|是|达到|达|：|保持在|保持)?(?P<share>{SHARE}{MORE}*)"
    )
    for text in texts:
        for match in named.finditer(text.plain.text) if SHARE in text.plain.text else ():
            words = text.words(*match.span("share"))
            percent = percent_of(words.text)
            if percent is not None:
                yield Rate(percent=percent, section=text.section, words=words)


def _tell(told: _Told, text: CountedText, match: re.Match[str], lists: Lists) -> None:
    if match["steady"]:
        told.steady = text.words(*match.span("steady"))
        told.changes.add(0)
        return
    if match["share"]:
        percent = percent_of((words := text.words(*match.span("share"))).text)
        if match["changed"] and percent is not None:
            told.percent.append((percent, words))
            told.changes.add(1 if match["up"] else -1)
        return
    at = match.start("count")
    count = text.count(at, max(0, at - _LABEL), _LABEL)
    if count is None or len(told.now) > _MOST:
        return
    if match["changed"]:
        told.gap.append(count)
        told.changes.add(1 if match["up"] else -1)
    elif match["from"] or _of_last_year(text.plain.text[max(0, at - _LABEL) : at], lists):
        told.before.append(count)
    else:
        told.now.append(count)


def _of_last_year(before: str, lists: Lists) -> bool:
    """Whether the words before a count speak of last year."""
    clause = re.split(f"[，、；：。（）{MORE}]", before)[-1]
    last = max((clause.rfind(word) for word in (LAST, *lists.last_year)), default=-1)
    return last >= 0 and clause.rfind(THIS) < last and "结转" not in clause


@lru_cache(maxsize=8)
def _events(lists: Lists) -> re.Pattern[str]:
    up, down = "|".join(lists.growth), "|".join(lists.decline)
    changed = rf"(?P<changed>(?:(?P<up>{up})|(?:{down}))(?:了|率|幅度?)?(?:为|达到?)?)"
    return re.compile(
        rf"(?:{changed}|(?P<from>[由从]))?(?:(?P<count>[{COUNT}{MONEY}{ITEMS}]{MORE}*)|(?P<share>{SHARE}{MORE}*))"
        rf"|(?P<stop>[。；！？])|(?P<steady>{'|'.join(lists.steady)})"
    )
