"""The sentence that a finding is about, with the part that is meant marked."""

from __future__ import annotations

import re

from msgspec import Struct
from rich.cells import cell_len
from rich.text import Text as Styled

from ...document import Location, Passage
from ...finding import Finding
from ...report import Report
from ..words.printable import printable
from .table_drawing import MARK_STYLE, mark

_SENTENCE_END = re.compile(r"[。！？；!?;]")
_ELLIPSIS = "……"


class Excerpt(Struct, frozen=True):
    """A text in three parts: before the mark, the marked part, after it."""

    before: str
    marked: str
    after: str

    def styled(self) -> Styled:
        """As it is printed."""
        text = Styled(printable(self.before))
        return text.append(mark(printable(self.marked)), MARK_STYLE).append(printable(self.after))


def excerpt_of(report: Report, finding: Finding, width: int) -> Excerpt | None:
    """The sentence around the finding, shortened to ``width`` cells; None where nothing is printed."""
    for passage in report.document.texts():
        if covers(passage.location, finding.location):
            span = _span(passage, finding, _number(report, finding))
            return _shorten(_sentence(passage.text, *span), width) if span else _alone(finding, width)
    return _alone(finding, width)


def covers(outer: Location, inner: Location) -> bool:
    """Whether a place lies within another."""
    same = (outer.page, outer.paragraph, outer.table) == (inner.page, inner.paragraph, inner.table)
    return same and outer.start <= inner.start and inner.end <= outer.end


def _span(passage: Passage, finding: Finding, number: str) -> tuple[int, int] | None:
    """Where in the passage's text the finding stands: by its offsets, else by its quote."""
    location = finding.location
    for run in passage.runs:
        if run.exact and run.location.start <= location.start < run.location.end:
            start = run.at + location.start - run.location.start
            length = min(location.end - location.start, len(passage.text) - start)
            return (start, start + length) if length > 0 else None
    sentence = passage.text.find(finding.quote) if finding.quote else -1
    at = finding.quote.find(number) if number else -1
    if sentence >= 0 and number and at >= 0:
        return sentence + at, sentence + at + len(number)
    return (sentence, sentence + len(finding.quote)) if sentence >= 0 else None


def _number(report: Report, finding: Finding) -> str:
    """The number in the claim that the finding is about."""
    claims = (claim for claim in report.claims if claim.location == finding.location)
    return next((claim.number for claim in claims if finding.quote in (claim.text, claim.number)), "")


def _sentence(text: str, start: int, end: int) -> Excerpt:
    first = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    stop = _SENTENCE_END.search(text, max(start, end - 1))
    last = stop.end() if stop else len(text)
    return Excerpt(text[first:start].lstrip(), text[start:end], text[end : max(end, last)].rstrip())


def _alone(finding: Finding, width: int) -> Excerpt | None:
    quote = finding.quote.strip()
    return _shorten(Excerpt("", quote, ""), width) if quote else None


def _shorten(excerpt: Excerpt, width: int) -> Excerpt:
    """The marked part first, then as much around it as there is room for, mostly what stands before."""
    alone = not (excerpt.before or excerpt.after)
    room = max(8, (width // 2 if alone else width) - 4)
    marked = _cut(excerpt.marked, room)
    room = max(0, room - cell_len(marked))
    after_room = max(room // 3, room - cell_len(excerpt.before))
    after = _cut(excerpt.after, after_room)
    before = _cut(excerpt.before[::-1], room - cell_len(after))[::-1]
    return Excerpt(before, marked, after)


def _cut(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    return _head(text, room - 4) + _ELLIPSIS if room > 8 else _ELLIPSIS


def _head(text: str, room: int) -> str:
    used = 0
    for offset, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[:offset]
    return text
