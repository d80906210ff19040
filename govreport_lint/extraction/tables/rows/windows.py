"""Which of the cells after a row's label are its figures.

A row may end in empty cells, or have empty ones before its figures where merged cells were lost; a blank cell may
also be a figure that was left blank. Where the cells allow two readings, the rows alike decide; else it is unread.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ....cells import is_blank
from ....document import Cell
from ....language import Text


class Window(Struct, frozen=True):
    """The figures of a row, or the reason why they cannot be told apart."""

    cells: tuple[Cell, ...]
    reason: Text | None = None


def starts(cells: Sequence[Cell], width: int) -> list[int]:
    """Every place from which ``width`` cells hold all that is printed."""
    printed = [index for index, cell in enumerate(cells) if not is_blank(cell.text.text)]
    last_start = len(cells) - width
    if not printed:
        return list(range(last_start + 1))
    return list(range(max(0, printed[-1] - width + 1), min(printed[0], last_start) + 1))


def choose_windows(rows: Sequence[Sequence[Cell]], width: int) -> list[Window]:
    """The figures of several rows of one table that all have ``width`` columns."""
    options = [starts(row, width) for row in rows]
    by_column = Counter(
        row[found[0]].column for row, found in zip(rows, options, strict=True) if len(found) == 1 and row
    )
    by_tail = Counter(len(row) - found[0] for row, found in zip(rows, options, strict=True) if len(found) == 1)
    return [_window(row, found, width, by_column, by_tail) for row, found in zip(rows, options, strict=True)]


def _window(
    row: Sequence[Cell], found: list[int], width: int, by_column: Counter[int], by_tail: Counter[int]
) -> Window:
    if not found:
        printed = sum(not is_blank(cell.text.text) for cell in row)
        if not printed:
            return Window(tuple(row), Text("只印有行名，没有数字", "only its label is printed, no figure"))
        reason = Text(
            f"本行印有 {printed} 个数，应为 {width} 个，无法对应到列",
            f"{printed} figures are printed where {width} belong, so they cannot be assigned to columns",
        )
        return Window(tuple(row), reason)
    if len(found) > 1:
        for votes, trait in ((by_column, lambda at: row[at].column), (by_tail, lambda at: len(row) - at)):
            likely = [at for at in found if votes[trait(at)] and votes[trait(at)] == max(votes.values())]
            if len(likely) == 1:
                found = likely
                break
    if len(found) > 1 and any(not is_blank(cell.text.text) for cell in row):
        reason = Text(
            "本行有空格，无法判断各数属于哪一列", "the row has gaps, so its figures cannot be assigned to columns"
        )
        return Window(tuple(row), reason)
    return Window(tuple(row[found[0] : found[0] + width]))
