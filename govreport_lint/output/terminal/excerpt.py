"""The sentence that a finding is about, with the part that is meant marked."""

from __future__ import annotations

from msgspec import Struct
from rich.cells import cell_len

from ...finding import Finding
from ..words.printable import printable
from .drawing.styled import Styled, styled
from .drawing.table_drawing import MARK_STYLE, mark

_ELLIPSIS = "……"


class Excerpt(Struct, frozen=True):
    """A text in three parts: before the mark, the marked part, after it."""

    before: str
    marked: str
    after: str

    def styled(self) -> Styled:
        """As it is printed."""
        text = styled(printable(self.before))
        return text.append(mark(printable(self.marked)), MARK_STYLE).append(printable(self.after))


def excerpt_of(finding: Finding, width: int) -> Excerpt | None:
    """The sentence around the finding, shortened to ``width`` cells; None where nothing is printed."""
    context = finding.context
    if context is None:
        return _alone(finding, width)
    return _shorten(Excerpt(context.before, context.words, context.after), width)


def _alone(finding: Finding, width: int) -> Excerpt | None:
    quote = finding.quote.strip()
    return _shorten(Excerpt("", quote, ""), width) if quote else None


def _shorten(excerpt: Excerpt, width: int) -> Excerpt:
    """The marked part first, then as much around it as there is room for, mostly what stands before."""
    alone = not (excerpt.before or excerpt.after)
    room = max(8, (width // 2 if alone else width) - 4)
    marked = _cut(excerpt.marked, room)
    room = max(0, room - cell_len(marked))
    after_room = max(room // 3, room - cell_len(excerpt.before))
    after = _cut(excerpt.after, after_room)
    before = _cut(excerpt.before[::-1], room - cell_len(after))[::-1]
    return Excerpt(before, marked, after)


def _cut(text: str, room: int) -> str:
    if cell_len(text) <= room:
        return text
    return _head(text, room - 4) + _ELLIPSIS if room > 8 else _ELLIPSIS


def _head(text: str, room: int) -> str:
    used = 0
    for offset, character in enumerate(text):
        used += cell_len(character)
        if used > room:
            return text[:offset]
    return text
