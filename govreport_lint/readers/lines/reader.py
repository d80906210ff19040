"""Plain text (``.txt``, text copied out of a page, a PDF or Word) into a ``Document``."""

from __future__ import annotations

import re

from ...document import Document
from ..blocks.source_passages import plain, visible
from .line import Line, make_line
from .line_blocks import read_lines
from .line_kinds import Kind
from .paragraphs import wrap_width

_BREAK = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")


def read_text(text: str, name: str) -> Document:
    """Read decoded text.

    :param text: the whole text; offsets of the document count in it.
    :param name: the file's name, for messages.
    """
    lines = source_lines(text)
    blocks = read_lines(lines, wrap_width(lines))
    return Document(name, "text", text, tuple(blocks))


def source_lines(text: str) -> list[Line]:
    """The lines of a text; a form feed counts as a page number."""
    lines: list[Line] = []
    start = 0
    for match in _BREAK.finditer(text):
        lines.append(make_line(visible(text, start, match.start())))
        if match.group() == "\x0c":
            lines.append(Line(plain("", match.start()), Kind.PAGE))
        start = match.end()
    lines.append(make_line(visible(text, start, len(text))))
    return lines
