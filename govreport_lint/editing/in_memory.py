"""Amendments made in a document as it was read; every place stays what it is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ..document import Block, Cell, Document, Heading, Paragraph, Passage, Run, Table
from .targets import Target


def amended(document: Document, targets: Sequence[Target]) -> Document:
    """The document with the passages of targets amended. What is new in a passage stands where the passage does."""
    new = {id(target.passage): _amended(target) for target in targets}
    return replace(document, blocks=tuple(_block(block, new) for block in document.blocks))


def _amended(target: Target) -> Passage:
    location = target.passage.location
    return Passage(target.wanted, (Run(0, location, False),) if target.passage.runs else ())


def _block(block: Block, new: dict[int, Passage]) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, text=new[id(block.text)]) if id(block.text) in new else block
    if not isinstance(block, Table) or not any(id(cell.text) in new for row in block.rows for cell in row):
        return block
    # A merged cell stays one object in every place that it covers.
    cells: dict[int, Cell] = {}
    for row in block.rows:
        for cell in row:
            if id(cell) not in cells:
                cells[id(cell)] = replace(cell, text=new[id(cell.text)], typed=True) if id(cell.text) in new else cell
    return replace(block, rows=tuple(tuple(cells[id(cell)] for cell in row) for row in block.rows))
