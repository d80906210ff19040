"""What the prose is speaking of: 办结12件 means what was named last."""

from __future__ import annotations

import re
from bisect import bisect_left


class TopicTrail:
    """The sentences of one section in order; a topic holds until another is named."""

    def __init__(self, expression: re.Pattern[str], opening: str | None) -> None:
        self._expression = expression
        self._sentences: list[str] = []
        self._known: tuple[int, str | None] = (-1, opening)
        self._named: tuple[int, list[int], list[str | None]] = (-1, [], [])

    def add(self, sentence: str) -> None:
        """The next sentence of the section."""
        self._sentences.append(sentence)

    def at(self, position: int) -> str | None:
        """The topic before a position of the newest sentence."""
        newest = len(self._sentences) - 1
        starts, names = self._in_sentence(newest)
        index = bisect_left(starts, position) - 1
        return names[index] if index >= 0 else self._before(newest)

    def _in_sentence(self, index: int) -> tuple[list[int], list[str | None]]:
        if self._named[0] != index:
            matches = list(self._expression.finditer(self._sentences[index]))
            self._named = (
                index,
                [match.start() for match in matches],
                [match.lastgroup for match in matches],
            )
        return self._named[1:]

    def _before(self, newest: int) -> str | None:
        """The topic at the end of the sentence before the newest; no sentence is searched twice."""
        known, topic = self._known
        for index in range(newest - 1, known, -1):
            named = [match.lastgroup for match in self._expression.finditer(self._sentences[index])]
            if named:
                topic = named[-1]
                break
        self._known = (newest - 1, topic)
        return topic
