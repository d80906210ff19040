"""Bytes to text: which encoding a file is in, and whether it is text at all."""

from __future__ import annotations

import codecs
import re

from ..errors import ReadError
from .binary_kinds import binary_kind
from .html.mht import saved_page

# What is judged: reports are far smaller, and 50 MB of something else must not take long.
_SAMPLE = 1 << 20
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # Before UTF-16, whose mark it begins with.
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARATION = rb"""(?i:<meta\b[^>]*?charset|<\?xml\b[^>]*?encoding)\s*=\s*["']?\s*([\w:-]+)"""
_ORDINARY = r"[\t\r\n -~\u00a0-\u00ff\u2010-\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffee]"
# One broken character in a thousand is a slip; in a short file, three.
_FEW, _ONE_IN = 3, 1000


def decode(data: bytes, path: str) -> str:
    """The text of a file, without its byte order mark; of a saved page (.mht), the page in it.

    ``path`` is named in the ``ReadError`` that is raised for an empty file, for anything but text, and for
    bytes that no encoding in use explains. A few broken characters become U+FFFD.
    """
    if not data.strip():
        raise ReadError(path, "文件是空的", "the file is empty")
    data = saved_page(data) or data
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _without_mark(data[len(mark) :].decode(encoding, "replace"))
    kind = binary_kind(data)
    if kind:
        raise ReadError(path, kind.zh, kind.en)
    sample = data[:_SAMPLE]
    if b"\0" in sample:
        return _with_nulls(data, sample, path)
    try:
        return _without_mark(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _without_mark(_not_utf8(data, sample, path))


def _with_nulls(data: bytes, sample: bytes, path: str) -> str:
    """UTF-16 without a byte order mark has a null beside every Latin letter; other text has none."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _decode_start(sample, encoding)
        if len(re.findall(_ORDINARY, text)) > 0.9 * len(text):
            return _without_mark(data.decode(encoding, "replace"))
    raise ReadError(
        path,
        "这不是文本文件（含有二进制数据）。请另存为网页（.html）或文本（.txt）后再检查",
        "no text file (it holds binary data); please save it as a page (.html) or text (.txt)",
    )


def _not_utf8(data: bytes, sample: bytes, path: str) -> str:
    named = declared(sample)
    if named and named != "utf-8":
        try:
            return data.decode(named)
        except UnicodeDecodeError:
            pass
    for encoding in ("utf-8", "gb18030"):
        if _explains(sample, encoding):
            return data.decode(encoding, "replace")
    raise ReadError(
        path,
        "无法识别文件的编码，内容可能已损坏。请用 UTF-8 编码另存后再检查",
        "its encoding cannot be told, it may be damaged; please save it in UTF-8",
    )


def declared(sample: bytes) -> str | None:
    """The encoding that an HTML or XML page names, if Python knows it as one of text."""
    match = re.search(_DECLARATION, sample)
    if not match:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii", "replace")).name
        b"a".decode(name)  # Refuses what is no encoding of text, such as rot13.
    except LookupError:
        return None
    # GB18030 contains the older two, and pages say gb2312 when they mean any of them.
    return "gb18030" if name in ("gb2312", "gbk") else name


def _explains(sample: bytes, encoding: str) -> bool:
    """Whether almost all of the bytes make sense in the encoding.

    Few faults are not enough: in a page of mostly ASCII the Chinese itself must come out right.
    """
    text = _decode_start(sample, encoding)
    broken = text.count("\ufffd")
    foreign = sum(1 for character in text if character > "\x7f") - broken
    return broken <= max(_FEW, len(text) // _ONE_IN) and broken * 3 <= foreign


def _decode_start(sample: bytes, encoding: str) -> str:
    """The sample as text; a character cut off by its end is no fault unless the file ends there too."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(sample, final=len(sample) < _SAMPLE)


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")
