"""What every reader yields: the blocks of a report, each with its place in the file.

A ``Document`` is the same for every file format, so nothing after the readers knows which format it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from .language import Text


class Location(Struct, frozen=True, omit_defaults=True, order=True):
    """Where something stands in the file.

    ``start`` and ``end`` are character offsets into the decoded text (end exclusive); the other fields, counted
    from 1, place it in formats that have no text of their own (Word, PDF). Lines are computed at output only.
    ``box`` is left, top, right and bottom on the page, in points from its top left corner as it is shown.
    """

    start: int = 0
    end: int = 0
    page: int | None = None
    paragraph: int | None = None
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    box: tuple[float, float, float, float] | None = None

    @property
    def spot(self) -> tuple[int | None, ...]:
        """The page, paragraph, table, row and cell: the place without its offsets."""
        return self.page, self.paragraph, self.table, self.row, self.cell

    def covers(self, other: Location) -> bool:
        """Whether another place lies within this one."""
        same = (self.page, self.paragraph, self.table) == (other.page, other.paragraph, other.table)
        return same and self.start <= other.start and other.end <= self.end

    def until(self, other: Location) -> Location:
        """The place from here to the end of ``other``; its box holds both where they are on one page."""
        end = max(self.end, other.end)
        if self.box is None or other.box is None or self.page != other.page:
            return replace(self, end=end)
        (left, top, right, bottom), (x, y, u, v) = self.box, other.box
        return replace(self, end=end, box=(min(left, x), min(top, y), max(right, u), max(bottom, v)))


class Run(Struct, frozen=True):
    """From ``at`` on, the characters of a passage come from ``location``.

    ``location`` ends where the run ends. ``exact`` says that the characters stand there one for one, so a part of
    the run is a part of the place; otherwise the place is that of the element which holds them.
    """

    at: int
    location: Location
    exact: bool = True


class Passage(Struct, frozen=True):
    """A text that knows where each of its characters came from."""

    text: str
    runs: tuple[Run, ...]

    @property
    def location(self) -> Location:
        """The place of the whole passage."""
        if len(self.runs) == 1:
            return self.runs[0].location
        return self.locate(0, len(self.text))

    def locate(self, start: int, end: int) -> Location:
        """The place of the characters ``start`` to ``end`` (exclusive) of the text."""
        if not self.runs:
            return Location()
        first, last = self.runs[self._index(start)], self.runs[self._index(max(start, end - 1))]
        return self._point(first, start, end).until(self._point(last, start, end))

    def span_of(self, location: Location) -> tuple[int, int] | None:
        """From where to where in the text a place lies that ``locate`` gave; None for one that is not in it.

        Of a run that is not exact the whole run.
        """
        found: list[int] = []
        for index, run in enumerate(self.runs):
            own, stop = run.location, self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
            if location.end < own.start or own.end < location.start or own.spot != location.spot:
                continue
            first, last = run.at, stop
            if run.exact:
                first = run.at + max(0, location.start - own.start)
                last = min(stop, run.at + location.end - own.start)
            if first < last or location.start == location.end:
                found += (first, last)
        return (min(found), max(found)) if found else None

    def cut(self, start: int, end: int) -> Passage:
        """The part from ``start`` to ``end``, with its places; both lie within the text."""
        if start == 0 and end == len(self.text):
            return self
        runs = []
        index = self._index(start)
        while index < len(self.runs) and self.runs[index].at < max(end, start + 1):
            run = self.runs[index]
            index += 1
            stop = self.runs[index].at if index < len(self.runs) else len(self.text)
            location = run.location
            if run.exact and (start > run.at or end < stop):
                first = location.start + max(0, start - run.at)
                location = replace(location, start=first, end=location.start + min(end, stop) - run.at)
            runs.append(Run(max(0, run.at - start), location, run.exact))
        return Passage(self.text[start:end], tuple(runs))

    def strip(self) -> Passage:
        """The passage without the white space around it."""
        text = self.text
        if not text or not (text[0].isspace() or text[-1].isspace()):
            return self
        start = len(text) - len(text.lstrip())
        return self.cut(start, max(start, len(text.rstrip())))

    def _index(self, at: int) -> int:
        low, high = 0, len(self.runs) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.runs[middle].at <= at:
                low = middle
            else:
                high = middle - 1
        return low

    @staticmethod
    def _point(run: Run, start: int, end: int) -> Location:
        if not run.exact:
            return run.location
        first = run.location.start + max(0, start - run.at)
        last = min(run.location.end, run.location.start + end - run.at)
        return replace(run.location, start=first, end=max(first, last))


def join(passages: Iterable[Passage], separator: str = "") -> Passage:
    """One passage of several, put together with ``separator``."""
    parts = tuple(passages)
    if len(parts) == 1:
        return parts[0]
    text, runs = "", []
    for passage in parts:
        if text:
            text += separator
        runs += [Run(run.at + len(text), run.location, run.exact) for run in passage.runs]
        text += passage.text
    return Passage(text, tuple(runs))


class Heading(Struct, frozen=True):
    """A paragraph that the file's own markup calls a heading; ``level`` counts from 1."""

    text: Passage
    level: int


