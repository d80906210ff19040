"""The text that a PDF comes to, put together piece by piece, and where each of its characters stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from ...document import Block, Heading, Image, Location, Paragraph, Passage, Run, Table
from ...pdf.page import Box, Character
from .page_words import PrintedLine, around

# Nothing stands at 0, so that the empty location differs from every other one.
_START = "\n"


class Script:
    """A text that grows; offsets count in it as in the source of a text format."""

    def __init__(self) -> None:
        self._texts = [_START]
        self._marks: list[tuple[int, Box] | None] = [None]

    @property
    def length(self) -> int:
        return len(self._marks)

    def write(self, text: str, page: int = 0, boxes: Sequence[Box] = ()) -> None:
        """Text with a box for each of its characters, or without any."""
        self._texts.append(text)
        self._marks += [(page, box) for box in boxes] if boxes else [None] * len(text)

    def write_line(self, line: PrintedLine, page: int, *, tabs: bool = False) -> None:
        """A line; white space only where it means something, tabs for the gaps between columns."""
        last: Character | None = None
        for word in line.words:
            if last is not None:
                self.write(_between(last, word.characters[0], word.spaced, tabs))
            self.write(word.text, page, [character[1:5] for character in word.characters])
            last = word.characters[-1]

    def text(self, start: int = 0) -> str:
        """The text from an offset on."""
        if start == 0:
            return "".join(self._texts)
        length, parts = len(self._marks), []
        for part in reversed(self._texts):
            length -= len(part)
            parts.append(part if length >= start else part[start - length :])
            if length <= start:
                break
        return "".join(reversed(parts))

    def passage(self, start: int) -> Passage:
        """What has been written from an offset on, without its last white space."""
        text = self.text(start).rstrip()
        return self.placed(Passage(text, (Run(0, Location(start, start + len(text))),)))

    def placed(self, passage: Passage) -> Passage:
        """The passage with the page and box of each of its characters."""
        runs: list[Run] = []
        for run in passage.runs:
            if run.exact:
                runs += self._characters(run)
            else:
                runs.append(Run(run.at, self._place(run.location), False))
        return Passage(passage.text, tuple(runs))

    def place_block(self, block: Block) -> Block:
        """The block with pages and boxes."""
        if isinstance(block, Heading | Paragraph):
            return replace(block, text=self.placed(block.text))
        if isinstance(block, Image):
            return replace(block, location=self._place(block.location))
        rows = tuple(tuple(replace(cell, text=self.placed(cell.text)) for cell in row) for row in block.rows)
        return Table(rows, self._place(block.location))

    def _characters(self, run: Run) -> list[Run]:
        start, end = run.location.start, run.location.end
        if start >= end:
            return [Run(run.at, self._place(run.location), run.exact)]
        return [Run(run.at + offset - start, self._place(Location(offset, offset + 1))) for offset in range(start, end)]

    def _place(self, location: Location) -> Location:
        """The location with its page, and its box there."""
        marks = [mark for mark in self._marks[location.start : max(location.end, location.start + 1)] if mark]
        if not marks:
            earlier = (self._marks[at] for at in range(min(location.start, len(self._marks)) - 1, -1, -1))
            before = next((mark for mark in earlier if mark), None)
            return replace(location, page=before[0], box=before[1]) if before else location
        page, here = next(groupby(marks, key=lambda mark: mark[0]))
        return replace(location, page=page, box=around([box for _, box in here]))


def _between(last: Character, character: Character, spaced: bool, tabs: bool) -> str:
    size = max(last.size, character.size)
    gap = character.left - last.right
    if tabs and gap > 2 * size:
        return "\t"
    latin = "!" <= last.text <= "\u024f" and "!" <= character.text <= "\u024f"
    return " " if latin and (spaced or gap > size / 4) else ""
