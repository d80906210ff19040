"""The passage behind a printed label or title: reports keep its words and place, the document its characters."""

from __future__ import annotations

from collections.abc import Iterator

from ....document import Cell, Document, Location, Passage, Table
from .changes import Change, rewritten


def cell_changes(document: Document, printed: str, location: Location, wanted: str) -> tuple[Change, ...]:
    """What makes ``wanted`` of a label that is printed in a cell; nothing where its cell is not certain."""
    cells = {id(cell): cell.text for cell in _cells(document) if cell.text.location == location}
    found = [passage for passage in cells.values() if passage.text.count(printed) == 1]
    return words_changes(found[0], printed, wanted) if len(found) == 1 else ()


def words_changes(passage: Passage, printed: str, wanted: str) -> tuple[Change, ...]:
    """What makes ``wanted`` of words that a passage holds once; nothing where it does not, or holds them twice."""
    if not printed or passage.text.count(printed) != 1:
        return ()
    start = passage.text.index(printed)
    return rewritten(passage, start, start + len(printed), wanted)


def _cells(document: Document) -> Iterator[Cell]:
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield from row
