"""A text file written again with another text, in its own encoding, every other byte as it was."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..errors import ReadError
from .binary_kinds import without_lead
from .encoding import BOMS, declared, decode

_UTF16 = ("utf-16-le", "utf-16-be")
_NOT_EXACT = (
    "文件的编码不能原样写回（有损坏的字符，或是另存的网页 .mht），没有改动。请用 UTF-8 另存后再改正",
    "its encoding cannot be written back as it is (broken characters, or a saved page .mht), so nothing was changed; "
    "please save it in UTF-8",
)
_NO_SUCH_CHARACTER = (
    "文件的编码写不出改正后的字符，没有改动。请用 UTF-8 另存后再改正",
    "its encoding lacks a character of the mended text, so nothing was changed; please save it in UTF-8",
)


class Rewriting:
    """The encoding of one text file; raises ``ReadError`` for a file that cannot be written back byte by byte."""

    def __init__(self, data: bytes, path: str) -> None:
        body = without_lead(data)
        text = decode(body, path)
        found = next((each for each in _encodings(body) if _is_exact(body, *each, text)), None)
        if found is None:
            raise ReadError(path, *_NOT_EXACT)
        mark, self._encoding = found
        self._before = data[: len(data) - len(body)] + mark
        self._path = path

    def written(self, new: str) -> bytes:
        """The bytes of the file that hold ``new`` in the place of its text; raises ``ReadError``."""
        try:
            return self._before + new.encode(self._encoding)
        except UnicodeEncodeError as error:
            raise ReadError(self._path, *_NO_SUCH_CHARACTER) from error


def rewritten(data: bytes, new: str, path: str) -> bytes:
    """The bytes of a text file that hold ``new`` in the place of its text.

    Raises ``ReadError`` for a file that cannot be written back byte by byte.
    """
    return Rewriting(data, path).written(new)


def _encodings(body: bytes) -> Iterator[tuple[bytes, str]]:
    for mark, encoding in BOMS:
        if body.startswith(mark):
            yield mark, encoding
    yield b"", "utf-8"
    named = declared(body)
    # A page that says gb2312 or gbk means no more than it says.
    for older in ("gb2312", "gbk") if named == "gb18030" and not re.search(rb"gb18030", body[:4096], re.I) else ():
        yield b"", older
    for encoding in (named or "gb18030", "gb18030", *_UTF16):
        yield b"", codecs.lookup(encoding).name


def _is_exact(body: bytes, mark: bytes, encoding: str, text: str) -> bool:
    try:
        return mark + text.encode(encoding) == body
    except UnicodeEncodeError:
        return False
