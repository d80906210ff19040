"""A Word document read whole: its text as printed, numbered through, with the bytes of every piece."""

from __future__ import annotations

from msgspec import Struct

from ..document import Location
from .markup.body import Body
from .markup.opened import OpenBlock, OpenCell, OpenObject, OpenParagraph, OpenRow, OpenRun, OpenTable
from .markup.tree import Piece, Run, Span, WordBlock, WordCell, WordObject, WordParagraph, WordRow, WordTable, WordText
from .package.archive import Package, open_package
from .package.parsing import in_utf8
from .styles.list_numbering import Numbering, read_numbering
from .styles.paragraph_styles import Styles, read_styles


class WordFile(Struct, frozen=True):
    """A Word file: its package, and its text with the bytes of every piece."""

    package: Package
    text: WordText


def open_word(data: bytes, name: str) -> WordFile:
    """The bytes of a file that is called ``name`` in messages. Raises ``ReadError``."""
    package = open_package(data, name)
    return WordFile(package, read_text(package))


def read_text(package: Package) -> WordText:
    """The document of a package. Raises ``ReadError``."""
    part = package.main_part()
    data = in_utf8(package.read(part) or b"", package.path, part)
    styles = read_styles(package, part)
    body = Body(data, package.path, part, styles)
    body.read()
    numbers = _Numbers(styles, read_numbering(package, part, styles))
    blocks = tuple(numbers.block(block, Location()) for block in body.blocks)
    comments = frozenset(body.comments)
    hidden = body.hidden + numbers.hidden_rows
    return WordText(part, data, blocks, tuple(numbers.paragraphs), body.revisions, comments, hidden)


class _Numbers:
    """Numbers paragraphs, tables and characters through, in the order in which they are read."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.paragraphs: list[WordParagraph] = []
        self._styles, self._numbering = styles, numbering
        self._at = self._paragraph = self._table = 0
        # Whether the paragraph before goes on in this one.
        self._inside = False
        self.hidden_rows = 0

    def block(self, block: OpenBlock, around: Location) -> WordBlock:
        """A block that stands in the cell ``around``, or in the body."""
        if isinstance(block, OpenTable):
            return self._read_table(block)
        if isinstance(block, OpenObject):
            before = self.paragraphs[-1].location if self.paragraphs else Location()
            return WordObject(block.kind, block.name, block.link, before)
        if around.table is None and block.host is None:
            self._paragraph += 1
        return self._read_paragraph(block, around)

    def _read_table(self, table: OpenTable) -> WordTable:
        self._table += 1
        start, number = self._at, self._table
        self.hidden_rows += sum(row.hidden and not row.deleted and _has_text(row) for row in table.rows)
        seen = [(place, row) for place, row in enumerate(table.rows, 1) if not (row.deleted or row.hidden)]
        rows = [self._row(row, number, place) for place, row in seen]
        return WordTable(tuple(rows), Location(start, self._at, table=number))

    def _row(self, row: OpenRow, table: int, place: int) -> WordRow:
        start = self._at
        cells = [self._cell(cell, table, place, number) for number, cell in enumerate(row.cells, 1)]
        location = Location(start, self._at, table=table, row=place)
        return WordRow(tuple(cells), location, row.before, row.after)

    def _cell(self, cell: OpenCell, table: int, row: int, number: int) -> WordCell:
        start = self._at
        around = Location(table=table, row=row, cell=number)
        blocks = tuple(self.block(block, around) for block in cell.blocks)
        end = max(start, self._at - 1)
        location = Location(start, end, table=table, row=row, cell=number)
        return WordCell(blocks, location, cell.colspan, cell.merged, cell.joined)

    def _read_paragraph(self, paragraph: OpenParagraph, around: Location) -> WordParagraph:
        contents = self._styles.is_contents(paragraph.style)
        texts = [] if contents else paragraph.texts
        label = self._label(paragraph, any(text.strip() for text, _, _ in texts)) if not contents else ""
        text = label + "".join(text for text, _, _ in texts)
        number = None if around.table is not None else self._paragraph
        location = Location(
            self._at, self._at + len(text), paragraph=number, table=around.table, row=around.row, cell=around.cell
        )
        inside = None if paragraph.empty_tag else Span(paragraph.inside, paragraph.end)
        read = WordParagraph(
            text=text,
            label=len(label),
            level=self._level(paragraph),
            location=location,
            element=Span(paragraph.start, paragraph.end),
            inside=inside,
            pieces=_pieces(texts, len(label)),
            pictures=tuple(paragraph.pictures),
            host=_span(paragraph.host),
            goes_on=paragraph.goes_on,
        )
        self.paragraphs.append(read)
        self._at += len(text) + 1
        return read

    def _label(self, paragraph: OpenParagraph, has_text: bool) -> str:
        """The number before a paragraph. Word counts an empty one too; what a deleted end joins is one."""
        inside, self._inside = self._inside, paragraph.goes_on and (has_text or self._inside)
        if inside or (paragraph.goes_on and not has_text):
            return ""
        list_id, level = self._styles.list_of(paragraph.style)
        own = paragraph.list_id is not None
        if paragraph.list_level is not None:
            level = paragraph.list_level
        label = self._numbering.label(paragraph.list_id if own else list_id, level)
        return label if has_text else ""

    def _level(self, paragraph: OpenParagraph) -> int:
        return self._styles.heading_level(paragraph.style) if paragraph.level is None else paragraph.level


def _has_text(row: OpenRow) -> bool:
    paragraphs = (block for cell in row.cells for block in cell.blocks if isinstance(block, OpenParagraph))
    return any(text.strip() for paragraph in paragraphs for text, _, _ in paragraph.texts)


def _pieces(texts: list[tuple[str, OpenRun, Span | None]], at: int) -> tuple[Piece, ...]:
    runs: dict[int, Run] = {}
    pieces = []
    for text, opened, content in texts:
        run = runs.get(opened.start)
        if run is None:
            run = runs[opened.start] = Run(Span(opened.start, opened.end), opened.properties, opened.whole)
        pieces.append(Piece(at, len(text), run, content))
        at += len(text)
    return tuple(pieces)


def _span(run: OpenRun | None) -> Span | None:
    return Span(run.start, run.end) if run else None
