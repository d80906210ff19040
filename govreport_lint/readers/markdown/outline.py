"""Markdown's block structure laid over the source lines: what each belongs to and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Image
from ..blocks.source_passages import plain, visible
from ..lines.cell_rows import is_rule
from ..lines.line import Line, make_line
from ..lines.line_kinds import Kind, kind_of
from .comments import InlineComments
from .inline import Inline, has_markup, strip_lines
from .plain_outline import BlockToken

_BREAK = re.compile(r"\r\n?|\n")
_QUOTE = re.compile(r"[ \t]*(?:>[ ]?)+")
_BULLET = re.compile(r"[ \t]*[-*+](?:[ \t]+|$)")
_ATX = re.compile(r"[ \t]*(?P<marks>#{1,6})(?!#)[ \t\u3000]*(?P<name>.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(?P<mark>[=-])(?P=mark){2,}[ \t]*")

_PLAIN = re.compile(r"^(?![ \t]*(?:[#>*+_`~=-]|\d{1,9}[.)])).+", re.MULTILINE)
_HTML = re.compile(r"^[ \t>]*<", re.MULTILINE)

Span = tuple[int, int]


class Part(Struct, frozen=True):
    """Source lines that belong together: a heading (``level``), a piece of HTML, code, or lines of text."""

    spans: tuple[Span, ...]
    level: int = 0
    html: bool = False
    code: bool = False
    fresh: bool = False

    def comments(self, text: str) -> InlineComments:
        """What takes up the comments in the lines."""
        return InlineComments(text, self.spans[-1][1] if self.spans else 0, html=self.html)

    def lines(self, text: str, comments: InlineComments) -> list[Line]:
        """The lines without markup; ``text`` is the source. A picture gets a line of its own."""
        first, last = self.spans[0][0] if self.spans else 0, self.spans[-1][1] if self.spans else 0
        bars = text.find("|", first, last) >= 0
        if self.code or not (bars or has_markup(text, first, last)):
            return [make_line(visible(text, *span), self.fresh and not at) for at, span in enumerate(self.spans)]
        table = bars and any(is_rule(text[start:end].strip()) for start, end in self.spans)
        found: list[Line] = []
        for index, inline in enumerate(strip_lines(text, self.spans, comments)):
            found += _inline_lines(inline, self.fresh and index == 0, table)
        return found


def _inline_lines(inline: Inline, fresh: bool, table: bool) -> Iterator[Line]:
    if inline.text.text.strip() or not inline.images:
        yield make_line(inline.text, fresh, inline.kept, table)
    for image in inline.images:
        yield _image_line(image)


def _image_line(image: Image) -> Line:
    return Line(plain("", image.location.start), Kind.IMAGE, image=image)


def outline(text: str) -> str:
    """Markdown with the same structure and lines, but without the lines that can begin nothing.

    Most lines of a report are such, and markdown-it tries a dozen rules on each. HTML ends at a blank line,
    so text with HTML is left whole.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines if _HTML.search(lines) else _PLAIN.sub("", lines)


def line_spans(text: str, start: int, end: int) -> list[Span]:
    """The lines from ``start`` to ``end`` of a text, without their ends."""
    spans, at = [], start
    for match in _BREAK.finditer(text, start, end):
        spans.append((at, match.start()))
        at = match.end()
    return [*spans, (at, end)]


def part_lines(tokens: Sequence[BlockToken], text: str, spans: Sequence[Span]) -> Iterator[Part]:
    """The parts of the Markdown in some lines of the text, by its block tokens."""
    outline = _Outline(text, spans)
    for token in tokens:
        outline.lay(token)
    return outline.parts()


