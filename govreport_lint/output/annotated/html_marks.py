"""A web page handed back inert, with marks on the elements that findings are about.

Start tags get attributes, and anchors are put behind them; of what is seen nothing changes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...document import Document, Heading, Location, Paragraph, Table
from ...html.tokens import Kind, Token, tokens
from ..words.causes import Remark
from .inert import Piece, inert
from .remark_box import HEAD, anchor, attributes, box
from .review import Review

# Between tags like these stands nothing, and nothing stands in the others.
_NO_CONTENT = frozenset({
    "table", "tbody", "thead", "tfoot", "tr", "img", "br", "hr", "input", "textarea", "select", "style", "title",
})  # fmt: skip
_BEFORE_BODY = frozenset({"html", "head", "body", "title", "style", "meta", "link", "script", "base"})


def marked_page(review: Review, source: str) -> str:
    """The page with the box of remarks at its head and marks in it."""
    cut = list(tokens(source))
    body = _body(cut)
    marks = _Marks(review)
    parts = []
    for index, piece in enumerate(inert(source, cut)):
        if index == body:
            parts.append(box(review))
        parts.append(marks.written(piece))
    if body >= len(cut):
        parts.append(box(review))
    return _with_head("".join([*parts, marks.rest()]))


def _body(cut: Sequence[Token]) -> int:
    """The index of the token before which the body begins: behind its tag, or where the head is over."""
    opened = next((index for index, token in enumerate(cut) if token[0] is Kind.START and token[2] == "body"), None)
    if opened is not None:
        return opened + 1
    within = False
    for index, (kind, _, name, _, _) in enumerate(cut):
        if kind is Kind.START and name not in _BEFORE_BODY:
            return index
        if kind is Kind.TEXT and not within and not name.isspace():
            return index
        within = kind is Kind.START and name in ("title", "style", "script")
    return len(cut)


def _with_head(page: str) -> str:
    """The page with what its head must say, before anything else but the doctype."""
    doctype = "<!doctype html>"
    before = doctype if page.lstrip().startswith(doctype) else ""
    return before + HEAD + (page.lstrip()[len(doctype) :] if before else page)


class _Marks:
    """Writes the pieces of a page with their marks; each remark is anchored once."""

    def __init__(self, review: Review) -> None:
        self._review = review
        self._painted: dict[int, list[Remark]] = {}
        self._anchored: dict[int, list[int]] = {}
        starts = _starts(review.document)
        for number, remark in review.numbered():
            self._anchored.setdefault(_elements(remark.location, starts)[0], []).append(number)
            for at in dict.fromkeys(at for place in remark.marked for at in _elements(place, starts)):
                self._painted.setdefault(at, []).append(remark)

    def written(self, piece: Piece) -> str:
        """A piece of the page with the marks that belong to it."""
        kind, at, name, _, _ = piece.token
        anchors = _anchors(self._anchored.pop(at, []))
        if kind is not Kind.START:
            return anchors + self._text(piece)
        given = self._given(at) if piece.head else ""
        tag = piece.head + given + piece.tail
        return anchors + tag if name in _NO_CONTENT or not piece.head else tag + anchors

    def rest(self) -> str:
        """Anchors of what has met no place."""
        return _anchors([number for numbers in self._anchored.values() for number in numbers])

    def _text(self, piece: Piece) -> str:
        """A text, marked where it stands in no element of its own."""
        given = self._given(piece.token[1]) if piece.token[0] is Kind.TEXT and piece.head.strip() else ""
        return f"<mark{given}>{piece.head}</mark>" if given else piece.head

    def _given(self, at: int) -> str:
        remarks = self._painted.get(at)
        return attributes(remarks, self._review) if remarks else ""


def _anchors(numbers: Sequence[int]) -> str:
    return "".join(f'<a id="{anchor(number)}"></a>' for number in numbers)


def _starts(document: Document) -> list[int]:
    """Where the elements begin that hold the text, in ascending order."""
    return sorted(set(_runs(document)))


def _runs(document: Document) -> Iterator[int]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield from (run.location.start for run in block.text.runs)
        elif isinstance(block, Table):
            yield from (run.location.start for row in block.rows for cell in row for run in cell.text.runs)


def _elements(location: Location, starts: list[int]) -> list[int]:
    """Where the elements of a location begin; of a whole table the table."""
    within = starts[bisect_left(starts, location.start) : bisect_left(starts, location.end)]
    return within if within and within[0] == location.start and len(within) < 8 else [location.start]
