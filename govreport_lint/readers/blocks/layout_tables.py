"""Tables that are there for the looks of a page: their cells hold parts of the page, not figures and labels."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Block, Heading, Image, Paragraph, Table

# A cell with this much running text is a page, not a figure or a label: the longest label of the forms has 36
# characters, the notes below the tables are one paragraph.
_PROSE_SENTENCES = 3
_PROSE_LENGTH = 150


def lays_out(rows: Sequence[Sequence[Sequence[Block]]]) -> bool:
    """Whether a table only lays out the page, by the blocks in the cells of its rows."""
    cells = [cell for row in rows for cell in row]
    contents = [block for cell in cells for block in cell]
    if len(cells) < 2 or all(isinstance(block, Image) for block in contents):
        return True
    if any(isinstance(block, Table) for block in contents):
        return True
    single = all(len(row) < 2 for row in rows)
    return any(_is_page(cell, single) for cell in cells if len(cell) > 1 or single)


def _is_page(cell: Sequence[Block], single: bool) -> bool:
    """Whether a cell holds a part of a page: a heading and its text, or several paragraphs of sentences."""
    if len(cell) > 1 and any(isinstance(block, Heading) for block in cell):
        return True
    texts = [block.text.text for block in cell if isinstance(block, Heading | Paragraph)]
    sentences = [text for text in texts if text.endswith("。")]
    if single:
        return bool(sentences)
    return len(sentences) >= _PROSE_SENTENCES and sum(map(len, sentences)) >= _PROSE_LENGTH
