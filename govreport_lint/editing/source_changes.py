"""Amendments of a text file as changes of its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..document import Document, Location, Passage, Run
from ..finding import Edit
from ..fixing.text_edits import with_edits
from ..html.text_places import Place, TextPlaces
from .differences import Difference, differences
from .empty_places import empty_place
from .escapes import escaped
from .targets import Target


class SourceChanges:
    """Writes amendments into the source of one document."""

    def __init__(self, document: Document) -> None:
        self._format, self._source = document.format, document.source or ""
        self._texts = TextPlaces(self._source, page=document.format == "html")

    def has_place(self, target: Target) -> bool:
        """Whether the characters that a target changes have a certain place in the source."""
        return self._edits(target) is not None

    def written(self, targets: Sequence[Target]) -> str | None:
        """The source with targets written into it; None where the place of one is not certain."""
        edits: list[Edit] = []
        for target in targets:
            own = self._edits(target)
            if own is None:
                return None
            edits += own
        edits.sort(key=lambda edit: (edit.location.start, edit.location.end))
        if any(other.location.start < one.location.end for one, other in pairwise(edits)):
            return None
        return with_edits(self._source, edits)

    def _edits(self, target: Target) -> list[Edit] | None:
        """What makes of a passage what it is to say; None where its characters have no certain place."""
        passage = target.passage
        if not passage.text:
            start, end = empty_place(self._source, passage.location)
            markup = "html" if self._in_element(passage.location) else self._format
            return [self._edit(start, end, escaped(target.wanted, markup, cell=target.cell, first=True))]
        changes = differences(passage.text, target.wanted)
        places = list(self._of(passage)) if changes else []
        found: list[Edit] = []
        for change in changes:
            own = self._made(change, places, target)
            if not own:
                return None
            found += own
        return found

    def _in_element(self, location: Location) -> bool:
        return self._format == "html" or self._source.startswith("<", location.start)

    def _made(self, change: Difference, places: Sequence[Place | None], target: Target) -> list[Edit]:
        stretches = list(self._stretches([place for place in places[change.start : change.end] if place]))
        if len(stretches) == 0 and change.start < change.end and not change.text:
            return []
        at = stretches[0][0] if stretches else self._point(change.start, places)
        if at is None:
            return []
        first = change.start == 0 or not self._source[:at].rpartition("\n")[2].strip()
        text = escaped(change.text, self._markup_at(target.passage, change.start), cell=target.cell, first=first)
        (start, end), *others = stretches or [(at, at)]
        return [self._edit(start, end, text), *(self._edit(begin, stop, "") for begin, stop in others)]

    def _edit(self, start: int, end: int, text: str) -> Edit:
        return Edit(Location(start, end), self._source[start:end], text)

    def _point(self, start: int, places: Sequence[Place | None]) -> int | None:
        """Behind the nearest character before, else before the first one."""
        before = [place for place in places[:start] if place]
        after = [place for place in places[start:] if place]
        return before[-1][1] if before else after[0][0] if after else None

    def _stretches(self, places: Sequence[Place]) -> Iterator[Place]:
        """Places put together where nothing but white space stands between them; markup stays."""
        known = [(start - self._escape(start), end) for start, end in places]
        if not known:
            return
        begin = known[0][0]
        for one, other in pairwise(known):
            if self._source[one[1] : other[0]].strip():
                yield begin, one[1]
                begin = other[0]
        yield begin, known[-1][1]

    def _escape(self, start: int) -> int:
        """In Markdown the backslash before a character goes with it."""
        before = self._source[:start]
        slashes = len(before[-9:]) - len(before[-9:].rstrip("\\"))
        return slashes % 2 if self._format == "markdown" else 0

    def _markup_at(self, passage: Passage, at: int) -> str:
        run = next((run for run in reversed(passage.runs) if run.at <= at), None)
        held = run is not None and not run.exact and self._in_element(run.location)
        return "html" if held else self._format

    def _of(self, passage: Passage) -> Iterator[Place | None]:
        bounds = [run.at for run in passage.runs] + [len(passage.text)]
        for run, (first, last) in zip(passage.runs, pairwise(bounds), strict=True):
            yield from self._run_places(run, passage.text[first:last])

    def _run_places(self, run: Run, text: str) -> list[Place | None]:
        own = run.location
        if run.exact and self._source[own.start : own.start + len(text)] == text:
            return [(own.start + at, own.start + at + 1) for at in range(len(text))]
        found = self._texts.of(own, text) if self._in_element(own) else None
        return [place if place[0] >= 0 else None for place in found] if found else [None] * len(text)
