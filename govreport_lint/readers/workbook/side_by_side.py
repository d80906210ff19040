"""Sheets on which two forms stand beside each other (two units, this year and last): cut into one for each."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from ...labels import bare
from ...sheets.opened_sheets import Sheet
from ..lines.vocabulary import is_label

# A label as short as that of a column comes twice in a row by right.
_SHORT = 6
_FEWEST_ROWS = 3


def beside_each_other(sheet: Sheet) -> list[Sheet]:
    """The sheet, cut before each column in which the labels of the rows come again."""
    starts = Counter[int]()
    for row in sheet.rows:
        seen: set[str] = set()
        for cell in row:
            name = bare(cell.text)
            if len(name) < _SHORT or not is_label(cell.text):
                continue
            if name in seen:
                starts[cell.column] += 1
            seen.add(name)
    cuts = sorted(column for column, count in starts.items() if count >= _FEWEST_ROWS)
    if not cuts:
        return [sheet]
    first = [cuts[0], *(one for before, one in pairwise(cuts) if one - before > _SHORT)]
    bounds = [0, *first, 1 << 20]
    return [_columns(sheet, left, right) for left, right in pairwise(bounds)]


def _columns(sheet: Sheet, left: int, right: int) -> Sheet:
    rows = tuple(tuple(cell for cell in row if left <= cell.column < right) for row in sheet.rows)
    return Sheet(sheet.name, rows)
