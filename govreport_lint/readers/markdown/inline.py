"""Markdown's inline markup: taken out of the text, every character left keeping its place.

Emphasis is paired more freely than CommonMark does, whose rules fail beside Chinese punctuation
(``**“一是”**加强`` is bold to everyone but the specification).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...document import Image, Location, Passage, Run
from ...invisible import CHARACTERS
from ..blocks.source_passages import plain, visible
from .comments import InlineComments
from .set_apart import FORMULA, LEFT_OUT, plain_figure

_SPECIAL = re.compile(r"[\\`*_\[\]<&~$]")
# Lengths are bounded so that a long line of unclosed marks is still read once.
_TOKEN = re.compile(
    rf"""(?P<formula>{FORMULA})
    |(?P<left_out>{LEFT_OUT})
    |"""
    r"""(?P<escape>\\[!-/:-@\[-`{-~])
    |(?P<code>(?P<ticks>`{1,8})(?!`)(?P<inner>[^`\n](?:.{0,500}?[^`])?)(?P=ticks)(?!`))
    |(?P<image>!\[(?P<alt>[^\[\]\n]{0,300})\](?:\((?:[^()\s]|\([^()\s]{0,300}\))*(?:\s+"[^"\n]{0,300}")?\s*\)|\[[^\]\n]{0,300}\]))
    |(?P<link>\]\((?:[^()\s]|\([^()\s]{0,300}\))*(?:\s+"[^"\n]{0,300}")?\s*\))
    |(?P<open>\[)
    |(?P<comment><!--)
    |(?P<address><(?:https?|mailto):[^<>\s]{1,2000}>)
    |(?P<newline><br\s{0,9}/?>)
    |(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>)
    |(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)
    |(?P<mark>\*+|_+)
    |(?P<invisible>[""" + CHARACTERS + "]+)",
    re.VERBOSE,
)
_PICTURE = re.compile(r"<(?:img|object|embed|iframe|canvas|video)\b", re.IGNORECASE)
_DROPPED = frozenset({"tag", "invisible", "image", "left_out"})


class Inline(Struct, frozen=True):
    """A line without its markup. ``kept`` are the positions of pipes that do not part cells."""

    text: Passage
    kept: frozenset[int] = frozenset()
    images: tuple[Image, ...] = ()


class _Piece(Struct):
    """A part of the line: the source from ``start`` to ``end``, or ``text`` in its place."""

    start: int
    end: int
    text: str | None = None
    kept: bool = False


class _Mark(Struct, frozen=True):
    piece: _Piece
    mark: str


def has_markup(source: str, start: int, end: int) -> bool:
    """Whether anything from ``start`` to ``end`` may be inline markup."""
    return bool(_SPECIAL.search(source, start, end))


def strip_lines(source: str, spans: Sequence[tuple[int, int]], comments: InlineComments | None = None) -> list[Inline]:
    """The lines of one paragraph, given by their places in the source, without inline markup.

    ``comments`` takes up what comments there are.
    """
    opened: list[_Mark] = []
    comments = comments or InlineComments(source, spans[-1][1] if spans else 0, html=False)
    lines = [_Pieces(source, comments.after(start, end), end, opened, comments) for start, end in spans]
    return [line.inline() for line in lines]


class _Pieces:
    """The pieces of a line. ``opened`` holds the emphasis that a later line may close."""

    def __init__(self, source: str, start: int, end: int, opened: list[_Mark], comments: InlineComments) -> None:
        self._source, self._start, self._end = source, start, end
        self._comments = comments
        self._opened = opened
        self._pieces: list[_Piece] = []
        self._links: list[_Piece] = []
        self._images: list[Image] = []
        self._plain = not has_markup(source, start, end)
        if not self._plain:
            self._scan()

    def _scan(self) -> None:
        at = self._start
        while match := _TOKEN.search(self._source, at, self._end):
            if match.start() > at:
                self._pieces.append(_Piece(at, match.start()))
            at = self._take(match)
        if at < self._end:
            self._pieces.append(_Piece(at, self._end))
        self._opened[:] = [mark for mark in self._opened if len(mark.mark) > 1]

    def _take(self, match: re.Match[str]) -> int:
        """Take up what was found; gives where it is over."""
        start, end = match.span()
        if match.lastgroup == "comment":
            over = self._comments.end_of(start, self._end)
            if over is not None:
                return min(over, self._end)
            self._pieces.append(_Piece(start, end))
        else:
            self._take_markup(match, start, end)
        return end

    def _take_markup(self, match: re.Match[str], start: int, end: int) -> None:
        kind = match.lastgroup
        if kind == "formula":
            self._take_figure(match)
        elif kind == "escape":
            self._pieces.append(_Piece(start + 1, end, kept=True))
        elif kind == "code":
            self._pieces.append(_Piece(*match.span("inner"), kept=True))
        elif kind == "address":
            self._pieces.append(_Piece(start + 1, end - 1))
        elif kind == "newline":
            self._pieces.append(_Piece(start, end, " "))
        elif kind == "entity":
            from html import unescape

            text = unescape(match.group())
            self._pieces.append(_Piece(start, end, None if text == match.group() else text, kept=True))
        elif kind == "image":
            self._images.append(Image(Location(start, end), match.group("alt")))
        elif kind == "tag" and _PICTURE.match(match.group()):
            self._images.append(Image(Location(start, end)))
        elif kind not in _DROPPED:
            self._pair(_Piece(start, end), str(kind), match.group())

    def _take_figure(self, match: re.Match[str]) -> None:
        start, end = match.span("figure")
        shown = plain_figure(match["figure"])
        exact = shown == match["figure"]
        self._pieces.append(_Piece(start, end) if exact else _Piece(start, end, shown))

    def _pair(self, piece: _Piece, kind: str, mark: str) -> None:
        """Take up a mark that is markup only together with another one."""
        if kind == "mark":
            if not self._close(piece, mark):
                self._pieces.append(piece)
        elif kind == "open":
            self._links.append(piece)
            self._pieces.append(piece)
        elif self._links:
            _drop(self._links.pop())
        else:
            self._pieces.append(piece)

    def _close(self, piece: _Piece, mark: str) -> bool:
        """Whether the emphasis mark closes one opened before; both are gone then."""
        before = self._source[piece.start - 1] if piece.start > self._start else " "
        after = self._source[piece.end] if piece.end < self._end else " "
        if len(mark) > 3 or (mark[0] == "_" and _is_word(before) and _is_word(after)):
            return False
        if before.isdecimal() and after.isdecimal():
            return False
        if not before.isspace():
            for index in range(len(self._opened) - 1, max(-1, len(self._opened) - 9), -1):
                if self._opened[index].mark == mark:
                    _drop(self._opened[index].piece)
                    del self._opened[index:]
                    return True
        if not after.isspace():
            self._opened.append(_Mark(piece, mark))
        return False

    def inline(self) -> Inline:
        """What is left of the line."""
        if self._plain:
            return Inline(visible(self._source, self._start, self._end))
        texts: list[str] = []
        runs: list[Run] = []
        kept: set[int] = set()
        at = 0
        for piece in self._pieces:
            text = self._source[piece.start : piece.end] if piece.text is None else piece.text
            if not text:
                continue
            runs.append(Run(at, Location(piece.start, piece.end), piece.text is None))
            if piece.kept and "|" in text:
                kept |= {at + index for index, character in enumerate(text) if character == "|"}
            texts.append(text)
            at += len(text)
        passage = Passage("".join(texts), tuple(runs)) if runs else plain("", self._start)
        return Inline(passage, frozenset(kept), tuple(self._images))


def _drop(piece: _Piece) -> None:
    piece.end = piece.start


def _is_word(character: str) -> bool:
    return character.isalnum()
