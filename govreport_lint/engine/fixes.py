"""Fixes: the changes that checks propose, each with the exact place that it has in the file."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..checks.subject.mending.changes import Change, Mending
from ..document import Document, Location, Passage, Run
from ..finding import Edit, Fix
from ..language import Text
from .facts import harmless
from .surroundings import Surroundings

if TYPE_CHECKING:
    from ..html.text_places import TextPlaces

FORMATS = ("docx", "html", "markdown", "text")
"""The formats (``Document.format``) whose files can be put into form."""

_MARKUP = {
    "markdown": frozenset("\\`*_[]<>&~$|#\n"),
    "html": frozenset("<>&"),
    "text": frozenset("\t\n"),
    "docx": frozenset(),
}
# No report has so many; the others are mended when these are.
_MOST = 1000
_UNPLACED = Text(
    "这几个字在文件源码中的位置不能唯一确定（夹有标记，或同一处重复出现），没有自动改正",
    "the exact place of the words in the source is not certain (markup between them, or the same words twice), "
    "so they were not mended",
)


class Fixes:
    """Places the changes in one document."""

    def __init__(self, document: Document, around: Surroundings) -> None:
        self._document, self._around = document, around

    def of(self, mending: Mending | None) -> tuple[Fix | None, Text | None]:
        """The fix, and why a change of form is not in it that touches no fact; None and None where there is nothing."""
        document = self._document
        if mending and mending.apart:
            mending = replace(mending, changes=mending.changes[:_MOST])
        changes = harmless(mending) if mending and document.format in FORMATS else ()
        if mending is None or not changes:
            return None, None
        edits = [self._edit(change) for change in changes]
        kept = tuple(edit for edit in edits if edit is not None)
        lost = _UNPLACED if len(kept) < len(edits) else None
        if not kept or (lost and not mending.apart):
            return None, lost
        return Fix(mending.title, kept, mending.apart), lost

    def _edit(self, change: Change) -> Edit | None:
        if not _MARKUP[self._document.format].isdisjoint(change.text):
            return None
        location = self._point(change) if change.start == change.end else self._location(change)
        if location is None:
            return None
        return Edit(location, change.printed, change.text, self._around.span(location))

    def _location(self, change: Change) -> Location | None:
        """Where the characters stand; None where something else stands among them."""
        passage = change.passage
        if self._document.source is None:
            return _exact(passage, change.start, change.end)
        places = [self._place(passage, at) for at in range(change.start, change.end)]
        known = [place for place in places if place is not None]
        gaps = [self._document.source[a.end : b.start] for a, b in pairwise(known)]
        if len(known) < len(places) or any(gap.strip(self._space) for gap in gaps):
            return None
        return self._with_escape(passage, known[0].until(known[-1]))

    def _with_escape(self, passage: Passage, location: Location) -> Location:
        """In Markdown with the backslash before the first character: before another one it would be printed."""
        source, before = self._document.source or "", location.start - 1
        if self._document.format != "markdown" or before < 0 or source[before] != "\\":
            return location
        printed = any(run.location.start <= before < run.location.end for run in passage.runs)
        return location if printed else replace(location, start=before)

    def _point(self, change: Change) -> Location | None:
        """Behind the character before; at the very beginning before the first one."""
        at = max(0, change.start - 1)
        place = self._place(change.passage, at) if change.passage.text else None
        if place is None:
            return None
        offset = place.end if change.start else place.start
        return _at(place, offset)

    def _place(self, passage: Passage, at: int) -> Location | None:
        """Where one character stands."""
        exact = _exact(passage, at, at + 1)
        source = self._document.source
        if source is None:
            return exact
        if exact is not None:
            return exact if source[exact.start : exact.end] == passage.text[at] else None
        return self._in_element(passage, at, source)

    def _in_element(self, passage: Passage, at: int, source: str) -> Location | None:
        index = bisect_right(passage.runs, at, key=_beginning) - 1
        run = passage.runs[index]
        if not source.startswith("<", run.location.start):
            return None
        stop = passage.runs[index + 1].at if index + 1 < len(passage.runs) else len(passage.text)
        places = self._texts.of(run.location, passage.text[run.at : stop])
        start, end = places[at - run.at] if places else (-1, -1)
        return Location(start, end) if start >= 0 else None

    @property
    def _space(self) -> str:
        """What parts no characters: in a page a line break is none."""
        return " \t\r\n" if self._document.format == "html" else " "

    @cached_property
    def _texts(self) -> TextPlaces:
        # Loaded where something in a page is to be mended.
        from ..html.text_places import TextPlaces

        return TextPlaces(self._document.source or "", page=self._document.format == "html")


def _exact(passage: Passage, start: int, end: int) -> Location | None:
    """The place of characters of one exact run; None where they come from several."""
    first, last = (bisect_right(passage.runs, at, key=_beginning) - 1 for at in (start, max(start, end - 1)))
    if first < 0 or first != last or not passage.runs[first].exact:
        return None
    location = passage.locate(start, end)
    return location if location.end - location.start == end - start else None


def _beginning(run: Run) -> int:
    return run.at


def _at(place: Location, offset: int) -> Location:
    return replace(place, start=offset, end=offset)
