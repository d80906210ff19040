"""Rows in which the labels and the figures cannot be told apart by their looks alone.

Words may stand where a figure belongs (行政许可 待定), and where every cell is a line of its own a row whose figures
were left blank runs into the next one. The names of the form's rows say where a row's label ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..document import Cell, join
from ..form import TableForm
from ..labels import bare
from .printed_rows import PrintedRow, cut_row

_LONGEST = 4


def recut(rows: Sequence[PrintedRow], table: TableForm) -> list[PrintedRow]:
    """The rows, cut at the names of the form's rows; 表四 has its names in the header and stays as it is."""
    if table.across:
        return list(rows)
    names = {name for row in table.rows if row.alone is None or not table.members(row.alone) for name in row.names}
    heads = {bare(head) for head in (*table.heads, *(block.title for block in table.blocks), "信息内容")}
    heads |= {name for column in table.columns for name in column.names}
    heads |= {name for group in table.groups for name in group.names}
    sure = {name for name in names - heads if len(name) > 2 or table.blocks}
    return [cut for row in rows for cut in _cut(row, names, sure, heads)]


def _cut(row: PrintedRow, names: set[str], sure: set[str], heads: set[str]) -> Iterator[PrintedRow]:
    if len(row.labels) < 2:
        yield row
        return
    cells = row.label_cells
    ends = [end for end in range(1, len(cells) + 1) if _name_before(cells, end, sure)]
    if _name_before(cells, len(cells), names):
        ends = [*(end for end in ends if end < len(cells)), len(cells)]
    if not ends or ends == [len(cells)]:
        yield row
        return
    start = 0
    for position, end in enumerate(ends):
        last = position + 1 == len(ends)
        words = list(_words(cells[end : len(cells) if last else ends[position + 1]], heads))
        values = (*words, *row.values) if last else tuple(words)
        yield cut_row(cells[start:end], values) if values or not last else row
        start = end + len(words)


def _name_before(cells: Sequence[Cell], end: int, names: set[str]) -> bool:
    """Whether the label cells before ``end`` finish with the name of a row, wrapped or not."""
    for count in range(1, min(_LONGEST, end) + 1):
        if bare(join([cell.text for cell in cells[end - count : end]]).text) in names:
            return True
    return False


def _words(cells: Sequence[Cell], heads: set[str]) -> Iterator[Cell]:
    """The cells up to the next header cell: what is printed in place of figures."""
    for cell in cells:
        if bare(cell.text.text) in heads or bare(cell.text.text).startswith("第二十条"):
            return
        yield cell
