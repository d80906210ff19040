"""Tables that run over pages, as they are read: without the header that each page prints again, with whole rows.

Two halves of a row are put together only where that makes a label of the official form whole: any other row at the
head of a page is a row of its own.
"""

from __future__ import annotations

from msgspec.structs import replace

from ...document import Block, Cell, Passage, Table, join
from ..lines.line_kinds import Kind, kind_of
from ..lines.vocabulary import is_label
from .ruled_grid import SAME


def with_whole_rows(blocks: list[Block]) -> list[Block]:
    """The blocks, each piece of a table without a repeated header, and the second half of a cut row at its first."""
    whole: list[Block] = []
    first: Table | None = None
    for block in blocks:
        last = whole[-1] if whole else None
        if not isinstance(block, Table) or not isinstance(last, Table) or first is None:
            first = block if isinstance(block, Table) else None
            whole.append(block)
            continue
        rest = _without_repeated_header(first, block) if block.location.page != last.location.page else block
        if rest.rows and _continues(last, rest):
            whole[-1] = _completed(last, rest)
            rest = _without_first_row(rest)
        whole += [rest] if rest.rows else []
        first = first if block.location.page != last.location.page else block
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


def _without_repeated_header(first: Table, table: Table) -> Table:
    """A later piece of a table without the header of the first one that it prints again."""
    if first.location.box is None or table.location.box is None or not _same_sides(first, table):
        return table
    rows = _repeated_rows(first, table)
    return _from_row(table, rows) if rows else table


def _same_sides(first: Table, table: Table) -> bool:
    one, other = first.location.box or (), table.location.box or ()
    return all(abs(one[side] - other[side]) <= SAME for side in (0, 2))


def _repeated_rows(first: Table, table: Table) -> int:
    """How many rows at the head of a table are those at the head of the first one, and no rows of figures."""
    count = 0
    for one, other in zip(first.rows, table.rows, strict=False):
        texts = [cell.text.text for cell in one]
        if texts != [cell.text.text for cell in other] or not any(texts) or any(map(_is_figure, texts)):
            break
        count += 1
    # A header ends where its cells end, not within one that reaches further down.
    while count and any(cell.row + cell.rowspan > count for cell in table.rows[count - 1]):
        count -= 1
    return count


def _is_figure(text: str) -> bool:
    return text.strip().isdigit() or kind_of(text.strip()) is Kind.VALUE


def _from_row(table: Table, start: int) -> Table:
    """The rows of a table from one on; no cell begins above it and reaches below."""
    made: dict[int, Cell] = {}
    for row in table.rows[start:]:
        for cell in row:
            made.setdefault(id(cell), replace(cell, row=cell.row - start))
    return Table(tuple(tuple(made[id(cell)] for cell in row) for row in table.rows[start:]), table.location)
