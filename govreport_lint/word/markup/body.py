"""Walking over the markup of a document once: which paragraphs and tables it has and what is printed in them.

Tracked changes are read as accepted; what is deleted, hidden or an instruction of a field is not printed.
"""

from __future__ import annotations

from collections.abc import Callable

from ...errors import ReadError
from ..package.cursor import Cursor
from ..package.names import Attributes, Names, link, value
from ..package.parsing import MOST_ELEMENTS, make_parser, run_parser
from ..package.refusals import nested_too_deep, too_many_elements
from ..styles.paragraph_styles import Styles
from .opened import OpenBlock, OpenCell, Opened, OpenObject, OpenParagraph, OpenRow, OpenTable
from .property_elements import PropertyElements
from .text_elements import TextElements

# No report comes near it: beyond it a file is out to harm.
DEEPEST_TABLE = 20
# What is not printed, with everything in it: deleted text, former formatting, instructions, settings.
_SKIPPED = frozenset({
    "moveFrom", "delText", "instrText", "delInstrText", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange",
    "trPrChange", "sectPrChange", "tblGridChange", "tblPrExChange", "numberingChange", "sectPr", "sdtPr", "sdtEndPr",
    "tblGrid", "tblPr", "rt", "binData",
})  # fmt: skip
_REVISIONS = frozenset({
    "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    "cellIns", "cellDel",
})  # fmt: skip


class Body:
    """Reads a part: ``blocks`` are what stands in it, ``comments`` the ids of its remarks."""

    def __init__(self, data: bytes, path: str, part: str, styles: Styles) -> None:
        self.comments: set[str] = set()
        self.revisions = 0
        self._data, self._path, self._part = data, path, part
        self._parser = make_parser()
        self._cursor = Cursor(self._parser, data)
        self._opened = Opened()
        self._texts = TextElements(self._opened, self._cursor, styles)
        self._properties = PropertyElements(self._opened, self._cursor, styles)
        self._names = Names()
        self._skipped = self._count = 0
        # For each open choice between two ways to draw the same thing: whether one was taken.
        self._choices: list[bool] = []
        self._starts: dict[str, Callable[[Attributes], None]] = {
            **self._texts.starts(),
            **self._properties.starts(),
            "p": self._open_paragraph,
            "tbl": self._open_table,
            "tr": self._open_row,
            "tc": self._open_cell,
            "txbxContent": self._open_box,
            "del": self._delete,
            "mc:Choice": self._choose,
            "mc:Fallback": self._choose,
            "mc:AlternateContent": lambda _given: self._choices.append(False),
            "altChunk": lambda given: self._put(OpenObject("chunk", "", link(given))),
            "subDoc": lambda given: self._put(OpenObject("subdocument", "", link(given))),
            "control": lambda given: self._put(OpenObject("control", value(given, "name") or "", link(given))),
            "dgm:relIds": lambda given: self._put(OpenObject("diagram", "", link(given, "dm"))),
            "o:OLEObject": lambda given: self._put(OpenObject("object", given.get("ProgID", ""), link(given))),
            "commentReference": lambda given: self.comments.add(value(given, "id") or ""),
        }
        self._ends: dict[str, Callable[[], None]] = {
            **self._texts.ends(),
            **self._properties.ends(),
            "p": self._close_paragraph,
            "tbl": self._close_table,
            "tc": self._close_cell,
            "txbxContent": self._close_box,
            "mc:AlternateContent": lambda: self._choices.__delitem__(-1),
        }

    @property
    def hidden(self) -> int:
        """How many texts in cells nobody sees."""
        return self._opened.hidden

    @property
    def blocks(self) -> list[OpenBlock]:
        """What stands in the body."""
        return self._opened.flows[0]

    def read(self) -> None:
        """Read it all. Raises ``ReadError``."""
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._texts.characters
        run_parser(self._parser, self._data, self._path, self._part)

    def _start(self, element: str, given: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise ReadError(self._path, *too_many_elements(self._part))
        if self._skipped:
            self._skipped += 1
            return
        name = self._names[element]
        if name in _REVISIONS:
            self.revisions += 1
        if name in _SKIPPED:
            self._skipped = 1
            return
        handler = self._starts.get(name)
        if handler:
            handler(given)

    def _end(self, element: str) -> None:
        if self._skipped:
            self._skipped -= 1
            if self._skipped:
                return
        handler = self._ends.get(self._names[element])
        if handler:
            handler()

    def _delete(self, _given: Attributes) -> None:
        """Deleted text; or, among properties, the mark that their owner is deleted."""
        if not self._properties.delete():
            self._skipped = 1

    def _choose(self, _given: Attributes) -> None:
        if self._choices and self._choices[-1]:
            self._skipped = 1
        elif self._choices:
            self._choices[-1] = True

    def _put(self, found: OpenObject) -> None:
        """What is no text comes after the paragraph in which it stands."""
        paragraph = self._opened.paragraph
        if paragraph is None:
            self._opened.flows[-1].append(found)
        elif not (paragraph.runs and paragraph.runs[-1].hidden):
            paragraph.boxes.append(found)

    def _open_paragraph(self, _given: Attributes) -> None:
        paragraph = OpenParagraph(self._cursor.at, self._cursor.after, self._opened.host)
        self._opened.flows[-1].append(paragraph)
        self._opened.paragraphs.append(paragraph)

    def _close_paragraph(self) -> None:
        paragraph = self._opened.paragraphs.pop()
        paragraph.end = self._cursor.at
        paragraph.empty_tag = self._cursor.is_empty(paragraph.start)
        self._texts.end_paragraph(paragraph)
        self._opened.flows[-1] += paragraph.boxes

    def _open_table(self, _given: Attributes) -> None:
        table = OpenTable()
        if len(self._opened.tables) >= DEEPEST_TABLE:
            raise ReadError(self._path, *nested_too_deep(DEEPEST_TABLE))
        self._opened.flows[-1].append(table)
        self._opened.tables.append(table)

    def _close_table(self) -> None:
        self._opened.tables.pop()

    def _open_row(self, _given: Attributes) -> None:
        if self._opened.tables:
            self._opened.tables[-1].rows.append(OpenRow())

    def _open_cell(self, _given: Attributes) -> None:
        cell = OpenCell()
        row = self._opened.row
        if row:
            row.cells.append(cell)
        self._opened.flows.append(cell.blocks if row else self._opened.flows[-1])

    def _close_cell(self) -> None:
        self._opened.flows.pop()

    def _open_box(self, _given: Attributes) -> None:
        """A text box: its content comes after the paragraph to which it is fixed."""
        paragraph = self._opened.paragraph
        self._opened.flows.append(paragraph.boxes if paragraph else self._opened.flows[-1])
        self._opened.boxes.append((len(self._opened.paragraphs), len(self._opened.tables)))

    def _close_box(self) -> None:
        self._opened.boxes.pop()
        self._opened.flows.pop()
