"""Amendments of a Word file as tracked changes of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ..document import Location, Passage
from ..fixing.files import AUTHOR
from ..word.opened_document import WordFile
from ..word.revising.revised import with_tracked_changes
from ..word.revising.rewordings import Rewording
from ..word.revising.tracked import Author, with_rewordings
from .differences import Difference, differences
from .targets import Target


def written_word(word: WordFile, targets: Sequence[Target]) -> bytes | None:
    """The bytes of the file with targets written as tracked changes; None where one of them cannot be tracked.

    Raises ``ReadError``.
    """
    rewordings: list[Rewording] = []
    for target in targets:
        own = rewordings_of(target)
        if own is None:
            return None
        rewordings += own
    return with_tracked_changes(word, rewordings, AUTHOR)


def is_trackable(word: WordFile, target: Target) -> bool:
    """Whether a target alone can be tracked."""
    own = rewordings_of(target)
    return own is not None and with_rewordings(word.text, own, Author(AUTHOR)) is not None


def rewordings_of(target: Target) -> list[Rewording] | None:
    """What makes of a passage what it is to say; None where its characters have no place of their own."""
    passage = target.passage
    if not passage.text:
        at = passage.location
        return [Rewording(replace(at, end=at.start), "", target.wanted)]
    found: list[Rewording] = []
    for difference in differences(passage.text, target.wanted):
        own = list(_rewordings(passage, difference))
        if not own:
            return None
        found += own
    return found


def _rewordings(passage: Passage, difference: Difference) -> Iterator[Rewording]:
    start, end, text = difference.start, difference.end, difference.text
    for first, last in _stretches(passage, start, end):
        yield Rewording(passage.locate(first, last), passage.text[first:last], text)
        text = ""
    if start == end:
        at = max(0, start - 1)
        place = passage.locate(at, at + 1)
        offset = place.start + (1 if start else 0)
        yield Rewording(_point(place, offset), "", text)


def _stretches(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch that stand in one place each; a space that the reader made is none."""
    bounds = [run.at for run in passage.runs] + [len(passage.text)]
    for run, (first, last) in zip(passage.runs, pairwise(bounds), strict=True):
        own = max(first, start), min(last, end)
        in_place = run.exact and run.location.end - run.location.start == last - first
        if in_place and own[0] < own[1]:
            yield own


def _point(place: Location, offset: int) -> Location:
    return replace(place, start=offset, end=offset)
