"""The body of a report within a page: from its title to its signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Block, Document, Heading, Paragraph, Passage, join
from .footers import is_footer, is_metadata
from .report_titles import TitleWords, names_organ, parse_title, title_at_beginning
from .signature_lines import is_organ_line, signature_date

_YEAR_LINE = re.compile(r"\s*[\d二〇○零一三四五六七八九]{4}\s*年度?\s*")
_NEAR = 12
_PROSE = 25


class TitleLine(Struct, frozen=True):
    """The title line of a report: text, words, and the block and offset at which it has ended."""

    text: Passage
    words: TitleWords
    block: int
    offset: int = 0


def title_line(document: Document, first: int) -> TitleLine | None:
    """The title among the blocks before the first section: the most complete, then the nearest to it.

    A title without an organ is believed only close to the report, where no menu of the site can stand.
    """
    best: tuple[tuple[bool, bool, int], TitleLine] | None = None
    prose = _first_prose(document, first)
    for index in range(min(first + 1, len(document.blocks))):
        for line in title_lines(document, index):
            near = index >= prose - _NEAR and (line.words.year is not None or line.offset > 0)
            if line.words.organ is None and not (near or isinstance(document.blocks[index], Heading)):
                continue
            key = (line.words.organ is not None, line.words.year is not None, index)
            if best is None or key >= best[0]:
                best = (key, line)
    return best[1] if best else None


def body_start(document: Document, first: int) -> tuple[int, int]:
    """The block, and the offset in it, at which the text of the report begins, after its title."""
    line = title_line(document, first)
    if line:
        return line.block, line.offset
    start = first
    for index in range(min(first, len(document.blocks)) - 1, -1, -1):
        block = document.blocks[index]
        if isinstance(block, Heading | Paragraph):
            if not _is_prose(block.text.text):
                break
            start = index
    if start == len(document.blocks):
        return 0, 0
    return start, 0


def body_end(document: Document, last: int) -> int:
    """The block after the report's last: after its signature date, or where the page's own text goes on."""
    for index in range(last + 1, len(document.blocks)):
        block = document.blocks[index]
        if not isinstance(block, Heading | Paragraph):
            continue
        text = block.text.text
        if is_footer(text):
            return index
        if signature_date(text):
            return index + 1 + _organ_follows(document, index + 1)
    return len(document.blocks)


def _organ_follows(document: Document, index: int) -> int:
    block = document.blocks[index] if index < len(document.blocks) else None
    previous = document.blocks[index - 2] if index >= 2 else None
    if isinstance(previous, Heading | Paragraph) and is_organ_line(previous.text.text):
        return 0
    return int(isinstance(block, Heading | Paragraph) and is_organ_line(block.text.text))


def title_lines(document: Document, index: int) -> list[TitleLine]:
    """What in a block may be the title of a report, alone or with the line before it."""
    block = document.blocks[index]
    if not isinstance(block, Heading | Paragraph):
        return []
    text = block.text
    glued = title_at_beginning(text.text)
    if glued and len(text.text) > glued:
        words = parse_title(text.text[:glued])
        return [TitleLine(text.cut(0, glued), words, index, glued)] if words else []
    found = []
    words = parse_title(text.text)
    if words:
        found.append(TitleLine(text, words, index + 1))
    if not (words and words.organ):
        found += _with_lines_above(document, index)
    return found


def _with_lines_above(document: Document, index: int) -> Iterator[TitleLine]:
    """The line with the one or two above it, which may name the organ and the year."""
    line = _text_of(document.blocks[index])
    whole = [line.strip()] if line else []
    for above in document.blocks[max(0, index - 2) : index][::-1]:
        text = _text_of(above)
        if text is None or is_metadata(text.text):
            return
        whole.insert(0, text.strip())
        both = join(whole)
        words = parse_title(both.text)
        if words and names_organ(words) and (len(whole) == 2 or _YEAR_LINE.fullmatch(whole[1].text)):
            yield TitleLine(both, words, index + 1)


def _text_of(block: Block) -> Passage | None:
    return block.text if isinstance(block, Heading | Paragraph) else None


def _first_prose(document: Document, first: int) -> int:
    for index in range(min(first, len(document.blocks))):
        block = document.blocks[index]
        if isinstance(block, Paragraph) and _is_prose(block.text.text) and not parse_title(block.text.text):
            return index
    return first


def _is_prose(text: str) -> bool:
    return (
        len(text) >= _PROSE and any(mark in text for mark in "。，,") and not is_footer(text) and not is_metadata(text)
    )
