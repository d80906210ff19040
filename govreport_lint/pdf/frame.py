"""From the coordinates of a PDF page (from the bottom, before turning) to those of the page as it is shown."""

from __future__ import annotations

from .page import Box


class Frame:
    """The visible box of a page (left, bottom, right, top) and how far it is turned, in degrees."""

    def __init__(self, visible: Box, turned: int) -> None:
        self._left, self._bottom, self._right, self._top = visible
        self._turned = turned % 360

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown."""
        wide, high = self._right - self._left, self._top - self._bottom
        return (high, wide) if self._turned in (90, 270) else (wide, high)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point, from the left and from the top."""
        if self._turned == 90:
            return y - self._bottom, x - self._left
        if self._turned == 180:
            return self._right - x, y - self._bottom
        if self._turned == 270:
            return self._top - y, self._right - x
        return x - self._left, self._top - y

    def original(self, box: Box) -> Box:
        """The box (left, bottom, right, top) in the coordinates of the file of a box as shown."""
        (x, y), (u, v) = self._back(box[0], box[1]), self._back(box[2], box[3])
        return min(x, u), min(y, v), max(x, u), max(y, v)

    def _back(self, across: float, down: float) -> tuple[float, float]:
        if self._turned == 90:
            return self._left + down, self._bottom + across
        if self._turned == 180:
            return self._right - across, self._bottom + down
        if self._turned == 270:
            return self._right - down, self._top - across
        return self._left + across, self._top - down

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box: left, top, right, bottom."""
        (x, y), (u, v) = self.point(left, bottom), self.point(right, top)
        return min(x, u), min(y, v), max(x, u), max(y, v)
