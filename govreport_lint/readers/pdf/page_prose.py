"""The paragraphs of a PDF: which lines are full and go on, by the margins that the text keeps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ..lines.line_kinds import Kind, kind_of
from .page_words import PrintedLine
from .script import Script

_STOP = re.compile(r"""[。！？!?…：；]["'”’）)》」』]*$""")
# Shares of the size of a character.
_INDENT = 1.2
_LEADING = 3.2
_SAME_SIZE = 0.15
_LONG_LINE = 12
_GAP = 2.0


class PlacedLine(Struct, frozen=True):
    """A line and the page that it stands on."""

    line: PrintedLine
    page: int


class Margins(Struct, frozen=True):
    """Where the lines of the text begin and end; ``indents``: paragraphs begin further in."""

    left: float
    right: float
    indents: bool


def margins_of(lines: Sequence[PlacedLine]) -> Margins:
    """The margins that most long lines keep."""
    long = [line.line for line in lines if len(line.line.text) >= _LONG_LINE and not _has_gap(line.line)]
    if not long:
        return Margins(0, float("inf"), False)
    left = Counter(round(line.box[0] / 3) for line in long).most_common()
    # Of the two usual beginnings the outer one is the margin, the inner one that of first lines.
    usual = [place * 3 for place, count in left if count * 5 >= len(long)] or [left[0][0] * 3]
    ends = sorted(line.box[2] for line in long)
    right = ends[-1 - len(ends) // 10]
    indented = sum(line.box[0] > min(usual) + _INDENT * line.size for line in long)
    return Margins(min(usual), right, indented > 0)


def paragraph_lines(lines: Sequence[PlacedLine], margins: Margins) -> Iterator[list[PlacedLine]]:
    """The lines in groups, each of them a paragraph."""
    group: list[PlacedLine] = []
    for line in lines:
        if group and not _joins(group[-1], line, margins):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def write_paragraph(group: Sequence[PlacedLine], script: Script) -> tuple[int, int]:
    """Write the lines as one; where it begins and ends in the script."""
    start = script.length
    last = ""
    for item in group:
        first = item.line.words[0].text[0]
        if last and _latin(last) and _latin(first):
            script.write(" ")
        script.write_line(item.line, item.page, tabs=True)
        last = item.line.words[-1].text[-1]
    end = script.length
    script.write("\n")
    return start, end


def _joins(last: PlacedLine, following: PlacedLine, margins: Margins) -> bool:
    before, after = last.line, following.line
    size = before.size
    if _has_gap(before) or _has_gap(after) or abs(after.size - size) > _SAME_SIZE * size:
        return False
    if after.box[0] > margins.left + _INDENT * size or before.box[2] + _need(after) < margins.right - size:
        return False
    if last.page == following.page and after.baseline - before.baseline > _LEADING * size:
        return False
    if kind_of(after.text) in (Kind.TITLE, Kind.NUMBERED):
        return False
    return margins.indents or not _STOP.search(before.text)


def _need(line: PrintedLine) -> float:
    """The room that the beginning of a line needs: a number or Latin word is not broken."""
    first = line.words[0]
    wide = 0.0
    for character in first.characters:
        wide = character.right - first.characters[0].left
        if not _latin(character.text):
            break
    return min(max(wide, line.size), 20 * line.size)


def _has_gap(line: PrintedLine) -> bool:
    """Whether the line has columns, or is none of running text."""
    widest = _GAP * line.size
    return any(word.box[0] - before.box[2] > widest for before, word in pairwise(line.words))


def _latin(character: str) -> bool:
    return "!" <= character <= "\u024f"
