"""A table of a page while it is read: in the end a grid or, if it only lays out the page, its contents."""

from __future__ import annotations

import re

from ...document import Block, Heading, Image, Location, Paragraph, Passage, Run, Table
from ...html.nodes import Node
from ..blocks.flow import Flow, put_together
from ..blocks.grid import Span, SpanRow, arrange
from ..blocks.layout_tables import lays_out

_NUMBER = re.compile(r"[ \t\n\f\r]*\+?([0-9]{1,9})")


class _OpenCell:
    """A cell and the flow of its contents."""

    def __init__(self, node: Node) -> None:
        self.flow = Flow()
        self.location = Location(node.start, node.end)
        self.rowspan = _span(node.attribute("rowspan"))
        self.colspan = _span(node.attribute("colspan")) or 1

    def passages(self) -> list[Passage]:
        return [block.text for block in self.flow.blocks if isinstance(block, Heading | Paragraph)]

    def span(self) -> Span:
        """The contents as one text; an empty cell has its own place."""
        text = put_together(self.passages())
        return Span(text or Passage("", (Run(0, self.location, False),)), self.rowspan, self.colspan)


class OpenTable:
    """A table whose end tag has not come yet.

    ``around`` is the flow that it stands in; what is in the table but in no cell goes there, before it.
    """

    def __init__(self, node: Node, around: Flow) -> None:
        self.around = around
        self._location = Location(node.start, node.end)
        self._rows: list[tuple[Location, int, list[_OpenCell]]] = []
        self._group = 0
        self._in_row = False

    def open_row(self, node: Node) -> None:
        self._rows.append((Location(node.start, node.end), self._group, []))
        self._in_row = True

    def close_row(self) -> None:
        self._in_row = False

    def change_group(self) -> None:
        """A head, body or foot starts or ends: no cell reaches over this line."""
        self._group += 1
        self._in_row = False

    def open_cell(self, node: Node) -> Flow:
        """The flow of a new cell; a cell outside of a row makes one."""
        if not self._in_row:
            self.open_row(node)
        cell = _OpenCell(node)
        self._rows[-1][2].append(cell)
        return cell.flow

    def blocks(self) -> list[Block]:
        """What the table comes to, once it is closed."""
        cells = [cell for _, _, row in self._rows for cell in row]
        contents = [block for cell in cells for block in cell.flow.blocks]
        if lays_out([[cell.flow.blocks for cell in row] for _, _, row in self._rows]):
            return contents
        rows = [SpanRow([cell.span() for cell in row], place, group) for place, group, row in self._rows]
        images = [block for block in contents if isinstance(block, Image)]
        return [Table(arrange(rows), self._location), *images]


def _span(value: str | None) -> int:
    """A span as browsers read it: leading digits count (``2px``), anything else is 1."""
    match = _NUMBER.match(value or "")
    return int(match[1]) if match else 1
