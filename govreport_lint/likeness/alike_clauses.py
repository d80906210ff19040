"""Clauses that are nearly the same: changed in a word or two."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .clause_index import ClauseIndex, contained, ratio
from .equal_runs import NOWHERE
from .text.counted_text import SHORTEST_CLAUSE, Clause, CountedText

ALIKE = 85
"""Of 100, by ``rapidfuzz.fuzz.ratio``; its ratio over whole texts would tell nothing."""

NEIGHBOUR = 75
"""The same for a clause that follows or precedes a shared one in both texts: there the rest was copied too."""


def add_alike(
    own: CountedText, clauses: Sequence[Clause], other: CountedText, others: Sequence[Clause], places: list[int]
) -> None:
    """Give a place in ``other`` to the characters of every clause of ``own`` that is alike to one of the other text.

    ``clauses`` and ``others`` are those of the texts that count.
    """
    pairs = _Pairs(own, clauses, other, others, places)
    pairs.add_alike()
    pairs.add_neighbours(range(len(clauses)), 1)
    pairs.add_neighbours(range(len(clauses) - 1, -1, -1), -1)


class _Pairs:
    """The clauses of two texts, and which of the one stand where in the other."""

    def __init__(
        self,
        own: CountedText,
        clauses: Sequence[Clause],
        other: CountedText,
        others: Sequence[Clause],
        places: list[int],
    ) -> None:
        self.own, self.clauses, self.other, self.others, self.places = own, clauses, other, others, places
        self._clause_at = {at: number for number, one in enumerate(others) for at in range(one.start, one.end)}

    def add_alike(self) -> None:
        """Every clause that is alike to any of the other text."""
        long = [number for number, one in enumerate(self.others) if one.letters >= SHORTEST_CLAUSE]
        index = ClauseIndex([self.other.words(self.others[number]) for number in long])
        for clause in self.clauses:
            if clause.letters >= SHORTEST_CLAUSE and self._open(clause):
                found = index.most_alike(self.own.words(clause), ALIKE)
                if found is not None:
                    self._put(clause, self.others[long[found]])

    def add_neighbours(self, numbers: Iterable[int], step: int) -> None:
        """Every clause after (``step`` 1) or before (-1) a shared one that is like the neighbour of that there."""
        for number in numbers:
            clause, beside = self.clauses[number], number - step
            if not 0 <= beside < len(self.clauses) or not self._open(clause):
                continue
            place = self._edge(self.clauses[beside], step)
            if place == NOWHERE:
                continue
            at = self._clause_at[place]
            for near in (at + step, at):
                if 0 <= near < len(self.others) and self._are_near(clause, self.others[near]):
                    self._put(clause, self.others[near])
                    break

    def _are_near(self, clause: Clause, other: Clause) -> bool:
        """Whether two neighbours are like each other; a phrase with a slip in it is none, so as printed too."""
        if ratio(self.own.words(clause), self.other.words(other), NEIGHBOUR):
            return True
        return contained(self.own.letters_of(clause), self.other.letters_of(other), NEIGHBOUR) > 0

    def _open(self, clause: Clause) -> bool:
        return NOWHERE in self.places[clause.start : clause.end]

    def _edge(self, clause: Clause, step: int) -> int:
        """The place in the other text of the character of a clause that is nearest to its neighbour."""
        found = [place for place in self.places[clause.start : clause.end] if place != NOWHERE]
        if len(found) * 2 < clause.end - clause.start:
            return NOWHERE
        return found[-1] if step > 0 else found[0]

    def _put(self, clause: Clause, like: Clause) -> None:
        for at in range(clause.start, clause.end):
            if self.places[at] == NOWHERE:
                self.places[at] = min(like.start + at - clause.start, like.end - 1)
