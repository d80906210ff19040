"""What a person writes in the place of what is printed, and what came of it."""

from __future__ import annotations

from msgspec import Struct

from ..document import Document
from ..language import Text
from ..result import Result

LONGEST_CELL, LONGEST_PARAGRAPH = 200, 100_000
"""The most characters that a cell or a paragraph may be given."""


class Amendment(Struct, frozen=True):
    """What is to stand in a place of the file as it was read: ``text`` in the cell with the keys ``table``, ``row`` and
    ``column`` of the form, or in the paragraph ``block`` (index in ``Document.blocks``).

    ``part`` counts from 1 the reports of a file that holds several; ``block`` counts in that report's own document.
    """

    text: str
    table: str = ""
    row: str = ""
    column: str = ""
    block: int | None = None
    part: int | None = None

    @property
    def place(self) -> tuple[int, int | None, str, str, str]:
        """What it amends: two amendments of one place cannot both be made."""
        part = 1 if self.part is None else self.part
        if self.block is not None:
            return part, self.block, "", "", ""
        return part, None, self.table, self.row, self.column


class Refused(Struct, frozen=True):
    """An amendment that is not made, and why."""

    amendment: Amendment
    reason: Text


class Amended(Struct, frozen=True):
    """A file after its amendments: what is read and found in it now.

    ``data`` is the file with them (Word: as tracked changes). It is None where nothing was changed, or where the file
    cannot be written, which ``reason`` says: then ``document`` is what was read with the amendments made in it.
    ``original`` is what was read without them. ``suffix`` is how the name of a file with amendments ends (``.docx``),
    empty where none can be written.
    """

    document: Document
    original: Document
    results: tuple[Result, ...]
    data: bytes | None = None
    suffix: str = ""
    reason: Text | None = None
    refused: tuple[Refused, ...] = ()
