"""Writing the marks of remarks into the bytes of a document; every other byte stays what it is.

Only a run in whose middle a remark begins or ends is parted in two, each with the run's own formatting, as Word
does it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..markup.tree import WordText
from ..package.names import STRICT, TRANSITIONAL
from .anchors import Anchor, Mark

_TAG = re.compile(rb"<([^\s/>]+)[^>]*>")
_HEAD = 65_536
# At one place remarks end, then those at a point stand, then others begin.
_ENDS, _POINTS, _STARTS = range(3)


def with_marks(text: WordText, anchors: Iterable[tuple[int, Anchor]]) -> bytes:
    """The bytes of the document with the marks of remarks, given by their ids."""
    space = word_namespace(text.source)
    marks: dict[Mark, list[tuple[int, int, bytes]]] = {}
    for number, anchor in anchors:
        start, end = _mark("commentRangeStart", number, space), _mark("commentRangeEnd", number, space)
        end += b"<w:r%s>%s</w:r>" % (space.declaration, _mark("commentReference", number, space))
        if anchor.is_point:
            marks.setdefault(anchor.start, []).append((_POINTS, number, start + end))
            continue
        marks.setdefault(anchor.start, []).append((_STARTS, number, start))
        marks.setdefault(anchor.end, []).append((_ENDS, number, end))
    return _spliced(text.source, marks)


class Namespace:
    """Word's namespace as a document writes it; ``declaration`` where its prefix ``w`` is not declared at the root."""

    def __init__(self, uri: str, declared: bool) -> None:
        self.uri = uri
        self.declaration = b"" if declared else f' xmlns:w="{uri}"'.encode()


def word_namespace(source: bytes) -> Namespace:
    """The namespace of a part by its root element."""
    head = source[:_HEAD]
    match = re.search(rb"""xmlns:w\s*=\s*["']([^"']+)["']""", head)
    found = match[1].decode("utf-8", "replace") if match else ""
    if found in (TRANSITIONAL, STRICT):
        return Namespace(found, True)
    return Namespace(STRICT if STRICT.encode() in head else TRANSITIONAL, False)


def _mark(name: str, number: int, space: Namespace) -> bytes:
    return b'<w:%s%s w:id="%d"/>' % (name.encode(), space.declaration, number)


def _spliced(source: bytes, marks: dict[Mark, list[tuple[int, int, bytes]]]) -> bytes:
    parts: list[bytes] = []
    done = 0
    for mark in sorted(marks, key=lambda each: (each.at, each.run is not None)):
        written = b"".join(entry[2] for entry in sorted(marks[mark]))
        if mark.empty is not None:
            tag = _TAG.match(source, mark.at)
            assert tag is not None
            parts += [source[done : tag.end() - 2], b">", written, b"</%s>" % tag[1]]
            done = tag.end()
            continue
        parts.append(_kept_space(source, done, mark) if mark.run else source[done : mark.at])
        parts.append(_parted(source, mark, written) if mark.run else written)
        done = mark.at
    return b"".join([*parts, source[done:]])


def _kept_space(source: bytes, done: int, mark: Mark) -> bytes:
    """The bytes up to a mark within a text; white space that comes to stand at the text's end is kept."""
    before = source[done : mark.at]
    at = before.rfind(b"<")
    tag = _TAG.match(before, at) if at >= 0 else None
    if tag is None or not before[-1:].isspace() or b"xml:space" in tag[0]:
        return before
    return before[: tag.end() - 1] + b' xml:space="preserve"' + before[tag.end() - 1 :]


def _parted(source: bytes, mark: Mark, written: bytes) -> bytes:
    """The run ended, the marks, and the run begun again with the same formatting."""
    assert mark.run is not None
    run = _TAG.match(source, mark.run.element.start)
    text = _TAG.match(source, source.rfind(b"<", 0, mark.at))
    assert run is not None and text is not None
    own = mark.run.properties
    properties = source[own.start : own.end] if own else b""
    again = b'<%s xml:space="preserve">' % text[1]
    return b"</%s></%s>%s%s%s%s" % (text[1], run[1], written, run[0], properties, again)
