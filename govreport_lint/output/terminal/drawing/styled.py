"""A line of text whose parts have styles (``bold red``); rich draws it where a terminal shows it, else it is plain."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from ...words.wrapping import break_points


class Styled(Struct, frozen=True):
    """Parts of one line, each with its style; an empty style is none."""

    parts: tuple[tuple[str, str], ...]

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(text for text, _ in self.parts)

    @property
    def cell_len(self) -> int:
        """How many cells of a terminal the line takes."""
        return cell_len(self.plain)

    def append(self, text: str, style: str = "") -> Styled:
        """The line with a text behind it."""
        return Styled((*self.parts, (text, style)))

    def append_line(self, line: Styled) -> Styled:
        """The line with another behind it."""
        return Styled(self.parts + line.parts)

    def stripped(self) -> Styled:
        """The line without the blanks at its end."""
        return self.cut(0, len(self.plain.rstrip()))

    def cut(self, start: int, end: int) -> Styled:
        """What stands between two offsets."""
        parts, offset = [], 0
        for text, style in self.parts:
            part = text[max(0, start - offset) : max(0, end - offset)]
            if part:
                parts.append((part, style))
            offset += len(text)
        return Styled(tuple(parts))


def styled(text: str = "", style: str = "") -> Styled:
    """A line of one style."""
    return Styled(((text, style),))


def wrapped(line: Styled, width: int) -> list[Styled]:
    """The lines of a text, with their styles; an empty text is one empty line."""
    text = line.plain
    ends: Sequence[int] = [*break_points(text, max(4, width)), len(text)]
    return [line.cut(start, end).stripped() for start, end in zip([0, *ends], ends, strict=False)]
