"""Words of a sentence with the place that they are printed at."""

from __future__ import annotations

from ...document import Passage
from ...report import Words
from .sentences import Span


def words_in(passage: Passage, sentence: Span, start: int, end: int) -> Words:
    """The characters ``start`` to ``end`` (exclusive) of a sentence of a passage."""
    printed = passage.text[sentence.start : sentence.end]
    stripped = printed.strip()
    before = len(printed) - len(printed.lstrip())
    first, last = max(0, start - before), min(len(stripped), max(start, end - before))
    return Words(stripped, first, last, passage.locate(start + sentence.start, end + sentence.start))
