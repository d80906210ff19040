"""HTML inside Markdown: where its tables are, and their blocks with places that count in the whole text."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...document import Block, Cell, Comment, Document, Heading, Image, Location, Paragraph, Passage, Run, Table

_MARK = re.compile(
    r"^ {0,3}(?P<fence>`{3,}|~{3,})|(?P<open><table\b)|(?P<close></table\s*>)", re.MULTILINE | re.IGNORECASE
)


def table_spans(text: str) -> list[tuple[int, int]]:
    """From each ``<table`` to its ``</table>``, nested ones counted: CommonMark ends them at a blank line.

    A table that is never closed goes on to the end of the text if it begins a line. Code is left alone.
    """
    spans: list[tuple[int, int]] = []
    fence, depth, start = "", 0, 0
    for match in _MARK.finditer(text):
        if match["fence"]:
            fence = fence if depth else _next_fence(fence, match["fence"])
        elif fence:
            continue
        elif match["open"]:
            start = start if depth else match.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                spans.append((start, match.end()))
    if depth and not text[text.rfind("\n", 0, start) + 1 : start].strip():
        spans.append((start, len(text)))
    return spans


def _next_fence(fence: str, mark: str) -> str:
    if not fence:
        return mark
    return "" if mark[0] == fence[0] and len(mark) >= len(fence) else fence


def read_part(text: str, start: int, end: int) -> Document:
    """The HTML that stands from ``start`` to ``end``, as a document whose places count in the whole text."""
    # Loaded where there is HTML: plain Markdown does not need it.
    from ..html.reader import read_html

    part = read_html(text[start:end], "")
    comments = tuple(Comment(one.text, _moved(one.location, start)) for one in part.comments)
    return replace(part, blocks=tuple(_shift(block, start) for block in part.blocks), comments=comments)


def _shift(block: Block, by: int) -> Block:
    if isinstance(block, Table):
        return _shift_table(block, by)
    if isinstance(block, Image):
        return replace(block, location=_moved(block.location, by))
    return _shift_text(block, by)


def _shift_text(block: Heading | Paragraph, by: int) -> Heading | Paragraph:
    return replace(block, text=_shift_passage(block.text, by))


def _shift_table(table: Table, by: int) -> Table:
    # A merged cell is one object in every place it covers, and stays one.
    moved: dict[int, Cell] = {}
    for row in table.rows:
        for cell in row:
            if id(cell) not in moved:
                moved[id(cell)] = replace(cell, text=_shift_passage(cell.text, by))
    rows = tuple(tuple(moved[id(cell)] for cell in row) for row in table.rows)
    return Table(rows, _moved(table.location, by))


def _shift_passage(passage: Passage, by: int) -> Passage:
    runs = tuple(Run(run.at, _moved(run.location, by), run.exact) for run in passage.runs)
    return Passage(passage.text, runs)


def _moved(location: Location, by: int) -> Location:
    return replace(location, start=location.start + by, end=location.end + by)
