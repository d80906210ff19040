"""The text of a Word paragraph as passages: as a reader sees it, every character keeping its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from ...document import Location, Passage, Run
from ...invisible import CHARACTERS
from ...word.markup.tree import WordParagraph
from ..blocks.flow import parted

_WORD = re.compile(rf"[^\s{CHARACTERS}]+")
_TO_TIDY = re.compile(rf"[\s{CHARACTERS}]")
_SPACE = re.compile(r"\s")


def lines(paragraph: WordParagraph) -> Iterator[Passage]:
    """The lines of a paragraph that have any text; a line break within a heading parts nothing."""
    if paragraph.level:
        found = passage(paragraph.text, paragraph.location)
        if found.text:
            yield found
        return
    at = 0
    for line in paragraph.text.split("\n"):
        start = paragraph.location.start + at
        found = passage(line, replace(paragraph.location, start=start, end=start + len(line)))
        if found.text:
            yield found
        at += len(line) + 1


def passage(text: str, location: Location) -> Passage:
    """A text without needless white space; Chinese is written without any, words and numbers stay apart."""
    if not _TO_TIDY.search(text):
        return Passage(text, (Run(0, location),))
    words: list[str] = []
    runs: list[Run] = []
    length, end = 0, 0
    for match in _WORD.finditer(text):
        if words and parted(words[-1], match[0]) and _SPACE.search(text, end, match.start()):
            words.append(" ")
            # The space is read with the word before it.
            runs[-1] = replace(runs[-1], location=replace(runs[-1].location, end=location.start + end + 1))
            length += 1
        start = location.start + match.start()
        runs.append(Run(length, replace(location, start=start, end=start + len(match[0]))))
        words.append(match[0])
        length += len(match[0])
        end = match.end()
    return Passage("".join(words), tuple(runs) or (Run(0, location, False),))
