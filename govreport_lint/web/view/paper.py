"""The report as it was read: its paragraphs and tables in their order, in the office's own words, marks in both."""

from __future__ import annotations

from msgspec import Struct

from ...document import Block, Document, Heading, Image, Location, Paragraph, Passage, Table
from ...language import Text
from ...output.page.markup import Child, Markup, el, joined
from ...output.page.official_tables import Sheet, official_tables
from ...report import Figure, State
from .changes import Changed
from .marking import Marking
from .pins import Pins
from .printed_table import PrintedTable, corners, figures_by_place, is_grid

_EDIT = Text("修改这一段", "Change this paragraph")
_LONGEST_TITLE = 70
_PICTURE = Text("图片，未读取其中的文字", "a picture, whose text was not read")
_MORE = Text("表中另有格式以外的行：", "Rows of the table that the form does not have:")
_WAS = Text("原文：", "was: ")


class Written(Struct, frozen=True):
    """The report as markup, and the numbers of the items that have a place in it."""

    markup: Markup
    placed: frozenset[int]


def paper(document: Document, sheet: Sheet, marking: Marking, pins: Pins, changed: Changed) -> Written:
    """The whole report; the marks that could be made are kept by ``marking``."""
    made = _Paper(document, sheet, marking, changed)
    blocks = [made.block(index, block) for index, block in enumerate(document.blocks)]
    behind = pins.placed(marking)
    parts: list[Child] = []
    for index, block in enumerate(blocks):
        parts += [*made.left_over(index), block, *behind.get(index, ())]
    parts += made.left_over(len(blocks))
    parts += made.rest()
    return Written(joined(parts), frozenset(marking.placed))


class _Paper:
    """Writes the blocks one after the other."""

    def __init__(self, document: Document, sheet: Sheet, marking: Marking, changed: Changed) -> None:
        self._sheet, self._marking, self._changed = sheet, marking, changed
        report = sheet.report
        self._figures = _printable(document, report.figures)
        self._homes = {figure.location: figure.table for figure in report.figures if figure.state is not State.MISSING}
        self._title = report.title.location if report.title else None
        self._headings = {section.location for section in report.sections}
        self._ends = {section.blocks[1]: section.number for section in report.sections}
        self._format = document.format
        self._missing = self._unprinted()
        self._official_ones = frozenset(self._missing)

    def _unprinted(self) -> dict[str, Markup]:
        """The official tables whose figures stand in no table that can be printed: as the form has them."""
        sheet = self._sheet
        printed = {figure.table for figure in self._figures.values()}
        keys = [table.key for table in sheet.form.tables]
        if printed >= set(keys):
            return {}
        tables = zip(keys, official_tables(sheet), strict=True)
        return {key: markup for key, markup in tables if key not in printed}

    def left_over(self, index: int) -> list[Markup]:
        """The tables of a section that ends before a block which are not printed in it."""
        section = self._ends.get(index)
        keys = [table.key for table in self._sheet.form.tables if section is not None and table.section == section]
        return [self._official(key) for key in keys if key in self._missing]

    def rest(self) -> list[Markup]:
        """Those of sections that were not found."""
        return [self._official(key) for key in list(self._missing)]

    def block(self, index: int, block: Block) -> Child:
        """One block of the document."""
        if isinstance(block, Heading | Paragraph):
            return self._paragraph(index, block.text)
        if isinstance(block, Image):
            return el("p", _PICTURE.in_language(self._sheet.language), class_="picture")
        made = PrintedTable(block, self._sheet, self._marking, self._figures, self._changed.cells)
        keys = [key for key in self._homed(block) if key in self._official_ones]
        if not keys:
            return made.markup()
        official = [self._official(key) for key in keys if key in self._missing]
        return joined([*official, made.markup() if is_grid(block, self._format) else None])

    def _official(self, key: str) -> Markup:
        """A table as the form has it, and below it the rows that the form does not have."""
        sheet = self._sheet
        for spot, mark in sheet.marks.items():
            if spot[0] == key:
                self._marking.named(mark.remarks)
        comma = ", " if sheet.language == "en" else "、"
        rows = [
            el("li", row.label.text, el("small", comma.join(cell.text for cell in row.cells)))
            for row in sheet.report.table(key).rows
            if row.key is None
        ]
        more = el("div", el("p", _MORE.in_language(sheet.language)), el("ul", *rows), class_="own-rows")
        return joined((self._missing.pop(key), more if rows else None))

    def _homed(self, table: Table) -> list[str]:
        """The official tables whose figures stand in a table."""
        found = (self._homes.get(cell.text.location) for cell in corners(table))
        return [key for key in dict.fromkeys(found) if key is not None]

    def _paragraph(self, index: int, passage: Passage) -> Markup | None:
        if not passage.text.strip():
            return None
        place, language = passage.location, self._sheet.language
        # A paragraph that runs on behind the words of a title is not set as one.
        short = len(passage.text) <= _LONGEST_TITLE
        tag = "h2" if short and place == self._title else "h3" if short and place in self._headings else "p"
        words = _EDIT.in_language(language)
        pencil = el("button", "✎", type="button", class_="pencil", data_edit=index, aria_label=words, title=words)
        old = self._changed.blocks.get(index)
        looks = " ".join(name for name, does in (("title", tag == "h2"), ("amended", old)) if does)
        text = el(tag, *self._marking.words(passage), class_=looks or None, data_block=index)
        was = el("p", el("small", _WAS.in_language(language)), el("del", old), class_="was") if old else None
        return el("div", text, pencil, was, class_="block")


def _printable(document: Document, figures: tuple[Figure, ...]) -> dict[Location, Figure]:
    """The figures of the tables that are shown as they are printed: each of its figures has one cell of its own."""
    found = figures_by_place(figures)
    seen: dict[Location, int] = {}
    for block in document.blocks:
        if isinstance(block, Table) and is_grid(block, document.format):
            for cell in corners(block):
                seen[cell.text.location] = seen.get(cell.text.location, 0) + 1
    own = {(figure.table, figure.row, figure.column) for place, figure in found.items() if seen.get(place) == 1}
    lost = {
        figure.table
        for figure in figures
        if figure.state is not State.MISSING and (figure.table, figure.row, figure.column) not in own
    }
    return {place: figure for place, figure in found.items() if figure.table not in lost}
