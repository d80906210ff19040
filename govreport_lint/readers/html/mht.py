"""MHT: a page that Word or a browser saved as one mail message (MIME, quoted-printable or base64)."""

from __future__ import annotations

import re

_HEADERS = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?Content-Type:\s*(?:multipart/|text/html)", re.IGNORECASE
)
_SEARCHED = 4096
_FRAMES = re.compile(rb"<frameset\b", re.IGNORECASE)
_TABLE = re.compile(rb"<table\b", re.IGNORECASE)


def saved_page(data: bytes) -> bytes | None:
    """The bytes of the HTML page in a saved message; None when the data is no such message or holds none."""
    if not _HEADERS.match(data[:_SEARCHED]):
        return None
    from email import message_from_bytes

    pages: list[bytes] = []
    for part in message_from_bytes(data.lstrip()).walk():
        content = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
        if isinstance(content, bytes) and content:
            pages.append(_in_utf8(content, part.get_content_charset()))
    if len(pages) > 1 and _FRAMES.search(pages[0]):
        # A workbook: the first page only frames the sheets, each of which is a page.
        pages = [b"\n".join(page for page in pages[1:] if _TABLE.search(page)) or pages[0]]
    return pages[0] if pages else None


def _in_utf8(content: bytes, charset: str | None) -> bytes:
    """The header knows the encoding better than the page does, which was often written for another."""
    try:
        return content.decode(charset or "utf-8").encode()
    except (LookupError, UnicodeError):
        return content
