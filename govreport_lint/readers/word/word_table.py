"""A table of a Word document: a grid or, if it only lays out the page, its contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from ...document import Block, Heading, Image, Location, Paragraph, Passage, Run, Table
from ...word.markup.tree import WordBlock, WordCell, WordRow, WordTable
from ..blocks.flow import put_together
from ..blocks.grid import WIDEST_CELL, Span, SpanRow, arrange
from ..blocks.layout_tables import lays_out

Read = Callable[[Iterable[WordBlock]], list[Block]]


class _Placed:
    """A cell in its column of the grid, with the rows that it reaches down."""

    def __init__(self, cell: WordCell, column: int, blocks: list[Block]) -> None:
        self.cell, self.column, self.blocks = cell, column, blocks
        self.rows = 1
        self.columns = min(cell.colspan, WIDEST_CELL)

    def span(self) -> Span:
        """The contents as one text; an empty cell has its own place."""
        texts = [block.text for block in self.blocks if isinstance(block, Heading | Paragraph)]
        text = put_together(texts) or Passage("", (Run(0, self.cell.location, False),))
        return Span(text, self.rows, self.columns)


def table_blocks(table: WordTable, read: Read) -> list[Block]:
    """What a table comes to; ``read`` makes blocks of what stands in a cell."""
    rows = _placed(table.rows, read)
    cells = [[placed.blocks for placed in row] for row in rows]
    if lays_out(cells):
        return [block for row in cells for blocks in row for block in blocks]
    spans = [
        SpanRow(
            [*_free(row.before, row.location), *(placed.span() for placed in own), *_free(row.after, row.location)],
            row.location,
        )
        for row, own in zip(table.rows, rows, strict=True)
    ]
    images = [block for row in cells for blocks in row for block in blocks if isinstance(block, Image)]
    return [Table(arrange(spans), table.location), *images]


def _placed(rows: Sequence[WordRow], read: Read) -> list[list[_Placed]]:
    """The cells of each row; one that goes on from the row above is counted there and left out."""
    above: dict[int, _Placed] = {}
    found = []
    for row in rows:
        own: list[_Placed] = []
        reached: dict[int, _Placed] = {}
        column = min(row.before, WIDEST_CELL)
        for cell in row.cells:
            upper = above.get(column)
            if cell.joined and own:
                own[-1].columns += min(cell.colspan, WIDEST_CELL)
                own[-1].blocks += read(cell.blocks)
            elif cell.merged == "continue" and upper and upper.columns == min(cell.colspan, WIDEST_CELL):
                upper.rows += 1
                reached[column] = upper
            else:
                own.append(_Placed(cell, column, read(cell.blocks)))
                if cell.merged:
                    reached[column] = own[-1]
            column += min(cell.colspan, WIDEST_CELL)
        above = reached
        found.append(own)
    return found


def _free(columns: int, location: Location) -> list[Span]:
    """The columns that a row leaves free."""
    return [Span(Passage("", (Run(0, location, False),)), 1, columns)] if columns else []
