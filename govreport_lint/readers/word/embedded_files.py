"""Files that are put into a Word document (a page, a workbook): read where they can be, named where they cannot."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from ...document import Block, Cell, Document, Heading, Image, Location, Paragraph, Passage, Run, Table
from ...errors import ReadError
from ...language import Text
from ...word.markup.tree import WordObject
from ...word.opened_document import WordFile

ReadFile = Callable[[bytes, str], Document]
"""Reads the bytes of a file that is called so in messages; raises ``ReadError``."""

MOST_FILES = 20
MOST_BYTES = 16 * 2**20
_KINDS = {
    "chunk": Text("插入的文件", "an inserted file"),
    "object": Text("嵌入的对象", "an embedded object"),
    "control": Text("控件", "a control"),
    "subdocument": Text("子文档", "a subdocument"),
    "diagram": Text("图示", "a diagram"),
}
_UNREAD = Text("文中有{what}{name}，其中的内容未读取{why}", "{what}{name} in the text was not read{why}")
# Objects that hold no table and no section of a report.
_HARMLESS = ("Equation.", "MathType", "WPSEquation")


class Embedded:
    """Reads what is put into one document. ``unread`` names what could not be read."""

    def __init__(self, word: WordFile, read: ReadFile | None) -> None:
        self._word, self._read = word, read
        self._links = {link.id: link.target for link in word.package.relationships(word.text.part)}
        self._files = self._bytes = 0
        self._unread: dict[Text, None] = {}

    @property
    def unread(self) -> tuple[Text, ...]:
        """What was not read, each as a sentence."""
        return tuple(self._unread)

    def blocks(self, found: WordObject) -> list[Block]:
        """The blocks of a file, all in the place where it is put; none where it cannot be read."""
        if found.name.startswith(_HARMLESS):
            return []
        try:
            document = self._document(found)
        except ReadError as error:
            self._note(found, Text(f"（{error.reason}）", f" ({error.english})"))
            return []
        if document is None:
            self._note(found, Text("", ""))
            return []
        self._unread |= dict.fromkeys(document.unread)
        return [_placed(block, found.location) for block in document.blocks]

    def _document(self, found: WordObject) -> Document | None:
        package, path = self._word.package, self._word.package.path
        if self._read is None or found.kind not in ("chunk", "object") or self._files >= MOST_FILES:
            return None
        data = package.read(self._links.get(found.link, ""))
        self._files += 1
        self._bytes += len(data or b"")
        return self._read(data, path) if data and self._bytes <= MOST_BYTES else None

    def _note(self, found: WordObject, why: Text) -> None:
        what, name = _KINDS[found.kind], found.name[:40]
        zh = _UNREAD.zh.format(what=what.zh, name=f"“{name}”" if name else "", why=why.zh)
        self._unread[Text(zh, _UNREAD.en.format(what=what.en, name=f" {name}" if name else "", why=why.en))] = None


def _placed(block: Block, location: Location) -> Block:
    """The block as if it all stood in one place."""
    if isinstance(block, Table):
        made: dict[int, Cell] = {}
        for cell in (cell for row in block.rows for cell in row):
            made.setdefault(id(cell), replace(cell, text=_at(cell.text, location)))
        return Table(tuple(tuple(made[id(cell)] for cell in row) for row in block.rows), location)
    if isinstance(block, Image):
        return Image(location, block.description)
    return (
        Heading(_at(block.text, location), block.level)
        if isinstance(block, Heading)
        else Paragraph(_at(block.text, location))
    )


def _at(text: Passage, location: Location) -> Passage:
    return Passage(text.text, (Run(0, location, False),))
