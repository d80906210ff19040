"""The official sections of a report: where they begin, what stands in them, where the report ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Document, Heading, Image, Paragraph, Passage
from ...form import Form
from ...report import Section
from .footers import is_footer, is_metadata
from .report_body import body_end, body_start
from .report_titles import parse_title
from .section_candidates import Candidate, choose_titles

_WORDS = re.compile(r"\w")


class Sections(Struct, frozen=True):
    """The sections in the order of the document.

    ``preamble`` are the report's paragraphs before section one; ``block_sections`` gives for each index of
    ``document.blocks`` the official number of the section in which the block stands (None: in none);
    ``start`` and ``end`` are the block indices of the report's body, end exclusive; ``passages`` are the
    paragraphs of the body in order, each with its section's number (None: preamble), titles left out.
    """

    sections: tuple[Section, ...]
    preamble: tuple[Passage, ...]
    block_sections: tuple[int | None, ...]
    start: int
    end: int
    passages: tuple[tuple[int | None, Passage], ...]


class _Piece(Struct, frozen=True):
    """A stretch of text of the body: the title under which it stands, as an index; -1 before the first."""

    title: int
    passage: Passage


def find_sections(document: Document, forms: tuple[Form, ...]) -> Sections:
    """The sections of a report; a report without any has none, and everything in it is preamble."""
    titles = choose_titles(document, forms)
    first = titles[0].block if titles else len(document.blocks)
    end = body_end(document, titles[-1].block if titles else 0)
    start, offset = body_start(document, first)
    pieces = tuple(_pieces(document, titles, (start, offset), end))
    sections = tuple(_section(document, titles, index, end, pieces) for index in range(len(titles)))
    numbers = [title.match.number for title in titles]
    return Sections(
        sections=sections,
        preamble=tuple(piece.passage for piece in pieces if piece.title < 0),
        block_sections=_block_sections(document, titles, end),
        start=start,
        end=end,
        passages=tuple((numbers[p.title] if p.title >= 0 else None, p.passage) for p in pieces),
    )


def _pieces(document: Document, titles: tuple[Candidate, ...], start: tuple[int, int], end: int) -> Iterator[_Piece]:
    """The paragraphs of the body; a paragraph into which titles are glued is cut at them."""
    current = -1
    for index in range(start[0], end):
        block = document.blocks[index]
        if not isinstance(block, Heading | Paragraph):
            continue
        at = start[1] if index == start[0] else 0
        while current + 1 < len(titles) and titles[current + 1].block == index:
            title = titles[current + 1]
            yield from _piece(current, block.text, at, title.at)
            current, at = current + 1, title.match.end
        if not (current < 0 and at == 0 and _is_page_text(block.text.text)):
            yield from _piece(current, block.text, at, len(block.text.text))


def _piece(title: int, text: Passage, start: int, end: int) -> Iterator[_Piece]:
    if _WORDS.search(text.text, start, end):
        yield _Piece(title, text.cut(start, end).strip())


def _is_page_text(text: str) -> bool:
    return is_metadata(text) or is_footer(text) or parse_title(text) is not None


def _section(
    document: Document, titles: tuple[Candidate, ...], index: int, end: int, pieces: tuple[_Piece, ...]
) -> Section:
    title = titles[index]
    block = document.blocks[title.block]
    assert isinstance(block, Heading | Paragraph)
    stop = titles[index + 1].block if index + 1 < len(titles) else end
    return Section(
        number=title.match.number,
        title=block.text.text[title.match.start : title.match.end].strip(" 。：:\u3000*"),
        printed_number=title.match.printed,
        location=block.text.locate(title.at, title.match.end),
        blocks=(title.block, stop),
        paragraphs=tuple(piece.passage for piece in pieces if piece.title == index),
        images=sum(isinstance(found, Image) for found in document.blocks[title.block : stop]),
    )


def _block_sections(document: Document, titles: tuple[Candidate, ...], end: int) -> tuple[int | None, ...]:
    numbers: list[int | None] = []
    current, waiting = None, list(titles)
    for index in range(len(document.blocks)):
        own = [title for title in waiting if title.block == index]
        waiting = waiting[len(own) :]
        if own and own[0].at == 0:
            current = own[0].match.number
        numbers.append(current if index < end else None)
        if own:
            current = own[-1].match.number
    return tuple(numbers)
