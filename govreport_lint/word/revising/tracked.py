"""Rewordings written into the bytes of a document as tracked changes; every other byte stays what it is.

A run in which something changes is parted, each part with the run's own formatting, as Word does it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

from ..marking.anchors import byte_of
from ..marking.marks import word_namespace
from ..markup.tree import Piece, WordText
from .blanks import Blank, blank_of
from .rewordings import Part, Rewording, parts_of

_TAG = re.compile(rb"<([^\s/>]+)[^>]*>")
_ID = re.compile(
    rb"""<[\w.-]*:?(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange|bookmarkStart|comment\w*)\b[^>]*?\bid=["'](\d{1,9})["']"""
)


class Author(Struct, frozen=True):
    """Whose changes they are, and when they were made (an ISO date and time; None: not said)."""

    name: str
    date: str | None = None


def with_rewordings(text: WordText, rewordings: Sequence[Rewording], author: Author) -> bytes | None:
    """The bytes of the document with rewordings that do not overlap; None where one of them cannot be tracked."""
    pieces: dict[int, list[Part]] = {}
    blanks: list[Blank] = []
    for rewording in rewordings:
        parts = parts_of(text, rewording)
        blank = blank_of(text, rewording) if parts is None else None
        if blank is not None:
            blanks.append(blank)
            continue
        if parts is None:
            return None
        for part in parts:
            assert part.piece.content is not None
            pieces.setdefault(part.piece.content.start, []).append(part)
    writer = _Writer(text, author)
    changes = [writer.piece(parts[0].piece, parts) for _, parts in sorted(pieces.items())]
    changes += [writer.blank(blank) for blank in blanks]
    written: list[bytes] = []
    done = 0
    for start, end, changed in sorted(changes):
        written += [text.source[done:start], changed]
        done = end
    return b"".join([*written, text.source[done:]])


class _Writer:
    """Writes the pieces that change; the changes are numbered through."""

    def __init__(self, text: WordText, author: Author) -> None:
        self._source = text.source
        self._declaration = word_namespace(text.source).declaration
        date = f" w:date={quoteattr(author.date)}" if author.date else ""
        self._given = f" w:author={quoteattr(author.name)}{date}".encode()
        self._number = max((int(match[1]) for match in _ID.finditer(text.source)), default=0)

    def piece(self, piece: Piece, parts: Sequence[Part]) -> tuple[int, int, bytes]:
        """From where to where the element of a text reaches, and what stands in its place."""
        assert piece.content is not None
        source, content = self._source, piece.content
        start = source.rfind(b"<", 0, content.start)
        end = source.index(b">", content.end) + 1
        tag, run = _TAG.match(source, start), _TAG.match(source, piece.run.element.start)
        assert tag is not None and run is not None
        own = piece.run.properties
        again = run[0] + (source[own.start : own.end] if own else b"")
        name, close = tag[1], b"</%s>" % run[1]
        written: list[bytes] = []
        at = content.start
        for part in sorted(parts, key=lambda each: each.start):
            first, last = byte_of(source, piece, part.start), byte_of(source, piece, part.end)
            written += [_text(name, source[at:first]), close]
            gone = name.replace(b":t", b":delText") if b":" in name else b"delText"
            if first < last:
                written.append(self._change(b"del", again + _text(gone, source[first:last]) + close))
            if part.text:
                new = escape(part.text).encode()
                written.append(self._change(b"ins", again + _text(name, new) + close))
            written.append(again)
            at = last
        written.append(_text(name, source[at : content.end]))
        return start, end, b"".join(written)

    def blank(self, blank: Blank) -> tuple[int, int, bytes]:
        """What stands in the place of an empty paragraph, or at its end."""
        text = _text(b"w:t", escape(blank.text).encode())
        changed = self._change(b"ins", b"<w:r>" + blank.properties + text + b"</w:r>")
        return blank.place.start, blank.place.end, blank.before + changed + blank.after

    def _change(self, name: bytes, inner: bytes) -> bytes:
        self._number += 1
        given = b'%s w:id="%d"%s' % (self._declaration, self._number, self._given)
        return b"<w:%s%s>%s</w:%s>" % (name, given, inner, name)


def _text(name: bytes, characters: bytes) -> bytes:
    """A text element; without characters there is none."""
    return b'<%s xml:space="preserve">%s</%s>' % (name, characters, name) if characters else b""
