"""The report as it was read: paragraphs in their order, the official tables where they stand, marks in both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...document import Block, Document, Heading, Image, Location, Paragraph, Passage, Table
from ...language import Text
from ...output.annotated.block_marks import marked_pieces
from ...output.annotated.marked_places import MarkedPlaces
from ...output.page.markup import Child, Markup, el, joined
from ...output.page.official_tables import Sheet, official_tables
from ...output.words.causes import Remark

_EDIT = Text("修改这一段", "Change this paragraph")
_PICTURE = Text("图片，未读取其中的文字", "a picture, whose text was not read")
_OTHER = Text("其他表格", "another table")
_MOST_ROWS = 300

Numbered = Sequence[tuple[int, Remark]]


def paper(document: Document, sheet: Sheet, remarks: Numbered) -> Markup:
    """The whole report."""
    return joined(_Paper(document, sheet, remarks).parts())


class _Paper:
    """Writes the blocks one after the other; each official table once."""

    def __init__(self, document: Document, sheet: Sheet, remarks: Numbered) -> None:
        self._document, self._sheet = document, sheet
        self._places = MarkedPlaces([remark for _, remark in remarks])
        self._numbers = {id(remark): number for number, remark in remarks}
        report, form = sheet.report, sheet.form
        self._tables = dict(zip((table.key for table in form.tables), official_tables(sheet), strict=True))
        self._homes = {figure.location: figure.table for figure in report.figures}
        self._title = report.title.location if report.title else None
        self._headings = {section.location for section in report.sections}
        self._ends = {section.blocks[1]: section.number for section in report.sections}

    def parts(self) -> Iterator[Child]:
        """The blocks; a table that stands in none of them at the end of its section."""
        for index, block in enumerate(self._document.blocks):
            yield from self._left_over(self._ends.get(index))
            yield self._block(index, block)
        yield from self._left_over(self._ends.get(len(self._document.blocks)))
        yield from [self._tables.pop(key) for key in list(self._tables)]

    def _left_over(self, section: int | None) -> Iterator[Markup]:
        """The tables of a section that ends here which were not met in it."""
        for table in self._sheet.form.tables if section is not None else ():
            if table.section == section and table.key in self._tables:
                yield self._tables.pop(table.key)

    def _block(self, index: int, block: Block) -> Child:
        if isinstance(block, Heading | Paragraph):
            return self._paragraph(index, block.text)
        if isinstance(block, Image):
            return el("p", _PICTURE.in_language(self._sheet.language), class_="picture")
        found = dict.fromkeys(self._homes.get(cell.text.location) for row in block.rows for cell in row)
        keys = [key for key in found if key]
        if not keys:
            return self._other(block)
        return joined(self._tables.pop(key) for key in keys if key in self._tables)

    def _paragraph(self, index: int, passage: Passage) -> Markup | None:
        if not passage.text.strip():
            return None
        place = passage.location
        tag = "h2" if place == self._title else "h3" if place in self._headings else "p"
        words = _EDIT.in_language(self._sheet.language)
        pencil = el("button", "✎", type="button", class_="pencil", data_edit=index, aria_label=words, title=words)
        text = el(tag, *self._marked(passage), class_="title" if tag == "h2" else None, data_block=index)
        return el("div", text, pencil, class_="block")

    def _marked(self, passage: Passage) -> Iterator[Child]:
        for start, end, about in marked_pieces(passage, self._places):
            text = passage.text[start:end]
            if not about:
                yield text
                continue
            numbers = sorted(self._numbers[id(remark)] for remark in about)
            grave = min((remark.severity for remark in about), key=lambda severity: severity.rank)
            links = (el("a", number, href=f"#{self._sheet.key}-{number}") for number in numbers)
            causes = " ".join(map(str, numbers))
            yield el("mark", text, class_=str(grave), tabindex=0, data_causes=causes)
            yield el("sup", *links)

    def _other(self, table: Table) -> Markup:
        """A table that is none of the official ones."""
        rows = [
            el("tr", *(self._cell(cell.text) for cell in table.cells(index)))
            for index in range(min(len(table.rows), _MOST_ROWS))
        ]
        told = _OTHER.in_language(self._sheet.language)
        return el("div", el("table", el("tbody", *rows)), class_="scroll other", tabindex=0, role="region",
                  aria_label=told)  # fmt: skip

    def _cell(self, passage: Passage) -> Markup:
        return el("td", *(self._marked(passage) if passage.location != Location() else (passage.text,)))
