"""A mistake in a TOML file (a rule pack, the configuration) as the terminal shows it: in the file itself."""

from __future__ import annotations

from ...errors import RuleError, Spot
from ...output.words.printable import printable

WIDTH = 100
"""The most cells of a terminal that a line of the file takes."""

_BEFORE = "… "


def error_lines(error: RuleError, language: str = "zh", width: int = WIDTH) -> list[str]:
    """File, line and column; why; the line, with a mark under what is meant."""
    spot = error.spot
    where = f"{error.path}:{spot.line}:{spot.column}" if spot else error.path
    colon = ": " if language == "en" else "："
    lines = [f"{printable(where)}{colon}{printable(error.reason_in(language))}"]
    if spot:
        margin = " " * len(str(spot.line))
        source, indent, marked = _shown(spot, width - len(margin) - 3)
        mark = f"{margin} | {' ' * indent}{'^' * marked}"
        lines += [f"{margin} |", f"{spot.line} | {source}", mark.rstrip()]
    return lines


def _shown(spot: Spot, room: int) -> tuple[str, int, int]:
    """The line, or the part of it around what is meant; how far the mark is indented and how wide it is, in cells."""
    from rich.cells import cell_len, set_cell_size

    start = spot.column - 1
    before, word = printable(spot.source[:start]), printable(spot.source[start : start + spot.width])
    after = printable(spot.source[start + spot.width :])
    marked = min(cell_len(word), room // 2)
    space = room - marked - 2 * len(_BEFORE)
    if cell_len(before) > space // 2 and cell_len(before + word + after) > room:
        cut = cell_len(before) - max(space // 2, space - cell_len(after))
        before = _BEFORE + _without(before, cut) if cut > 0 else before
    line = before + word + after
    if cell_len(line) > room:
        line = set_cell_size(line, room - 2).rstrip() + " …"
    return line.rstrip(), cell_len(before), max(1, marked)


def _without(text: str, cells: int) -> str:
    """The text without so many cells at its beginning."""
    from rich.cells import cell_len

    for at, character in enumerate(text):
        if cells <= 0:
            return text[at:]
        cells -= cell_len(character)
    return ""
