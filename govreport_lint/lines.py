"""Lines and columns of a text, computed from the offsets that everything carries."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from msgspec import Struct

from .document import Location

_LINE_END = re.compile(r"\r\n|\r|\n")


class Position(NamedTuple):
    """A line and a column, both from 1; a column counts characters."""

    line: int
    column: int


class Span(Struct, frozen=True):
    """From a line and column to an exclusive end, all from 1."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """Where the lines of a text begin. ``\\n``, ``\\r\\n`` and ``\\r`` end a line.

    ``source`` is None for documents that have no text of their own (Word, PDF).
    """

    def __init__(self, source: str | None) -> None:
        self._source = source
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(source or ""))]

    def position(self, offset: int) -> Position:
        """The line and column of a character offset; outside the text, of its nearest end."""
        offset = min(max(0, offset), len(self._source or ""))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def span(self, location: Location) -> Span | None:
        """The lines and columns of a location; None for a document without a text."""
        if self._source is None:
            return None
        first = self.position(location.start)
        last = self.position(max(location.start, location.end))
        return Span(*first, *last)
