"""What a person types, written so that it is read as it was typed and never as markup."""

from __future__ import annotations

import re
from html import escape

_MARKDOWN = re.compile(r"[\\`*_\[\]<>&~$|#]")
# What makes a list, a quotation, a heading or a line of what it begins.
_LEADING = re.compile(r"(?:[-+=>:](?=\s|[-+=:]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def escaped(text: str, markup: str, *, cell: bool, first: bool) -> str:
    """The characters to write for a text in ``html``, ``markdown``, ``csv`` or ``text``.

    ``first``: it is the first in its paragraph or cell.
    """
    if markup == "html":
        return escape(text, quote=False)
    if markup == "markdown":
        return _markdown(text, first and not cell)
    if markup == "csv" and not text.isdigit() and re.search(r'[",]', text):
        return '"' + text.replace('"', '""') + '"'
    return text


def _markdown(text: str, leading: bool) -> str:
    written = _MARKDOWN.sub(r"\\\g<0>", text)
    match = _LEADING.match(written) if leading else None
    if match is None:
        return written
    digits = len(match[0]) if match[0].isdigit() else 0
    return f"{written[:digits]}\\{written[digits:]}"
