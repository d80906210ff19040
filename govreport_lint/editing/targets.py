"""Where in a document an amendment is to be made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from ..cells import is_blank, read_cell, without_marks
from ..document import Document, Heading, Location, Paragraph, Passage, Table
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..report import Figure, State
from .amendments import LONGEST_CELL, LONGEST_PARAGRAPH, Amendment, Refused

_NO_PART = Text("文件中没有这一份年报", "the file holds no such report")
_NO_BLOCK = Text("报告中没有这一段文字", "the report has no such paragraph")
_NO_CELL = Text("表格中没有印出这一格，请在原文件中补上", "this cell is not printed in the report; please add it there")
_NOT_ONE = Text("这一格在文件中的位置不能确定，请在原文件中修改", "the place of this cell in the file is not certain")
_TOO_LONG = Text("文字过长（{count} 字），最多 {most} 字", "too long ({count} characters, at most {most})")
# Line ends and tabs part paragraphs and cells; what steers a terminal or shows nothing has no place in a text.
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+")
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)


class Target(Struct, frozen=True):
    """The characters ``start`` to ``end`` (exclusive) of ``passage`` become ``text``.

    ``cell``: the passage is that of a cell.
    """

    amendment: Amendment
    passage: Passage
    start: int
    end: int
    text: str
    cell: bool

    @property
    def wanted(self) -> str:
        """What the whole passage is to say."""
        return self.passage.text[: self.start] + self.text + self.passage.text[self.end :]


def targets_of(
    linter: Linter, document: Document, amendments: Sequence[Amendment]
) -> tuple[list[Target], list[Refused]]:
    """The places of amendments, and those that have none; of two in one place the last is made."""
    last = {amendment.place: amendment for amendment in amendments}
    finder = _Finder(linter, document)
    found: dict[int, Target] = {}
    refused: list[Refused] = []
    for amendment in last.values():
        target = finder.target(amendment)
        if isinstance(target, Text):
            refused.append(Refused(amendment, target))
        else:
            # A merged cell stands under several columns, and is amended once.
            found[id(target.passage)] = target
    return list(found.values()), refused


def _printable(text: str) -> str:
    return _UNPRINTED.sub("", _SPACES.sub(" ", text)).strip()


class _Finder:
    """Finds places in one document; what a report says is asked for where a cell is amended."""

    def __init__(self, linter: Linter, document: Document) -> None:
        self._linter, self._whole = linter, document
        self._parts: tuple[Document, ...] | None = None
        self._figures: dict[int, dict[tuple[str, str, str], Figure]] = {}

    def target(self, amendment: Amendment) -> Target | Text:
        """The place of an amendment, or why it has none."""
        most = LONGEST_CELL if amendment.block is None else LONGEST_PARAGRAPH
        if len(amendment.text) > most:
            return _TOO_LONG.filled(count=len(amendment.text), most=most)
        parts = self._reports()
        number = amendment.part if amendment.part is not None else 1
        if not 1 <= number <= len(parts):
            return _NO_PART
        if amendment.block is not None:
            return _block_target(parts[number - 1], amendment)
        return self._cell_target(parts[number - 1], amendment, number)

    def _reports(self) -> tuple[Document, ...]:
        if self._parts is None:
            self._parts = self._linter.reports(self._whole)
        return self._parts

    def _cell_target(self, part: Document, amendment: Amendment, number: int) -> Target | Text:
        if number not in self._figures:
            self._figures[number] = _figures(self._linter, part)
        figure = self._figures[number].get((amendment.table, amendment.row, amendment.column))
        if figure is None or figure.state is State.MISSING:
            return _NO_CELL
        found = {
            (id(passage), start): (passage, start, end, cell) for passage, start, end, cell in _holders(part, figure)
        }
        if len(found) != 1:
            return _NOT_ONE
        ((passage, start, end, cell),) = found.values()
        printed, text = passage.text[start:end], _printable(amendment.text)
        return Target(amendment, passage, start, end, _with_mark(printed, text), cell)


def _block_target(part: Document, amendment: Amendment) -> Target | Text:
    at = amendment.block if amendment.block is not None else -1
    block = part.blocks[at] if 0 <= at < len(part.blocks) else None
    if not isinstance(block, Heading | Paragraph):
        return _NO_BLOCK
    return Target(amendment, block.text, 0, len(block.text.text), _printable(amendment.text), False)


def _figures(linter: Linter, part: Document) -> dict[tuple[str, str, str], Figure]:
    try:
        report = linter.extract(part)
    except ReadError:
        return {}
    return {(each.table, each.row, each.column): each for each in report.figures}


def _with_mark(printed: str, text: str) -> str:
    """A new number keeps the mark of a note that stands behind the old one."""
    mark = printed[len(without_marks(printed).rstrip()) :]
    plain = without_marks(printed).rstrip() + mark == printed
    if mark.strip() and plain and read_cell(text)[0] in (State.NUMBER, State.ZERO) and without_marks(text) == text:
        return text + mark
    return text


def _holders(part: Document, figure: Figure) -> Iterator[tuple[Passage, int, int, bool]]:
    """The passages in which a figure stands, and from where to where."""
    own = [cell for cell in _cells(part) if cell.location == figure.location]
    if own:
        for passage in own:
            yield passage, 0, len(passage.text), True
        return
    for passage, cell in [*((each, True) for each in _cells(part)), *((each, False) for each in part.texts())]:
        span = _span(passage, figure.location)
        if span and passage.text[span[0] : span[1]].strip() == figure.raw and not is_blank(figure.raw):
            yield passage, span[0], span[1], cell


def _span(passage: Passage, location: Location) -> tuple[int, int] | None:
    return passage.span_of(location) if passage.runs else None


def _cells(part: Document) -> Iterable[Passage]:
    seen: dict[int, Passage] = {}
    for block in part.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                seen |= {id(cell.text): cell.text for cell in row}
    return seen.values()
