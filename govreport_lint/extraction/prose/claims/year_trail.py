"""Which year a sentence speaks of at each place; one told in brackets holds within them only."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..sentences.plain_text import LAST, NEXT

# of so many years in brackets nobody knows which is meant
_MOST = 20


class YearTrail:
    """The years named in one sentence, looked for once."""

    def __init__(self, when: re.Pattern[str], plain: str, coded: str, year: int | None) -> None:
        self._year = year
        self._found = list(when.finditer(coded))
        self._starts = [match.start() for match in self._found]
        self._brackets = _brackets(plain) if self._found and "（" in plain else {}

    def at(self, limit: int) -> tuple[int | None, bool]:
        """The year spoken of before a place, and whether it is another than the report's."""
        found = self._last(limit)
        if found is None or found["now"]:
            return self._year, False
        words = found[0]
        if words.startswith("20"):
            other = int(words[:4])
            return other, self._year is not None and other != self._year
        if self._year is None:
            return None, True
        return (self._year + 1 if words.startswith(NEXT) else self._year - 1 if words.startswith(LAST) else None), True

    def _last(self, limit: int) -> re.Match[str] | None:
        """The last year before a place that stands in no bracket closed before it."""
        for _ in range(_MOST):
            index = bisect_left(self._starts, limit) - 1
            if index < 0:
                break
            start, end = self._brackets.get(self._starts[index], (-1, -1))
            if start < 0 or end >= limit:
                return self._found[index]
            limit = start
        return None


def _brackets(plain: str) -> dict[int, tuple[int, int]]:
    """The outermost closed bracket around each place that is in one."""
    inside: dict[int, tuple[int, int]] = {}
    opened: list[int] = []
    for mark in re.finditer("[（）]", plain):
        if mark[0] == "（":
            opened.append(mark.start())
        elif opened:
            start = opened.pop()
            if not opened:
                inside |= dict.fromkeys(range(start, mark.start()), (start, mark.start()))
    return inside
