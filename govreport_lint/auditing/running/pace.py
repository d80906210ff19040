"""How far the work is and how long the rest will take."""

from __future__ import annotations

import time
from collections.abc import Callable

Told = Callable[[int, int, str, float | None], None]
"""Is told how many are done, of how many, the name of the last one, and the seconds left (None: not known yet)."""

# So many have to be done before the rest can be reckoned: the first ones wait for processes to start.
_FEWEST = 8


class Pace:
    """Counts what is done. What was there before (in the cache) is counted, but says nothing about the time."""

    def __init__(self, total: int, told: Told | None, clock: Callable[[], float] = time.monotonic) -> None:
        self.total = total
        self.finished = 0
        self._worked = 0
        self._told = told
        self._clock = clock
        self._start = clock()

    def done(self, name: str, *, worked: bool = True) -> None:
        """One more is done; ``worked``: it took the time that another one would take."""
        self.finished += 1
        self._worked += worked
        if self._told:
            self._told(self.finished, self.total, name, self.seconds_left())

    def seconds_left(self) -> float | None:
        """The time that the rest will take as things go."""
        rest = max(0, self.total - self.finished)
        if not rest:
            return 0.0
        if self._worked < _FEWEST:
            return None
        return rest * (self._clock() - self._start) / self._worked
