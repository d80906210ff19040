"""Rows of a table that a page break cuts in two, put together again.

Only where it makes a label of the official form whole: any other row at the head of a page is a row of its own.
"""

from __future__ import annotations

from msgspec.structs import replace

from ...document import Block, Cell, Passage, Table, join
from ..lines.vocabulary import is_label


def with_whole_rows(blocks: list[Block]) -> list[Block]:
    """The blocks, with the second half of a cut row at its first one."""
    whole: list[Block] = []
    for block in blocks:
        last = whole[-1] if whole else None
        if isinstance(last, Table) and isinstance(block, Table) and _continues(last, block):
            whole[-1] = _completed(last, block)
            rest = _without_first_row(block)
            whole += [rest] if rest.rows else []
        else:
            whole.append(block)
    return whole


def _continues(table: Table, following: Table) -> bool:
    """Whether the first row of a table completes the last row of the one before it."""
    if table.location.page == following.location.page or len(table.rows[-1]) != len(following.rows[0]):
        return False
    pairs = [(one, other) for one, other in zip(table.rows[-1], following.rows[0], strict=True) if _ends(other)]
    if any(one.text.text and other.text.text and not _completes(one.text, other.text) for one, other in pairs):
        return False
    return any(_completes(one.text, other.text) for one, other in pairs)


def _ends(cell: Cell) -> bool:
    """Whether a cell ends with the first row; one that reaches further down stays where it is."""
    return cell.row == 0 and cell.rowspan == 1


def _completes(first: Passage, second: Passage) -> bool:
    return bool(first.text and second.text) and is_label(first.text + second.text) and not is_label(second.text)


def _completed(table: Table, following: Table) -> Table:
    made: dict[int, Cell] = {}
    for cell, other in zip(table.rows[-1], following.rows[0], strict=True):
        if _ends(other) and other.text.text and id(cell) not in made:
            text = join([cell.text, other.text]) if cell.text.text else other.text
            made[id(cell)] = replace(cell, text=text)
    rows = tuple(tuple(made.get(id(cell), cell) for cell in row) for row in table.rows)
    return Table(rows, table.location)


def _without_first_row(table: Table) -> Table:
    made: dict[int, Cell] = {}

    def moved(cell: Cell) -> Cell:
        if id(cell) not in made:
            cut = cell.row == 0
            made[id(cell)] = replace(cell, row=max(0, cell.row - 1), rowspan=cell.rowspan - cut)
        return made[id(cell)]

    return Table(tuple(tuple(moved(cell) for cell in row) for row in table.rows[1:]), table.location)
