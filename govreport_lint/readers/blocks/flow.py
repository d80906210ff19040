"""Paragraphs put together from the pieces of text in a page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ...document import Block, Heading, Location, Paragraph, Passage, Run
from ...invisible import without_invisible

# White space means something between Latin letters or digits only; Chinese is written without.
_NEEDLESS_SPACE = re.compile(r"(?<![!-\u024f]) | (?![!-\u024f])")


class Piece(NamedTuple):
    """A piece of text and the place, in offsets, of the element that holds it.

    ``tabs`` says that its tabs are kept, because they part the cells of a line.
    """

    text: str
    start: int
    end: int
    tabs: bool = False


class Flow:
    """Collects pieces of text into paragraphs and keeps them with the other blocks, in reading order.

    ``level`` is that of the heading which is open, 0 outside headings.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.level = 0
        self._pieces: list[Piece] = []

    @property
    def is_open(self) -> bool:
        """Whether a paragraph has begun."""
        return bool(self._pieces)

    def add(self, text: str, start: int, end: int, tabs: bool = False) -> None:
        """A piece of text of the open paragraph."""
        if self._pieces or not text.isspace():
            self._pieces.append(Piece(text, start, end, tabs))

    def finish(self) -> None:
        """End the open paragraph; one without any character is none."""
        if not self._pieces:
            return
        text = passage(self._pieces)
        self._pieces = []
        if text.text:
            self.blocks.append(Heading(text, self.level) if self.level else Paragraph(text))


def passage(pieces: Iterable[Piece]) -> Passage:
    """One passage of pieces that follow each other in a line; empty when they hold nothing but space."""
    texts: list[str] = []
    runs: list[Run] = []
    length, last, gap = 0, "", False
    for piece in pieces:
        text = _tidy_cells(piece.text) if piece.tabs else tidy(piece.text)
        if not text:
            gap = gap or bool(piece.text)
            continue
        if (gap or piece.text[0].isspace()) and parted(last, text):
            text = " " + text
        runs.append(Run(length, Location(piece.start, piece.end), False))
        texts.append(text)
        length += len(text)
        last, gap = text, piece.text[-1].isspace()
    return Passage("".join(texts), tuple(runs))


def put_together(passages: Sequence[Passage]) -> Passage | None:
    """The paragraphs of a cell as one passage: Chinese goes on, words and numbers stay apart."""
    if len(passages) < 2:
        return passages[0] if passages else None
    parts: list[Passage] = []
    for part in passages:
        if parts and parted(parts[-1].text, part.text):
            parts.append(Passage(" ", part.runs[:1]))
        parts.append(part)
    runs, length = [], 0
    for part in parts:
        runs += [Run(run.at + length, run.location, run.exact) for run in part.runs]
        length += len(part.text)
    return Passage("".join(part.text for part in parts), tuple(runs))


def tidy(text: str) -> str:
    """The text with its white space (ASCII, non-breaking, ideographic, zero-width) as a reader sees it.

    >>> tidy(" 政府\\n  信息　公开 2024 Annual  Report ")
    '政府信息公开2024 Annual Report'
    """
    words = without_invisible(text).split()
    if len(words) < 2:
        return words[0] if words else ""
    return _NEEDLESS_SPACE.sub("", " ".join(words))


def parted(left: str, right: str) -> bool:
    """Whether a space has to stand between two texts (``12`` and ``0``, not ``12`` and ``件``)."""
    return bool(left and right) and "!" <= left[-1] <= "\u024f" and "!" <= right[0] <= "\u024f"


def _tidy_cells(text: str) -> str:
    return "\t".join(tidy(cell) for cell in text.split("\t"))
