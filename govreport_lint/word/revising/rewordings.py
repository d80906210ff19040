"""Rewordings of a document, laid on the pieces of text that they touch."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from ...document import Location
from ..markup.tree import Piece, WordParagraph, WordText

_OPENED = (b"ins", b"del", b"moveFrom", b"moveTo")


class Rewording(Struct, frozen=True):
    """Printed characters and what is to stand in their place; ``printed`` is empty where something is put in."""

    location: Location
    printed: str
    text: str


class Part(Struct, frozen=True):
    """What a rewording does to one piece: its characters ``start`` to ``end`` go, ``text`` comes behind them."""

    piece: Piece
    start: int
    end: int
    text: str


def parts_of(text: WordText, rewording: Rewording) -> tuple[Part, ...] | None:
    """The parts of a rewording; None where it cannot be tracked: a number that Word counts itself, a symbol, a formula,
    or text in somebody's own tracked change."""
    paragraph = _paragraph(text.paragraphs, rewording.location)
    if paragraph is None:
        return None
    first = rewording.location.start - paragraph.location.start
    last = first + len(rewording.printed)
    if paragraph.text[first:last] != rewording.printed:
        return None
    found = _parts(paragraph, first, last, rewording.text)
    if not found or any(not _is_plain(text.source, paragraph, part.piece) for part in found):
        return None
    return found


def _paragraph(paragraphs: Sequence[WordParagraph], location: Location) -> WordParagraph | None:
    index = bisect_right(paragraphs, location.start, key=lambda each: each.location.start) - 1
    while index >= 0 and paragraphs[index].location.spot != location.spot:
        index -= 1
    found = paragraphs[index] if index >= 0 else None
    return found if found and found.location.start <= location.start and location.end <= found.location.end else None


def _parts(paragraph: WordParagraph, first: int, last: int, wanted: str) -> tuple[Part, ...]:
    if first < paragraph.label:
        return ()
    if first == last:
        before = [piece for piece in paragraph.pieces if piece.at < first <= piece.at + piece.length]
        piece = next(iter(before), paragraph.pieces[0] if paragraph.pieces else None)
        return (Part(piece, first - piece.at, first - piece.at, wanted),) if piece else ()
    touched = [piece for piece in paragraph.pieces if piece.at < last and first < piece.at + piece.length]
    return tuple(
        Part(piece, max(0, first - piece.at), min(piece.length, last - piece.at), "" if number else wanted)
        for number, piece in enumerate(touched)
    )


def _is_plain(source: bytes, paragraph: WordParagraph, piece: Piece) -> bool:
    """Whether a piece is the text of a run of its own, in no tracked change."""
    if piece.content is None or piece.run.whole or paragraph.host:
        return False
    before = source[paragraph.element.start : piece.run.element.start]
    return all(_opened(before, name) == before.count(b":%s>" % name) for name in _OPENED)


def _opened(before: bytes, name: bytes) -> int:
    """How many elements of a name were opened; one that is a whole tag is not."""
    import re

    return sum(not match[0].endswith(b"/>") for match in re.finditer(rb"<\w+:%s(?=[\s>/])[^>]*>" % name, before))
