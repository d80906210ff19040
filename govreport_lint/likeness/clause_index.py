"""The clauses of a text by the pieces that they are made of, to find the one that is most alike to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

# Two clauses that are alike to 85 of 100 have three characters in a row in common. A piece that stands in more
# clauses says little, and of those that share most so many are looked at.
_PIECE = 3
_MOST_CLAUSES = 24
_MOST_TRIED = 8


class ClauseIndex:
    """Some clauses, each once."""

    def __init__(self, clauses: Sequence[str]) -> None:
        self._clauses = clauses
        self._by_piece: dict[str, list[int]] = {}
        for clause, number in {clause: number for number, clause in reversed(list(enumerate(clauses)))}.items():
            for piece in _pieces(clause):
                self._by_piece.setdefault(piece, []).append(number)

    def most_alike(self, clause: str, least: float) -> int | None:
        """The number of the clause that is most alike, None where none is to ``least`` of 100."""
        shared = Counter[int]()
        for piece in sorted(_pieces(clause)):
            numbers = self._by_piece.get(piece, ())
            if len(numbers) <= _MOST_CLAUSES:
                shared.update(numbers)
        best, found = 0.0, None
        for number, _ in shared.most_common(_MOST_TRIED):
            alike = ratio(clause, self._clauses[number], least)
            if alike > best:
                best, found = alike, number
        return found


def ratio(left: str, right: str, least: float) -> float:
    """How alike two clauses are, of 100; 0 below ``least``."""
    from rapidfuzz import fuzz

    return fuzz.ratio(left, right, score_cutoff=least)


def contained(clause: str, other: str, least: float) -> float:
    """How alike a clause is to a part of another that is as long, of 100; 0 below ``least``."""
    from rapidfuzz import fuzz

    if len(clause) >= len(other):
        return fuzz.ratio(clause, other, score_cutoff=least)
    return fuzz.partial_ratio(clause, other, score_cutoff=least)


def _pieces(clause: str) -> set[str]:
    return {clause[start : start + _PIECE] for start in range(len(clause) - _PIECE + 1)}
