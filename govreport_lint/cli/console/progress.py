"""A progress bar on standard error, for people who wait for many files."""

from __future__ import annotations

import sys

_FEWEST = 5
_CELLS = 24


class Progress:
    """Shows how many of ``total`` files are done; silent without a terminal and for few files."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._shown = 0
        self._live = total >= _FEWEST and sys.stderr.isatty()

    def show(self, done: int) -> None:
        """Draw the bar."""
        if self._live:
            filled = _CELLS * done // self._total
            line = f"[{'#' * filled}{'.' * (_CELLS - filled)}] {done}/{self._total}"
            self._shown = len(line)
            sys.stderr.write("\r" + line)
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the bar away, so that something can be printed in its place."""
        if self._shown:
            sys.stderr.write("\r" + " " * self._shown + "\r")
            sys.stderr.flush()
            self._shown = 0
