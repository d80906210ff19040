"""A line of text: what it is, and its cells where it holds several."""

from __future__ import annotations

import re

from msgspec import Struct

from ...document import Image, Passage
from ..blocks.source_passages import cut_all, stripped
from .cell_rows import holds_only_bars, is_rule, split_cells, split_gaps
from .line_kinds import Kind, kind_of, labelled

# What programs leave of a picture where they copy the text alone.
_PICTURE = re.compile(r"[\[【(（]\s*(?:图片|图像|附图|image|嵌入对象|对象)\s*\d{0,3}\s*[\]】)）]", re.IGNORECASE)
_IN_CELLS = frozenset({Kind.LABEL, Kind.PIECE, Kind.VALUE})
_NO_BARS: frozenset[int] = frozenset()


class Line(Struct, frozen=True):
    """A line and what it is. ``cells`` are those of a row; ``fresh`` says that it begins a paragraph."""

    text: Passage
    kind: Kind
    indent: int = 0
    fresh: bool = False
    cells: tuple[Passage, ...] = ()
    image: Image | None = None


def make_line(raw: Passage, fresh: bool = False, kept: frozenset[int] = _NO_BARS, table: bool = False) -> Line:
    """A line of a text, white space around it included.

    ``kept`` are pipes that separate nothing; ``table`` says that the line stands in a table for certain.
    """
    source = raw.text
    text = stripped(raw)
    if _PICTURE.fullmatch(text.text):
        return Line(text, Kind.IMAGE, image=Image(text.location, text.text))
    if "\t" in source or "|" in source:
        return _row_line(raw, text, fresh, kept, table)
    kind = kind_of(text.text)
    indent = len(source) - len(source.lstrip()) if source[:1].isspace() else 0
    if indent and "\u3000" in source[:indent]:
        indent += source[:indent].count("\u3000")
    if kind is Kind.LABELLED:
        return Line(text, kind, indent, fresh, _labelled_cells(text))
    if kind is Kind.VALUE and len(text.text.split()) > 2:
        return Line(text, kind, indent, fresh, _words(text))
    if kind is Kind.TEXT and (cells := split_gaps(text)):
        return Line(text, Kind.ROW, indent, fresh, tuple(cells))
    return Line(text, kind, indent, fresh)


def _row_line(raw: Passage, text: Passage, fresh: bool, kept: frozenset[int], table: bool) -> Line:
    if is_rule(text.text):
        return Line(text, Kind.RULE)
    if holds_only_bars(text.text):
        return Line(text, Kind.BLANK)
    cells = split_cells(raw, kept, table)
    if cells is None:
        return Line(text, kind_of(text.text), fresh=fresh)
    filled = [cell for cell in cells if cell.text]
    if len(filled) > 1 or (not filled and len(cells) > 1):
        return Line(text, Kind.ROW, fresh=fresh, cells=tuple(cells))
    if not filled:
        return Line(text, Kind.BLANK)
    return _single(filled[0], cells, fresh, text.text.startswith("|"))


def _single(only: Passage, cells: list[Passage], fresh: bool, opened: bool) -> Line:
    kind = kind_of(only.text)
    if len(cells) > 1 and (kind in _IN_CELLS or (opened and kind is not Kind.TITLE)):
        return Line(only, Kind.ROW, fresh=fresh, cells=tuple(cells))
    return Line(only, kind, fresh=fresh, cells=_labelled_cells(only) if kind is Kind.LABELLED else tuple(cells))


def _labelled_cells(text: Passage) -> tuple[Passage, ...]:
    return tuple(cut_all(text, labelled(text.text) or [(0, len(text.text))]))


def _words(text: Passage) -> tuple[Passage, ...]:
    spans, at = [], 0
    for word in text.text.split():
        at = text.text.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    return tuple(cut_all(text, spans))
