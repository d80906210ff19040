"""PDF files that hold text: ruled tables by their rules, prose by its margins. A scan is refused, never guessed at."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Block, Document, Image, Location
from ...errors import ReadError
from ...pdf.page import Box, Page, is_scan
from ...pdf.process import read_apart
from ..blocks.source_passages import plain
from ..lines.line import Line, make_line
from ..lines.line_blocks import read_lines
from .continued import with_whole_rows
from .margins import without_margins
from .page_breaks import aligned, continues, is_furniture, size_of
from .page_prose import Margins, PlacedLine, margins_of, paragraph_lines, write_paragraph
from .page_words import PrintedLine, Word, lines_of, words_of
from .printed_marks import without_marks
from .ruled_grid import Grid, grids_of
from .script import Script
from .tables import inside, table_of
from .unread import PageState, notes_of, states_of, unread_of

_SCAN = (
    "扫描件，无法读取文字。请用报告的 Word 原稿，或由 Word、WPS 直接导出的 PDF",
    "a scan: its text cannot be read; please give the Word file, or a PDF exported by Word or WPS",
)
_NO_CODES = (
    "PDF 中的文字没有字符编码，无法读取。请用报告的 Word 原稿，或由 Word、WPS 重新导出的 PDF",
    "the text of the PDF has no character codes; please give the Word file, or a PDF exported by Word or WPS",
)
# The share of the page's width that a picture takes which may stand for a table.
_WIDE_PICTURE = 0.4

PlacedGrid = tuple[Grid, list[Word], int]
Item = PlacedLine | PlacedGrid | tuple[Box, int]


def read_pdf(data: bytes, name: str) -> Document:
    """Read the bytes of a PDF; raises ``ReadError`` for a scan and for what cannot be read.

    Locations are page and box; their offsets count in the text as it is read, for the order only.
    """
    found = read_apart(data, name)
    if not any(not c.text.isspace() for page in found.pages for c in page.characters):
        raise ReadError(name, *_SCAN)
    if found.is_meaningless:
        raise ReadError(name, *_NO_CODES)
    states = states_of(found.pages)
    if all(state is PageState.UNREAD for state in states):
        raise ReadError(name, *_SCAN)
    items = _items(found.pages, states)
    margins = margins_of([item for item in items if isinstance(item, PlacedLine)])
    blocks = tuple(with_whole_rows(_blocks(items, margins)))
    unread = tuple(unread_of(found, states))
    return Document(name, "pdf", None, blocks, notes=(*unread, *notes_of(data, found, states)), unread=unread)


def _items(pages: Sequence[Page], states: Sequence[PageState]) -> list[Item]:
    """The lines, tables and pictures of all pages in reading order."""
    tables: list[list[tuple[Grid, list[Word]]]] = []
    lines: list[tuple[int, float, list[PrintedLine]]] = []
    for page in pages:
        printed = without_marks(page.characters, page.rules)
        here = [(grid, list[Word]()) for grid in grids_of(printed.rules)]
        outside: list[Word] = []
        for word in words_of(printed.characters):
            home = next((words for grid, words in here if inside(word.box, grid.box)), outside)
            home.append(word)
        tables.append([(grid, words) for grid, words in here if words])
        lines.append((page.number, page.height, lines_of(outside)))
    items: list[Item] = []
    for page, grids, kept, state in zip(pages, tables, without_margins(lines), states, strict=True):
        placed: list[tuple[float, Item]] = [(line.box[1], PlacedLine(line, page.number)) for line in kept]
        placed += [(grid.box[1], (grid, words, page.number)) for grid, words in grids]
        placed += [(box[1], (box, page.number)) for box in _pictures(page, state)]
        items += [item for _, item in sorted(placed, key=lambda pair: pair[0])]
    return _with_columns(items, [page.height for page in pages])


def _with_columns(items: list[Item], heights: Sequence[float]) -> list[Item]:
    """The items, where a table runs over pages one piece behind the other, with the same columns in all of them."""
    result: list[Item] = []
    run: list[PlacedGrid] = []
    between: list[Item] = []
    moved: list[Item] = []
    size = size_of([item for item in items if isinstance(item, PlacedLine)])
    for item in [*items, None]:
        grid = item if isinstance(item, tuple) and len(item) == 3 else None
        if run and grid and grid[2] > run[-1][2] and continues(run[-1][0], grid[0]):
            moved += between
            run.append(grid)
            between = []
        elif run and isinstance(item, PlacedLine) and is_furniture(item, heights[item.page - 1], size):
            between.append(item)
        else:
            grids = aligned([each for each, _, _ in run]) if run else []
            result += [(new, words, page) for new, (_, words, page) in zip(grids, run, strict=True)]
            result += [*moved, *between]
            run, between, moved = [grid] if grid else [], [], []
            if item is not None and grid is None:
                result.append(item)
    return result


def _pictures(page: Page, state: PageState) -> list[Box]:
    """The pictures of a page that may stand for a part of the report."""
    if state is PageState.UNREAD:
        return [(0.0, 0.0, page.width, page.height)]
    if state is PageState.READ:
        return [box for box in page.pictures if _is_wide(box, page) and not is_scan(box, page.width, page.height)]
    return []


def _is_wide(box: Box, page: Page) -> bool:
    return box[2] - box[0] > _WIDE_PICTURE * page.width and box[3] - box[1] > page.height / 20


def _blocks(items: Sequence[Item], margins: Margins) -> list[Block]:
    script = Script()
    blocks: list[Block] = []
    prose: list[PlacedLine] = []
    for item in [*items, None]:
        if isinstance(item, PlacedLine):
            prose.append(item)
            continue
        blocks += _prose(prose, margins, script)
        prose = []
        if item is None:
            break
        if len(item) == 3:
            blocks.append(table_of(*item, script))
        else:
            script.write("\n")
            blocks.append(Image(Location(script.length - 1, script.length, page=item[1], box=item[0])))
    return blocks


def _prose(prose: Sequence[PlacedLine], margins: Margins, script: Script) -> list[Block]:
    """The blocks of the lines between two tables; a table without rules is told by its words."""
    if not prose:
        return []
    spans = [write_paragraph(group, script) for group in paragraph_lines(prose, margins)]
    first = spans[0][0]
    text = script.text(first)
    lines: list[Line] = [make_line(plain(text[start - first : end - first], start)) for start, end in spans]
    return [script.place_block(block) for block in read_lines(lines, None)]
