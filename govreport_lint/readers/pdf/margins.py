"""What stands in the margins of every page: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..lines.line_kinds import Kind, kind_of
from .page_words import PrintedLine

# The share of the height of a page in which they stand.
_MARGIN = 0.12
_NUMBER = re.compile(r"\d{1,3}")
_DIGITS = re.compile(r"\d+")
_OFTEN = 3

PageLines = tuple[int, float, list[PrintedLine]]


def without_margins(pages: Sequence[PageLines]) -> list[list[PrintedLine]]:
    """The lines of each page (number, height, lines) without page numbers and what most pages repeat."""
    repeated = Counter(key for _, height, lines in pages for key in {_key(line) for line in _outer(lines, height)})
    often = {key for key, count in repeated.items() if count >= max(_OFTEN, len(pages) // 2)}
    kept = []
    for number, height, lines in pages:
        outer = {id(line) for line in _outer(lines, height) if _key(line) in often or _is_number(line, number)}
        kept.append([line for line in lines if id(line) not in outer])
    return kept


def _outer(lines: Sequence[PrintedLine], height: float) -> list[PrintedLine]:
    """The lines in the upper and lower margin, outermost ones only: two at each end."""
    ends = [*lines[:2], *lines[2:][-2:]]
    return [line for line in ends if not _MARGIN * height < (line.box[1] + line.box[3]) / 2 < (1 - _MARGIN) * height]


def _key(line: PrintedLine) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.baseline / 4)


def _is_number(line: PrintedLine, number: int) -> bool:
    text = line.text
    if kind_of(text) is Kind.PAGE:
        return True
    # A bare number is that of the page only if it comes near to it: a figure may stand there too.
    return bool(_NUMBER.fullmatch(text)) and abs(int(text) - number) <= 1