class Paragraph(Struct, frozen=True):
    """A paragraph with its wrapped lines joined."""

    text: Passage


class Image(Struct, frozen=True):
    """A picture, or an object that is shown in the text; what it shows cannot be read."""

    location: Location
    description: str = ""


class Comment(Struct, frozen=True):
    """A comment in the markup of a file that is addressed to the program: what stands between its marks, and where it
    stands, marks and all. ``closed``: the mark that ends it is there; else it is none, and stands in the text."""

    text: str
    location: Location
    closed: bool = True


def is_addressed(comment: str) -> bool:
    """Whether what stands in a comment is meant for the program: it begins with its name."""
    return comment.lstrip()[:14].lower() == "govreport-lint"


class Cell(Struct, frozen=True):
    """A cell of a table. ``row`` and ``column`` (from 0) are its top left corner in the grid.

    ``typed``: a person has just written what stands in it, so it holds no mark of a note that looks like a digit.
    """

    text: Passage
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    typed: bool = False


class Table(Struct, frozen=True):
    """A table as a grid; a merged cell stands, as the same object, in every place that it covers.

    Rows may differ in length where the format has no grid of its own (tabs, one cell per line). ``assembled``: rows
    were put together from lines without marks between their cells, so one may be missing or out of its place.
    """

    rows: tuple[tuple[Cell, ...], ...]
    location: Location
    assembled: bool = False

    def cells(self, row: int) -> tuple[Cell, ...]:
        """The cells that begin or continue in a grid row, each once, from left to right."""
        seen: list[Cell] = []
        for cell in self.rows[row]:
            if not seen or seen[-1] is not cell:
                seen.append(cell)
        return tuple(seen)


Block = Heading | Paragraph | Image | Table


def location_of(block: Block) -> Location:
    """The place of a whole block."""
    return block.text.location if isinstance(block, Heading | Paragraph) else block.location


class Document(Struct, frozen=True):
    """A report as its file gives it, before anything is understood.

    ``source`` is the decoded text that offsets count in (None for formats without one), ``title`` the title that
    the file gives beside its text, ``notes`` what the reader wants told about the file (cut short, …); a plain
    string is said in every language. ``tables_only``: the file is made for tables alone (a workbook), so nothing can
    be said of a text. ``sha256`` is that of the file's bytes. ``framed``: the file is a page of a web site, which
    prints what belongs to the report (its date) around the text too. ``unread`` are the parts of the file in which
    anything may stand and which were not read, each as a sentence: what is not found may stand there. ``sheets`` are
    the names of the sheets of a workbook, whose numbers (``Location.table``) count from 1. ``part`` counts from 1 the
    reports of a file that holds several, None for one that holds one; ``unit`` is what the file calls the unit of that
    part where its title does not. ``comments`` are those that are addressed to the program, in their order.
    """

    name: str
    format: str
    source: str | None
    blocks: tuple[Block, ...]
    title: str | None = None
    notes: tuple[Text | str, ...] = ()
    tables_only: bool = False
    sha256: str = ""
    framed: bool = False
    unread: tuple[Text, ...] = ()
    sheets: tuple[str, ...] = ()
    part: int | None = None
    unit: str | None = None
    comments: tuple[Comment, ...] = ()

    def texts(self) -> Iterator[Passage]:
        """The passages of headings and paragraphs in their order."""
        for block in self.blocks:
            if isinstance(block, Heading | Paragraph):
                yield block.text
