"""Whether what was read in a file that was written is what was meant, and nothing else."""

from __future__ import annotations

import unicodedata

from msgspec.structs import replace

from ..document import Block, Cell, Document, Heading, Image, Paragraph, Table
from ..readers.blocks.flow import tidy

Said = tuple[object, ...]


def said(document: Document) -> tuple[Said, ...]:
    """What a document says, block by block, white space aside that means nothing beside Chinese."""
    found = ((document.title, *(comment.text for comment in document.comments)), *map(_block, document.blocks))
    return tuple(each for each in found if each != ("paragraph", ""))


def is_meant(read: Document, meant: Document) -> bool:
    """Whether a file says what it was meant to say."""
    return said(read) == said(meant)


def with_typed(read: Document, meant: Document) -> Document:
    """A document that says what was meant, with the cells marked in which a person typed."""
    tables = iter([block for block in meant.blocks if isinstance(block, Table)])
    return replace(read, blocks=tuple(_typed(block, next(tables)) if isinstance(block, Table) else block
                                      for block in read.blocks))  # fmt: skip


def _typed(read: Table, meant: Table) -> Table:
    if not any(cell.typed for row in meant.rows for cell in row):
        return read
    # A merged cell stays one object in every place that it covers.
    cells: dict[int, Cell] = {}
    for row, wanted in zip(read.rows, meant.rows, strict=True):
        for cell, other in zip(row, wanted, strict=True):
            if id(cell) not in cells:
                cells[id(cell)] = replace(cell, typed=True) if other.typed else cell
    return replace(read, rows=tuple(tuple(cells[id(cell)] for cell in row) for row in read.rows))


def _block(block: Block) -> Said:
    # Whether a paragraph is a heading may hang on what it says.
    if isinstance(block, Heading | Paragraph):
        return "paragraph", _words(block.text.text)
    if isinstance(block, Image):
        return "image", block.description
    return "table", *(tuple(map(_cell, row)) for row in block.rows)


def _cell(cell: Cell) -> Said:
    return cell.row, cell.column, cell.rowspan, cell.colspan, _words(cell.text.text)


def _words(text: str) -> str:
    return tidy(unicodedata.normalize("NFC", text))
