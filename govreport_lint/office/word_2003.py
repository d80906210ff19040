"""Word 2003 XML made ready for LibreOffice, which loses what a character style says of struck-out and raised text."""

from __future__ import annotations

import re

_ID = re.compile(rb'w:styleId="([^"<>]*)"')
_MARKS = re.compile(rb'<w:(?:strike|dstrike|vanish)/>|<w:vertAlign w:val="superscript"/>')
_USED = re.compile(rb'<w:rStyle w:val="([^"<>]*)"/>')
_OFF = re.compile(rb'<w:(?:strike|dstrike|vanish) w:val="off"/>')


def with_direct_marks(data: bytes) -> bytes:
    """The file with these marks on the runs themselves instead of by their styles."""
    marks: dict[bytes, bytes] = {}
    for style in data.split(b"<w:style ")[1:]:
        given, _, content = style.partition(b"</w:style>")[0].partition(b">")
        name = _ID.search(given)
        if name and b'w:type="character"' in given:
            marks[name[1]] = b"".join(_MARKS.findall(content))
    return _USED.sub(lambda match: marks.get(match[1]) or match[0], _OFF.sub(b"", data))
