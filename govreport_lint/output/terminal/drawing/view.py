"""How people see the output: the language, the width, and the console that it is printed on."""

from __future__ import annotations

import os
from typing import Protocol, TextIO

from msgspec import Struct
from rich.cells import cell_len

from ....language import Text
from ...words.printable import printable
from .styled import Styled, styled, wrapped

_COLOUR = ("FORCE_COLOR", "TTY_COMPATIBLE")
_NARROW, _USUAL, _WIDE = 40, 80, 110


class View(Struct, frozen=True):
    """The language (``zh`` or ``en``) and the width in terminal cells."""

    language: str = "zh"
    width: int = _USUAL

    def words(self, text: Text | str) -> str:
        """A text in the language, as it is."""
        return text if isinstance(text, str) else text.in_language(self.language)

    def say(self, words: Text, **values: object) -> str:
        """The words in the language, with {names} filled in."""
        return words.in_language(self.language).format(**values)


class Screen(Protocol):
    """What lines are printed on."""

    @property
    def width(self) -> int:
        """How many cells a line has."""

    def lines(self, *lines: Styled) -> None:
        """Print lines that are broken already."""


class PlainScreen(Struct, frozen=True):
    """A file or a pipe: text without styles."""

    stream: TextIO
    width: int

    def lines(self, *lines: Styled) -> None:
        """Write the text of the lines."""
        for line in lines:
            self.stream.write(f"{line.plain}\n")


def open_screen(stream: TextIO, colour: str = "auto") -> Screen:
    """The screen for a stream: as wide as the terminal, else as ``COLUMNS`` says, else 80.

    ``colour``: ``always``, ``never``, or ``auto``: on a terminal, unless the environment says otherwise.
    """
    width = _width(stream)
    wanted = stream.isatty() or any(os.environ.get(name) for name in _COLOUR)
    if colour == "always" or (colour == "auto" and wanted):
        from .colour_screen import ColourScreen

        return ColourScreen(stream, width, forced=colour == "always")
    return PlainScreen(stream, width)


def _width(stream: TextIO) -> int:
    wanted = os.environ.get("COLUMNS", "")
    width = int(wanted) if wanted.isdecimal() else 0
    if not width and stream.isatty():
        try:
            width = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            width = _USUAL
    return max(_NARROW, min(width or _USUAL, _WIDE))


def paragraph(text: str, width: int, *, indent: int = 0, head: str = "", style: str = "") -> list[Styled]:
    """Text broken at the width. ``head`` (建议：…) stands before the first line, the others hang under it."""
    hang = indent + cell_len(head)
    body = wrapped(styled(printable(text), style), width - hang)
    first = styled(" " * indent).append(head, "bold")
    rest = [styled(" " * hang).append_line(line) for line in body[1:]]
    return [first.append_line(body[0]), *rest]
