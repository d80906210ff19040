"""What is said of the same words again and again in one paragraph: the first are told.

Who mends these sees the others. What a program mends is told each time, and so is every cell.
"""

from __future__ import annotations

from collections import Counter

from ..checks.subject.outcome import Failed
from .surroundings import Surroundings

_MOST = 8


class Repeated:
    """The outcomes of one rule, as they come."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._told: Counter[object] = Counter()

    def is_enough(self, outcome: Failed) -> bool:
        """Whether the same was told of the same words so often that this one is left out."""
        place = outcome.place
        if not outcome.quote or outcome.fix or place.row or place.column:
            return False
        passage = self._around.passage(outcome.location)
        if passage is None:
            return False
        said = (passage.location, outcome.quote, outcome.wording, tuple(outcome.values.items()))
        self._told[said] += 1
        return self._told[said] > _MOST
