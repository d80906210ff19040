"""Breaking lines of Chinese and English text by the cells that they take on a terminal.

Between Chinese characters a line may end anywhere, but no line begins with a closing mark or ends with an
opening one; English words and numbers stay whole where they fit.
"""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

_PIECE = re.compile(r"[（(《〈“‘「『【〔\[]*(?:[!-~À-ɏ]+|\S)[）)》〉”’」』】〕\]，。、；：！？,.;:!?…％%]*\s*|\s+")


def break_points(text: str, width: int) -> list[int]:
    """The offsets at which lines after the first begin."""
    points: list[int] = []
    start = used = 0
    for match in _PIECE.finditer(text):
        size = cell_len(match.group().rstrip())
        if used and used + size > width:
            points.append(match.start())
            used = 0
        start, used = match.start(), used + cell_len(match.group())
        if size > width:
            folded = _folds(text, start, match.end(), width)
            points += folded
            used = cell_len(text[points[-1] : match.end()]) if folded else used
    return points


def shortened(text: str, width: int) -> str:
    """The text cut to a width, with … where something was left out."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + "…"


def _folds(text: str, start: int, end: int, width: int) -> list[int]:
    """The breaks inside a word that is wider than a line."""
    points, used = [], 0
    for offset in range(start, end):
        size = cell_len(text[offset])
        if used + size > width:
            points.append(offset)
            used = 0
        used += size
    return points
