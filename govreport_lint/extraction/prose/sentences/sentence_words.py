"""Words of a sentence with the place that they are printed at."""

from __future__ import annotations

from ....document import Passage
from ....told import Words
from .sentences import Span


class SentenceWords:
    """A sentence of a passage; its text is cut out once, however many words of it are asked for."""

    def __init__(self, passage: Passage, sentence: Span) -> None:
        printed = passage.text[sentence.start : sentence.end]
        self._passage = passage
        self._start = sentence.start
        self._before = len(printed) - len(printed.lstrip())
        self._text = printed.strip()

    def between(self, start: int, end: int) -> Words:
        """The characters ``start`` to ``end`` (exclusive) of the sentence."""
        first = max(0, start - self._before)
        last = min(len(self._text), max(start, end - self._before))
        return Words(self._text, first, last, self._passage.locate(start + self._start, end + self._start))
