"""A shorter alphabet for the claim patterns.

A class of Chinese characters takes Python ten times as long to compile as one of Latin-1 characters. So the
characters that the patterns name in classes change places with Latin-1 characters, in the patterns and in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLASS = re.compile(r"\[\^?([^\]]+)\]")
_FIRST = re.compile(r"(?:^|[(|:!=])([\u3000-\uff1f])", re.M)
_LATIN = tuple(map(chr, (*range(0x0E, 0x1C), *range(0x80, 0x85), *range(0x86, 0xA0), *range(0xA1, 0x100))))
_MIDDLE_DOT = "·"


class Alphabet:
    """Characters that stand for others, one to one; ``write`` says a text in them."""

    def __init__(self, expressions: Iterable[str]) -> None:
        text = "\n".join(expressions)
        wanted = dict.fromkeys("，。；：！？、（）" + "".join(_CLASS.findall(text)) + "".join(_FIRST.findall(text)))
        free = [code for code in _LATIN if code != _MIDDLE_DOT]
        taken = [character for character in wanted if ord(character) > 0xFF]
        self._table = dict(zip(map(ord, taken), free, strict=False))
        # what already stood in those places must not be taken for them
        self._table |= {ord(code): "\ufffe" for code in free}

    def write(self, text: str) -> str:
        """The text, character for character."""
        return text.translate(self._table)
