"""Comments in Markdown: those that are lines of their own, and those in a line that go on in another one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...document import Comment, Location, is_addressed
from .plain_outline import BlockToken

_OPEN, _CLOSE = "<!--", "-->"
Span = tuple[int, int]


def own_lines(tokens: Iterable[BlockToken], spans: Sequence[Span], text: str) -> dict[int, Comment]:
    """The lines that hold nothing but a comment that is addressed to the program, each with it.

    ``spans`` are the lines in the source. markdown-it tells such a comment as a piece of HTML, and one in code as code.
    """
    found: dict[int, Comment] = {}
    for token in tokens:
        if token.type != "html_block":
            continue
        first, last = token.map[0], min(token.map[1], len(spans))
        start, end = spans[first][0], spans[last - 1][1]
        comment = _whole(text, start, end)
        if comment is not None:
            found |= dict.fromkeys(range(first, last), comment)
    return found


def _whole(text: str, start: int, end: int) -> Comment | None:
    """The comment that stands from ``start`` to ``end`` with nothing but spaces around it."""
    piece = text[start:end]
    at = start + len(piece) - len(piece.lstrip())
    stop = start + len(piece.rstrip())
    if not text.startswith(_OPEN, at):
        return None
    close = text.find(_CLOSE, at + len(_OPEN), stop)
    if close + len(_CLOSE) != stop or not is_addressed(text[at + len(_OPEN) : close]):
        return None
    return Comment(text[at + len(_OPEN) : close], Location(at, stop))


class InlineComments:
    """The comments in the lines of one paragraph, which ends at ``end``; ``found`` are those that are addressed to
    the program. ``html``: the lines are HTML, so a comment may hide rows of a table."""

    def __init__(self, text: str, end: int, *, html: bool) -> None:
        self.found: list[Comment] = []
        self._text = text
        self._end = end
        self._html = html
        self._next = -1
        self._over = 0

    def end_of(self, start: int, line_end: int) -> int | None:
        """Where the comment that begins at ``start`` is over; None where it is none."""
        inner = start + len(_OPEN)
        close = self._close(inner)
        if close >= self._end or (close > line_end and not self._html and self._holds_row(inner, close)):
            words = self._text[inner:line_end]
            if is_addressed(words):
                self.found.append(Comment(words, Location(start, line_end), closed=False))
            return None
        self._over = close + len(_CLOSE)
        words = self._text[inner:close]
        if is_addressed(words):
            self.found.append(Comment(words, Location(start, self._over)))
        return self._over

    def _close(self, at: int) -> int:
        """The next mark that ends a comment, or the end of the paragraph; it is never sought twice."""
        if self._next < at:
            found = self._text.find(_CLOSE, at, self._end)
            self._next = self._end if found < 0 else found
        return self._next

    def _holds_row(self, start: int, end: int) -> bool:
        """Whether rows of figures would be swallowed by a mark in one line and another in a later one."""
        return self._text.find("|", start, end) >= 0 or self._text.find("\t", start, end) >= 0

    def after(self, start: int, end: int) -> int:
        """Where in the line from ``start`` to ``end`` a comment that began before it is over."""
        return min(max(start, self._over), end)
