"""What the prose is speaking of: 办结12件 means what was named last."""

from __future__ import annotations

from bisect import bisect_left

from .compiled_patterns import CompiledPatterns


class TopicTrail:
    """The sentences of one section in order; a topic holds until another is named."""

    def __init__(self, patterns: CompiledPatterns, opening: str | None) -> None:
        self._patterns = patterns
        self._sentences: list[tuple[str, str | None]] = []
        self._known: tuple[int, str | None] = (-1, opening)
        self._named: tuple[int, list[int], list[str | None]] = (-1, [], [])

    def add(self, sentence: str, coded: str | None = None) -> None:
        """The next sentence of the section; ``coded`` is it in the patterns' alphabet, if at hand."""
        self._sentences.append((sentence, coded))

    def at(self, position: int) -> str | None:
        """The topic before a position of the newest sentence."""
        newest = len(self._sentences) - 1
        if self._named[0] != newest:
            starts, names = self._topics_of(newest)
            self._named = (newest, starts, names)
        _, starts, names = self._named
        index = bisect_left(starts, position) - 1
        return names[index] if index >= 0 else self._before(newest)

    def _topics_of(self, index: int) -> tuple[list[int], list[str | None]]:
        sentence, coded = self._sentences[index]
        text = self._patterns.write(sentence) if coded is None else coded
        matches = list(self._patterns.topics.finditer(text))
        return [match.start() for match in matches], [match.lastgroup for match in matches]

    def _before(self, newest: int) -> str | None:
        """The topic at the end of the sentence before the newest; no sentence is searched twice."""
        known, topic = self._known
        for index in range(newest - 1, known, -1):
            named = self._topics_of(index)[1]
            if named:
                topic = named[-1]
                break
        self._known = (newest - 1, topic)
        return topic
