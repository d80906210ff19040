"""Markdown into a ``Document``.

markdown-it finds headings, fences, lists, quotes and HTML; everything else is read line by line as plain text
is, for reports in Markdown are mostly pasted text: tables with tabs, bare pipes, a cell a line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from ...document import Block, Comment, Document, Heading
from ...language import Text
from ..blocks.source_passages import stripped
from ..lines.line import Line
from ..lines.line_blocks import read_lines
from ..lines.paragraphs import wrap_width
from .comments import own_lines
from .html_in_markdown import read_part, table_spans
from .inline import strip_lines
from .outline import Part, line_spans, outline, part_lines
from .plain_outline import BlockToken, plain_outline

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\r?\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_LONGEST_FRONT_MATTER = 20_000
_BLOCK_TAG = re.compile(
    r"<(?:table|div|p|h[1-6]|[uod]l|section|article|body|html|head|style|script|pre|center|img|object|embed|iframe"
    r"|canvas|video)\b",
    re.IGNORECASE,
)


def read_markdown(text: str, name: str) -> Document:
    """Read decoded Markdown.

    :param text: the whole text; offsets of the document count in it.
    :param name: the file's name, for messages.
    """
    matter = _FRONT_MATTER.match(text, 0, _LONGEST_FRONT_MATTER)
    reader = _Reader(text)
    at = matter.end() if matter else 0
    for start, end in table_spans(text):
        if start >= at:
            reader.markdown(at, start)
            reader.html(start, end)
            at = end
    reader.markdown(at, len(text))
    blocks = reader.blocks()
    notes, unread = tuple(reader.notes), tuple(reader.unread)
    return Document(name, "markdown", text, blocks, notes=notes, unread=unread, comments=reader.comments())


class _Reader:
    """Gathers lines and finished blocks in their order; lines become blocks when all are known."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._stream: list[Line | Block] = []
        self._comments: list[Comment] = []
        self.notes: list[Text | str] = []
        self.unread: list[Text] = []

    def html(self, start: int, end: int) -> None:
        """Take a piece of HTML."""
        part = read_part(self._text, start, end)
        self._stream += part.blocks
        self._comments += part.comments
        self.notes += part.notes
        self.unread += part.unread

    def markdown(self, start: int, end: int) -> None:
        """Take a piece of Markdown."""
        text = self._text
        if not text[start:end].strip():
            return
        spans = line_spans(text, start, end)
        tokens = _tokens(outline(text[start:end]))
        aside = own_lines(tokens, spans, text)
        if aside:
            # The rest is read as though these lines were not there: a row before and one after them are one table.
            self._comments += aside.values()
            spans = [span for number, span in enumerate(spans) if number not in aside]
            tokens = _tokens(outline("\n".join(text[first:last] for first, last in spans)))
        for part in part_lines(tokens, text, spans):
            self._take(part)

    def _take(self, part: Part) -> None:
        comments = part.comments(self._text)
        if part.level:
            inline = strip_lines(self._text, part.spans, comments)
            names = [stripped(line.text) for line in inline]
            self._stream += [Heading(name, part.level) for name in names if name.text]
            self._stream += [image for line in inline for image in line.images]
        elif part.html and _BLOCK_TAG.search(self._text, part.spans[0][0], part.spans[-1][1]):
            self.html(part.spans[0][0], part.spans[-1][1])
        else:
            self._stream += part.lines(self._text, comments)
        self._comments += comments.found

    def comments(self) -> tuple[Comment, ...]:
        """The comments that are addressed to the program, in their order; one of several lines once."""
        return tuple(sorted(dict.fromkeys(self._comments), key=lambda comment: comment.location))

    def blocks(self) -> tuple[Block, ...]:
        """All blocks."""
        width = wrap_width([item for item in self._stream if isinstance(item, Line)])
        blocks: list[Block] = []
        lines: list[Line] = []
        for item in self._stream:
            if isinstance(item, Line):
                lines.append(item)
            else:
                blocks += read_lines(lines, width)
                blocks.append(item)
                lines = []
        return (*blocks, *read_lines(lines, width))


def _tokens(lines: str) -> Sequence[BlockToken]:
    """The blocks of an outline."""
    found = plain_outline(lines)
    if found is not None:
        return found
    parsed = ((token, token.map) for token in _parser().parse(lines))
    return [BlockToken(token.type, (place[0], place[1]), token.tag, token.markup) for token, place in parsed if place]


@cache
def _parser() -> MarkdownIt:
    # markdown-it is loaded only when there is Markdown to read.
    from markdown_it import MarkdownIt

    # Rows are cut from the source lines; a line that begins with a tab is a row, not code; underlined titles
    # are told from rules and from dashes in cells by ourselves.
    unused = ["table", "code", "reference", "lheading", "inline", "text_join"]
    return MarkdownIt("commonmark").disable(unused)
