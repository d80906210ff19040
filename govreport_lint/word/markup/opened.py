"""Paragraphs, tables and cells whose end has not come yet, and which of them are open."""

from __future__ import annotations

from collections.abc import Iterable

from .tree import Span


class OpenRun:
    """A run. ``whole``: nothing may be written into it; ``raised``: it stands above the line."""

    __slots__ = ("end", "marks", "properties", "raised", "start", "whole")

    def __init__(self, start: int, whole: bool, marks: Iterable[str] = ()) -> None:
        self.start, self.end, self.whole = start, start, whole
        self.properties: Span | None = None
        # For what reasons it is not printed: hidden, struck out.
        self.marks = set(marks)
        self.raised = False

    @property
    def hidden(self) -> bool:
        """Whether nothing of it is printed."""
        return bool(self.marks)


class OpenParagraph:
    """A paragraph; ``texts`` are texts with the run and the bytes that they stand in, ``boxes`` what stands in
    text boxes that are fixed to it. ``inside`` is where its content begins after its properties."""

    __slots__ = (
        "boxes",
        "empty_tag",
        "end",
        "goes_on",
        "host",
        "inside",
        "level",
        "list_id",
        "list_level",
        "pictures",
        "raised",
        "runs",
        "start",
        "style",
        "texts",
    )

    def __init__(self, start: int, inside: int, host: OpenRun | None) -> None:
        self.start, self.inside, self.end, self.host = start, inside, start, host
        self.empty_tag = self.goes_on = False
        self.style: str | None = None
        self.level: int | None = None
        self.list_id: int | None = None
        self.list_level: int | None = None
        self.texts: list[tuple[str, OpenRun, Span | None]] = []
        self.runs: list[OpenRun] = []
        self.pictures: list[str] = []
        # Which of the texts are raised.
        self.raised: list[int] = []
        self.boxes: list[OpenBlock] = []


class OpenCell:
    """A cell."""

    __slots__ = ("blocks", "colspan", "joined", "merged")

    def __init__(self) -> None:
        self.blocks: list[OpenBlock] = []
        self.colspan = 1
        self.merged: str | None = None
        self.joined = False


class OpenRow:
    """A row; ``deleted`` in the tracked changes, or ``hidden``."""

    __slots__ = ("after", "before", "cells", "deleted", "hidden")

    def __init__(self) -> None:
        self.cells: list[OpenCell] = []
        self.before = self.after = 0
        self.deleted = self.hidden = False


class OpenObject:
    """What is no text: its kind, what it calls itself, the link to its part."""

    __slots__ = ("kind", "link", "name")

    def __init__(self, kind: str, name: str, link: str) -> None:
        self.kind, self.name, self.link = kind, name, link


class OpenTable:
    """A table."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: list[OpenRow] = []


OpenBlock = OpenParagraph | OpenTable | OpenObject


class Opened:
    """What is open: paragraphs (one within another by way of text boxes), tables, lists of blocks, properties."""

    def __init__(self) -> None:
        self.paragraphs: list[OpenParagraph] = []
        self.tables: list[OpenTable] = []
        self.flows: list[list[OpenBlock]] = [[]]
        self.properties: list[str] = []
        # How many texts in cells nobody sees.
        self.hidden = 0
        # How many paragraphs and tables were open when each text box began: what is below is not touched in it.
        self.boxes: list[tuple[int, int]] = []

    @property
    def paragraph(self) -> OpenParagraph | None:
        """The innermost paragraph, within the innermost text box."""
        below = self.boxes[-1][0] if self.boxes else 0
        return self.paragraphs[-1] if len(self.paragraphs) > below else None

    @property
    def row(self) -> OpenRow | None:
        """The last row of the innermost table."""
        below = self.boxes[-1][1] if self.boxes else 0
        table = self.tables[-1] if len(self.tables) > below else None
        return table.rows[-1] if table and table.rows else None

    @property
    def cell(self) -> OpenCell | None:
        """The last cell of that row."""
        row = self.row
        return row.cells[-1] if row and row.cells else None

    @property
    def host(self) -> OpenRun | None:
        """The run of the body that holds the text boxes which are open."""
        if not self.boxes:
            return None
        return next((paragraph.runs[0] for paragraph in self.paragraphs if paragraph.runs), None)
