"""What a Word document holds: paragraphs and tables, every piece of text with the bytes that it stands in."""

from __future__ import annotations

from msgspec import Struct

from ...document import Location


class Span(Struct, frozen=True):
    """Bytes of the part, from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


class Run(Struct, frozen=True):
    """A stretch of text with one formatting: its element, and its formatting's (None: it has none).

    ``whole``: remarks may stand before and after it, not within (formulas, phonetic guides).
    """

    element: Span
    properties: Span | None
    whole: bool = False


class Piece(Struct, frozen=True):
    """Characters ``at`` … of a paragraph's text, printed by one element of a run.

    ``content`` are the bytes of the characters themselves; None for what is no text element (tabs, symbols).
    """

    at: int
    length: int
    run: Run
    content: Span | None = None


class WordParagraph(Struct, frozen=True, kw_only=True):
    """A paragraph. ``text`` is what is printed: its number in a list, ``label`` characters, then its pieces.

    ``location.start`` counts characters over the whole document. ``element`` are its bytes, ``inside`` those
    between its properties and its end tag (None: the element is one empty tag). ``level`` is that of a heading, 0
    for text. ``host`` is the run of another paragraph that holds the text box in which this one stands. ``goes_on``:
    its end is deleted in the tracked changes, so the next paragraph continues it.
    """

    text: str
    label: int
    level: int
    location: Location
    element: Span
    inside: Span | None
    pieces: tuple[Piece, ...] = ()
    pictures: tuple[str, ...] = ()
    host: Span | None = None
    goes_on: bool = False


class WordCell(Struct, frozen=True):
    """A cell. ``merged``: ``restart`` begins a cell that reaches down, ``continue`` belongs to the one above.

    ``joined``: it belongs to the cell on its left (an old way to merge).
    """

    blocks: tuple[WordBlock, ...]
    location: Location
    colspan: int = 1
    merged: str | None = None
    joined: bool = False


class WordRow(Struct, frozen=True):
    """A row; ``before`` and ``after`` are the columns of the grid that it leaves free."""

    cells: tuple[WordCell, ...]
    location: Location
    before: int = 0
    after: int = 0


class WordTable(Struct, frozen=True):
    """A table with the rows that are left in the final text."""

    rows: tuple[WordRow, ...]
    location: Location


class WordObject(Struct, frozen=True):
    """What stands in a document as a file of its own or as something that is no text.

    ``kind``: ``chunk`` (a file that is put in whole), ``object`` (an OLE object), ``control``, ``subdocument``,
    ``diagram``. ``name`` is what it calls itself, ``link`` the id of the link to its part, ``location`` the place of
    the paragraph before it.
    """

    kind: str
    name: str
    link: str
    location: Location


WordBlock = WordParagraph | WordTable | WordObject


class WordText(Struct, frozen=True):
    """The document: its blocks in order, all its paragraphs in order, and what is still open in it.

    ``source`` are the bytes of the part in UTF-8; ``comments`` are the ids of the remarks in it, ``revisions`` counts
    its tracked changes, ``hidden`` the rows and cells of tables with text that nobody sees.
    """

    part: str
    source: bytes
    blocks: tuple[WordBlock, ...]
    paragraphs: tuple[WordParagraph, ...]
    revisions: int = 0
    comments: frozenset[str] = frozenset()
    hidden: int = 0
