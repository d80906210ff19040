"""Where the parser stands in the bytes of a part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..markup.tree import Span

if TYPE_CHECKING:
    from pyexpat import XMLParserType


class Cursor:
    """Tells bytes while the parser runs."""

    def __init__(self, parser: XMLParserType, data: bytes) -> None:
        self._parser, self._data = parser, data

    @property
    def at(self) -> int:
        """Where the tag begins that was met last."""
        return self._parser.CurrentByteIndex

    @property
    def after(self) -> int:
        """Where that tag ends; Word's tags have no ``>`` in their attributes."""
        return self._data.find(b">", self._parser.CurrentByteIndex) + 1

    def end_of(self, start: int) -> int:
        """Where the element ends that began at ``start`` and has its end here; it may be one empty tag."""
        after = self._data.find(b">", start) + 1
        return after if self.is_empty(start) else self.after

    def is_empty(self, start: int) -> bool:
        """Whether the tag at ``start`` is a whole element (``<w:p/>``)."""
        at = self._data.find(b">", start)
        return self._data[at - 1 : at] == b"/"

    def content(self, after: int) -> Span | None:
        """The bytes since the end of a start tag; None when they are not plain characters."""
        at = self.at
        return Span(after, at) if after <= at and self._data.find(b"<", after, at) < 0 else None