class _Outline:
    """What is known of each source line."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._spans = spans
        self._special: dict[int, tuple[int, Part]] = {}
        self._items: dict[int, int] = {}
        self._quoted: set[int] = set()

    def lay(self, token: BlockToken) -> None:
        """Note what a token says of its lines."""
        first, last = token.map[0], min(token.map[1], len(self._spans))
        if token.type == "heading_open":
            self._special[first] = (last, self._heading(first, int(token.tag[1:])))
        elif token.type == "html_block":
            self._special[first] = (last, Part(tuple(self._spans[first:last]), html=True))
        elif token.type == "fence":
            self._lay_fence(first, last, token.markup)
        elif token.type == "hr" and not self._is_row(first):
            self._special[first] = (last, Part(()))
        elif token.type == "blockquote_open":
            self._quoted.update(range(first, last))
        elif token.type == "list_item_open":
            self._items[first] = self._items.get(first, 0) + (token.markup in ("-", "*", "+"))

    def _is_row(self, line: int) -> bool:
        text = self._text[slice(*self._spans[line])]
        return "\t" in text.strip() or "|" in text

    def _heading(self, line: int, level: int) -> Part:
        start, end = self._content(line)
        match = _ATX.match(self._text, start, end)
        return Part((match.span("name") if match else (start, end),), level=level)

    def _lay_fence(self, first: int, last: int, markup: str) -> None:
        ending = self._text[slice(*self._spans[last - 1])].strip(" \t>")
        closed = last - 1 > first and ending.startswith(markup)
        inside = range(first + 1, last - closed)
        self._special[first] = (last, Part(tuple(self._content(line) for line in inside), code=True))

    def parts(self) -> Iterator[Part]:
        """The parts in their order; each run of text between blank lines is one."""
        gathered: list[Span] = []
        fresh, line = False, 0
        while line < len(self._spans):
            known = self._special.get(line) or self._by_its_looks(line, bool(gathered))
            if gathered and (known or line in self._items):
                yield Part(tuple(gathered), fresh=fresh)
                gathered = []
            if known:
                yield known[1]
                line = known[0]
                continue
            fresh = fresh if gathered else line in self._items
            gathered.append(self._content(line))
            line += 1
        if gathered:
            yield Part(tuple(gathered), fresh=fresh)

    def _by_its_looks(self, line: int, within: bool) -> tuple[int, Part] | None:
        """A blank line, an underlined heading, ``##二、…`` without the space that Markdown wants."""
        start, end = span = self._content(line)
        if not self._text[start:end].strip():
            return line + 1, Part((span,))
        if self._text.startswith("#", start):
            match = _ATX.match(self._text, start, end)
            if match and match["name"] and not match["name"][0].isascii():
                return line + 1, Part((match.span("name"),), level=len(match["marks"]))
        level = 0 if within else self._underline(line)
        return (line + 2, Part((span,), level=level)) if level else None

    def _underline(self, line: int) -> int:
        """The level of the heading that the next line's rule makes of this line, 0 for none."""
        if line + 1 >= len(self._spans):
            return 0
        # A dash below a label is a cell, a rule below a sentence is a rule: neither makes a heading.
        rule = _UNDERLINE.fullmatch(self._text, *self._spans[line + 1])
        if rule is None or "。" in self._text[slice(*self._spans[line])] or self._is_row(line):
            return 0
        return 1 if rule["mark"] == "=" else 2

    def _content(self, line: int) -> Span:
        """Where the text of a line begins and ends: after quote marks and bullets, numbers kept."""
        start, end = self._spans[line]
        if not (self._quoted or self._items):
            return start, end
        if line in self._quoted:
            match = _QUOTE.match(self._text, start, end)
            start = match.end() if match else start
        for _ in range(self._items.get(line, 0)):
            match = _BULLET.match(self._text, start, end)
            if match is None or self._is_figure(start, end):
                break
            start = match.end()
        return start, end

    def _is_figure(self, start: int, end: int) -> bool:
        # 「- 18」 and a row of dashes are figures, 「- 3 -」 is a page number.
        text = self._text[start:end].strip()
        return "\t" in text or "|" in text or kind_of(text) in (Kind.VALUE, Kind.PAGE)
