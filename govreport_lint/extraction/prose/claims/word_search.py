"""Words that stand in a text or do not: plain ones are looked for as they are, only the others are compiled."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

_SPECIAL = re.compile(r"[\\.^$*+?{}\[\]|()]")


class Words:
    """Words and regular expressions; ``write`` puts an expression into the alphabet of the texts."""

    def __init__(self, words: Iterable[str], write: Callable[[str], str]) -> None:
        listed = tuple(words)
        self._plain = tuple(write(word) for word in listed if not _SPECIAL.search(word))
        self._others = "|".join(word for word in listed if _SPECIAL.search(word))
        self._write = write
        self._compiled: re.Pattern[str] | None = None

    def stand_in(self, text: str) -> bool:
        """Whether one of the words stands in a text."""
        for word in self._plain:
            if word in text:
                return True
        if not self._others:
            return False
        if self._compiled is None:
            self._compiled = re.compile(self._write(self._others))
        return self._compiled.search(text) is not None
