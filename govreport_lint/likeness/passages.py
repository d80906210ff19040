"""The passages that two texts share, side by side."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from .alike import AlikePassage
from .equal_runs import NOWHERE
from .text.counted_text import Clause, CountedText

# A passage is no longer than so many characters and there are no more passages: what is shown side by side is read.
_LONGEST = 300
_MOST = 20
# So many characters of it are shown, what stands between the letters too.
_LONGEST_PRINTED = 1000
# Between two shared clauses of the other text may stand so much that this report does not have.
_GAP = 30
# Equal pieces that are shorter are chance.
_SHORTEST_EQUAL = 2


class _Pair(Struct, frozen=True):
    """Neighbouring clauses of the report, from where to where they stand in the other text, and how many units have
    them (0: not counted)."""

    clauses: tuple[Clause, ...]
    start: int
    end: int
    units: int = 0

    @property
    def letters(self) -> int:
        return sum(clause.letters for clause in self.clauses)

    def follows(self, clause: Clause, start: int, units: int) -> bool:
        """Whether a clause goes on where this ends, in both texts."""
        last = self.clauses[-1]
        near = -_GAP // 3 <= start - self.end <= _GAP
        same = last.end == clause.start and last.paragraph == clause.paragraph and units == self.units
        return same and near and clause.end - self.clauses[0].start <= _LONGEST


def passages(
    own: CountedText, other: CountedText, places: Sequence[int], units: Mapping[int, int]
) -> tuple[AlikePassage, ...]:
    """The longest passages in the order of the report; ``places``: where its characters stand in the other text,
    ``units``: the clauses (by number) that are a template, with how many units have them."""
    pairs = sorted(_pairs(own.clauses, places, units), key=lambda pair: -pair.letters)[:_MOST]
    return tuple(_passage(own, other, pair) for pair in sorted(pairs, key=lambda pair: pair.clauses[0].start))


def _pairs(clauses: Iterable[Clause], places: Sequence[int], units: Mapping[int, int]) -> Iterator[_Pair]:
    pair: _Pair | None = None
    for number, clause in enumerate(clauses):
        found = [place for place in places[clause.start : clause.end] if place != NOWHERE]
        many = units.get(number, 0)
        if not many and len(found) * 2 < clause.end - clause.start:
            continue
        start, end = (found[0], found[-1] + 1) if found else (NOWHERE, NOWHERE)
        if pair is not None and pair.follows(clause, start, many):
            pair = _Pair((*pair.clauses, clause), min(pair.start, start), max(pair.end, end), many)
            continue
        if pair is not None:
            yield pair
        pair = _Pair((clause,), start, max(start + 1, end), many)
    if pair is not None:
        yield pair


def _passage(own: CountedText, other: CountedText, pair: _Pair) -> AlikePassage:
    first, last = pair.clauses[0], pair.clauses[-1]
    mine = own.part(first.start, last.end)[:_LONGEST_PRINTED]
    theirs = other.part(*_whole_clauses(other, pair))[:_LONGEST_PRINTED] if pair.start != NOWHERE else mine
    return AlikePassage(own.section_of(first), mine, theirs, equal_parts(mine, theirs), pair.units)


def _whole_clauses(other: CountedText, pair: _Pair) -> tuple[int, int]:
    """From where to where the clauses go in which a passage begins and ends in the other text."""
    first = bisect_right(other.clauses, pair.start, key=lambda clause: clause.start) - 1
    last = bisect_right(other.clauses, pair.end - 1, key=lambda clause: clause.start) - 1
    return other.clauses[first].start, other.clauses[last].end


def equal_parts(own: str, other: str) -> tuple[tuple[int, int], ...]:
    """From where to where in ``own`` the characters are those of ``other``, pieces of one character left out."""
    from rapidfuzz.distance import Indel

    parts = (block for block in Indel.opcodes(own, other) if block.tag == "equal")
    return tuple((part.src_start, part.src_end) for part in parts if part.src_end - part.src_start >= _SHORTEST_EQUAL)
