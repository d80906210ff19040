"""How people see the output: the language, the width, and the console that it is printed on."""

from __future__ import annotations

import os
from typing import TextIO

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from ...language import Text
from ..words.printable import printable
from ..words.wrapping import wrapped

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


class Screen(Console):
    """A console that prints text as it is and leaves a closed pipe to the caller."""

    def __init__(self, stream: TextIO, width: int) -> None:
        super().__init__(file=stream, width=width, markup=False, highlight=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Let the caller decide; rich would end the program with the status that means findings."""
        raise BrokenPipeError

    def lines(self, *lines: Styled) -> None:
        """Print lines that are broken already."""
        for line in lines:
            self.print(line, soft_wrap=True)


def open_screen(stream: TextIO) -> Screen:
    """The console for a stream: as wide as the terminal, else as ``COLUMNS`` says, else 80."""
    return Screen(stream, _width(stream))


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
    body = wrapped(Styled(printable(text), style=style), width - hang)
    first = Styled(" " * indent).append(head, "bold")
    rest = [Styled(" " * hang).append_text(line) for line in body[1:]]
    return [first.append_text(body[0]), *rest]
