"""Rows in which the labels and the figures cannot be told apart by their looks alone.

Words may stand where a figure belongs (行政许可 待定), and where every cell is a line of its own a row whose figures
were left blank runs into the next one. The names of the form's rows say where a row's label ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Cell, join
from ....form import TableForm
from ....labels import bare
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
    width = len(table.columns) if not table.blocks else 0
    return [cut for row in rows for cut in _cut(row, names, sure, heads, width)]


def _cut(row: PrintedRow, names: set[str], sure: set[str], heads: set[str], width: int) -> Iterator[PrintedRow]:
    cells = row.label_cells
    spans = _name_spans(cells, names, sure) if len(cells) > 1 else []
    end = len(cells) - width
    if not spans and width and not row.values and end > 0 and (start := _name_start(cells, end, names)) is not None:
        spans = [(start, end)]
    if not spans or (len(spans) == 1 and spans[0][1] == len(cells)):
        yield row
        return
    start = 0
    for (_, end), (following, _) in zip(spans, [*spans[1:], (len(cells), 0)], strict=True):
        words = tuple(_words(cells[end:following], heads))
        last = following == len(cells)
        yield cut_row(cells[start:end], (*words, *row.values) if last else words)
        start = end + len(words)


def _name_spans(cells: Sequence[Cell], names: set[str], sure: set[str]) -> list[tuple[int, int]]:
    """Start and end of each row name in the label cells; at the end of the row short names count too."""
    spans: list[tuple[int, int]] = []
    for end in range(1, len(cells) + 1):
        start = _name_start(cells, end, names if end == len(cells) else sure)
        if start is not None and start >= (spans[-1][1] if spans else 0):
            spans.append((start, end))
    return spans


def _name_start(cells: Sequence[Cell], end: int, names: set[str]) -> int | None:
    """Where a row name begins that ends before ``end``, wrapped over a few cells or not."""
    for count in range(1, min(_LONGEST, end) + 1):
        if bare(join([cell.text for cell in cells[end - count : end]]).text) in names:
            return end - count
    return None


def _words(cells: Sequence[Cell], heads: set[str]) -> Iterator[Cell]:
    """The cells up to the next header cell: what is printed in place of figures."""
    for cell in cells:
        if bare(cell.text.text) in heads or bare(cell.text.text).startswith("第二十条"):
            return
        yield cell
