"""Splitting prose into sentences and clauses, with their positions; brackets stay in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

_MARK = re.compile(r"[。！？!?\n\r\u2028.（）()]")
# a half-width full stop ends a sentence only where it is no decimal point and no numbering
_END = re.compile(r"[。！？!?\n\r\u2028]+[”’」』]*|(?<![0-9A-Za-z.])\.(?![A-Za-z.])")
_CLAUSE = re.compile(r"[，,；;：:、（）()]")

_CLAUSE_END = re.compile(r"[，,；;：:。！？!?（）()]")
# Every number keeps its sentence, so what goes on without a full stop is cut at the last clause of so many characters.
_LONGEST = 2_000


class Span(Struct, frozen=True):
    """A piece of a text from ``start`` to ``end`` (exclusive)."""

    start: int
    end: int


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a text in order, their final mark included; empty ones are left out.

    A mark within brackets ends nothing, unless the bracket is never closed. What is far too long is cut at a clause.
    """
    for span in _sentences(text):
        start = span.start
        while span.end - start > _LONGEST:
            cut = max(text.rfind(mark, start + 1, start + _LONGEST) for mark in "，,；;、") + 1 or start + _LONGEST
            yield Span(start, cut)
            start = cut
        yield Span(start, span.end)


def _sentences(text: str) -> Iterator[Span]:
    closed = _closed_brackets(text)
    start, inside = 0, 0
    for mark in _MARK.finditer(text):
        if mark[0] in "（(":
            inside += mark.start() in closed
        elif mark[0] in "）)":
            inside -= mark.start() in closed
        elif not inside and mark.start() >= start:
            end = _END.match(text, mark.start())
            if end:
                if text[start : end.end()].strip():
                    yield Span(start, end.end())
                start = end.end()
    if text[start:].strip():
        yield Span(start, len(text))


def clause_start(text: str, at: int, reach: int = 60) -> int:
    """Where the clause that holds the position ``at`` begins, looking back ``reach`` characters at most."""
    low = max(0, at - reach)
    start = low
    for mark in _CLAUSE.finditer(text, low, at):
        start = mark.end()
    return start


def clause_end(text: str, at: int, reach: int = 60) -> int:
    """Where the clause that holds the position ``at`` ends, looking ahead ``reach`` characters at most.

    A list goes on after 、: what is said at its end is said of all of it.
    """
    mark = _CLAUSE_END.search(text, at, at + reach)
    return mark.start() if mark else min(len(text), at + reach)


def _closed_brackets(text: str) -> frozenset[int]:
    """The positions of the brackets that have a partner."""
    if "（" not in text and "(" not in text:
        return frozenset()
    opened: list[int] = []
    closed: list[int] = []
    for mark in re.finditer(r"[（(）)]", text):
        if mark[0] in "（(":
            opened.append(mark.start())
        elif opened:
            closed += (opened.pop(), mark.start())
    return frozenset(closed)
