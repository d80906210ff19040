"""Where in the bytes of a document a remark begins and ends."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from ...document import Location
from ..markup.tree import Piece, Run, Span, WordParagraph, WordText

_CHARACTER = re.compile(r"\r\n|&[^;]*;|.", re.DOTALL)


class Mark(Struct, frozen=True):
    """A place for a mark: between two elements; within the text of ``run``; or in ``empty``, a paragraph's only tag."""

    at: int
    run: Run | None = None
    empty: Span | None = None


class Anchor(Struct, frozen=True):
    """From where to where a remark reaches; both the same for one that stands at a point."""

    start: Mark
    end: Mark

    @property
    def is_point(self) -> bool:
        """Whether nothing lies between."""
        return self.start == self.end


def anchor(text: WordText, location: Location) -> Anchor:
    """The anchor of a place: the stretch of a paragraph, or what stands in a cell; of a whole table its first cell.

    A place that the document does not have is its first paragraph. Raises ``ValueError`` for a document without any.
    """
    paragraphs = text.paragraphs
    index = max(0, bisect_right(paragraphs, location.start, key=lambda each: each.location.start) - 1)
    first = last = _with_text(paragraphs, index, location)
    start, end = location.start - first.location.start, location.end - first.location.start
    if first.location.table is not None or start >= end or not 0 <= start < len(first.text):
        last = _last_of_cell(paragraphs, first) if location.cell is not None else first
        start, end = 0, last.location.end - last.location.start
    if first.host:
        return Anchor(Mark(first.host.start), Mark(first.host.end))
    if not first.pieces or not last.pieces:
        point = _point(first)
        return Anchor(point, point)
    return Anchor(_start(text.source, first, start), _end(text.source, last, min(end, len(last.text))))


def _with_text(paragraphs: Sequence[WordParagraph], index: int, location: Location) -> WordParagraph:
    """The paragraph at the place; of a larger place the first one in it that has text."""
    if not paragraphs:
        raise ValueError("no paragraph")
    for paragraph in paragraphs[index:]:
        if paragraph.location.start >= max(location.end, location.start + 1):
            break
        if paragraph.pieces:
            return paragraph
    return paragraphs[index]


def _last_of_cell(paragraphs: Sequence[WordParagraph], first: WordParagraph) -> WordParagraph:
    """The last paragraph with text in the same cell."""
    at = first.location
    same = (
        each
        for each in paragraphs
        if (each.location.table, each.location.row, each.location.cell) == (at.table, at.row, at.cell)
    )
    return [first, *(each for each in same if each.pieces and not each.host)][-1]


def _point(paragraph: WordParagraph) -> Mark:
    if paragraph.inside is None:
        return Mark(paragraph.element.start, empty=paragraph.element)
    return Mark(paragraph.inside.start)


def _start(source: bytes, paragraph: WordParagraph, offset: int) -> Mark:
    pieces = paragraph.pieces
    piece = next((each for each in pieces if offset < each.at + each.length), pieces[-1])
    inner = max(0, offset - piece.at)
    first = next(each for each in pieces if each.run == piece.run) is piece
    if piece.run.whole or piece.content is None or (first and not inner):
        return Mark(piece.run.element.start)
    return Mark(byte_of(source, piece, inner), piece.run)


def _end(source: bytes, paragraph: WordParagraph, offset: int) -> Mark:
    pieces = paragraph.pieces
    piece = next((each for each in reversed(pieces) if each.at < offset), pieces[0])
    inner = offset - piece.at
    last = next(each for each in reversed(pieces) if each.run == piece.run) is piece
    if piece.run.whole or piece.content is None or (last and inner >= piece.length):
        return Mark(piece.run.element.end)
    return Mark(byte_of(source, piece, inner), piece.run)


def byte_of(source: bytes, piece: Piece, offset: int) -> int:
    """Where in the bytes of a text its character ``offset`` begins; an entity is one character."""
    assert piece.content is not None
    text = source[piece.content.start : piece.content.end].decode()
    characters = [match[0] for match in _CHARACTER.finditer(text)][:offset]
    return piece.content.start + len("".join(characters).encode())
