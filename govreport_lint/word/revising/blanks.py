"""Text put into a paragraph that holds none, as a tracked change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...document import Location
from ..markup.tree import Span, WordParagraph, WordText
from .rewordings import Rewording

_NUMBER = re.compile(r"[\d.,]+")
# Formatting that belongs to one run only: tracked, raised, hidden.
_OWN = re.compile(rb"<\w+:(?:rPrChange|ins|del|moveFrom|moveTo|vertAlign|vanish|strike|dstrike)\b")
_MARK = re.compile(rb"<w:pPr\b[^>]*>.*?(<w:rPr\b[^>]*(?<!/)>.*?</w:rPr>).*?</w:pPr>", re.DOTALL)


class Blank(Struct, frozen=True):
    """A paragraph's own bytes that are replaced: ``before`` and ``after`` stand around what is put in.

    ``properties`` is the formatting that it is given, empty for none.
    """

    place: Span
    before: bytes
    after: bytes
    properties: bytes
    text: str


def blank_of(text: WordText, rewording: Rewording) -> Blank | None:
    """Where a rewording goes that puts text into an empty paragraph of a cell or of the body; None for another one."""
    if rewording.printed or not rewording.text:
        return None
    paragraphs = text.paragraphs
    own = [
        (index, each)
        for index, each in enumerate(paragraphs)
        if _is_in(each.location, rewording.location) and not each.text.strip() and each.host is None
    ]
    if not own:
        return None
    index, paragraph = own[0]
    properties = _neighbour(text, index) or _mark(text, paragraph)
    return _blank(text.source, paragraph, properties, rewording.text)


def _is_in(location: Location, wanted: Location) -> bool:
    same = (location.table, location.row, location.cell) == (wanted.table, wanted.row, wanted.cell)
    return same and (wanted.paragraph is None or location.paragraph == wanted.paragraph)


def _blank(source: bytes, paragraph: WordParagraph, properties: bytes, text: str) -> Blank:
    element = paragraph.element
    if paragraph.inside is not None:
        at = paragraph.inside.end
        return Blank(Span(at, at), b"", b"", properties, text)
    tag = source[element.start : element.end]
    name = tag[1:].split(None, 1)[0].rstrip(b"/>")
    opened = tag.rstrip()[:-1].rstrip().removesuffix(b"/").rstrip() + b">"
    return Blank(element, opened, b"</%s>" % name, properties, text)


def _neighbour(text: WordText, index: int) -> bytes:
    """The formatting of a figure in the same row, else in the same table."""
    own = text.paragraphs[index].location
    if own.table is None:
        return b""
    others = [each for each in _near(text.paragraphs, index) if each.location.table == own.table]
    rows = [each for each in others if each.location.row == own.row]
    for each in (*rows, *others):
        if _NUMBER.fullmatch(each.text.strip()) and each.pieces:
            span = each.pieces[0].run.properties
            found = text.source[span.start : span.end] if span else b""
            return b"" if _OWN.search(found) else found
    return b""


def _near(paragraphs: Sequence[WordParagraph], index: int, most: int = 400) -> list[WordParagraph]:
    around = range(max(0, index - most), min(len(paragraphs), index + most))
    return [paragraphs[at] for at in sorted(around, key=lambda at: abs(at - index)) if at != index]


def _mark(text: WordText, paragraph: WordParagraph) -> bytes:
    """The formatting of the paragraph's own end, which Word gives to what is typed there."""
    match = _MARK.search(text.source, paragraph.element.start, paragraph.element.end)
    found = match[1] if match else b""
    return b"" if _OWN.search(found) else found
