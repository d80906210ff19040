"""The lines of a place, and the sentence around it: what people are shown of a finding besides its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from ..checks import Failed
from ..document import Document, Location, Passage
from ..finding import Context
from ..lines import Lines, Span
from ..personal_numbers import masked

_SENTENCE_END = re.compile(r"[。！？；!?;\n]")
# No more of a sentence is kept on either side.
_LONGEST = 200


class Surroundings:
    """The text of one document, ready to be asked for many places."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self._document.source)

    @cached_property
    def _passages(self) -> tuple[list[tuple[int, ...]], list[Passage]]:
        found = sorted(((_key(passage.location), index) for index, passage in enumerate(self._texts)))
        return [key for key, _ in found], [self._texts[index] for _, index in found]

    @cached_property
    def _texts(self) -> tuple[Passage, ...]:
        return tuple(self._document.texts())

    def span(self, location: Location) -> Span | None:
        """The lines and columns of a place, in a file that has lines."""
        return self._lines.span(location)

    def context(self, outcome: Failed) -> Context | None:
        """The sentence around the words that are meant; None for a cell, and where nothing is printed."""
        if not outcome.quote or outcome.place.row or outcome.place.column:
            return None
        if outcome.words:
            return _sentence(outcome.words.sentence, outcome.words.start, outcome.words.end)
        passage = self.passage(outcome.location)
        span = passage.span_of(outcome.location) if passage else None
        # Where only the element is known that holds the words, it may be a whole page.
        if passage is None or span is None or span[1] - span[0] > _LONGEST:
            return None
        return _sentence(passage.text, *span)

    def passage(self, location: Location) -> Passage | None:
        """The passage in which a place lies."""
        keys, passages = self._passages
        index = bisect_right(keys, _key(location)) - 1
        if index >= 0 and passages[index].location.covers(location):
            return passages[index]
        return None


def _key(location: Location) -> tuple[int, ...]:
    return location.page or 0, location.table or 0, location.paragraph or 0, location.start


def _sentence(text: str, start: int, end: int) -> Context:
    first = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, start - _LONGEST), start)), default=-1)
    if first < 0:
        first = max(0, start - _LONGEST)
    stop = _SENTENCE_END.search(text, max(start, end - 1), end + _LONGEST)
    last = stop.end() if stop else min(len(text), end + _LONGEST)
    last = max(end, last)
    shown = masked(text[first:last])
    return Context(shown[: start - first].lstrip(), shown[start - first : end - first], shown[end - first :].rstrip())
