"""Words that a hit may be a piece of: 转结 in 运转结果 is no wrong word."""

from __future__ import annotations

from collections.abc import Iterable


def is_piece(text: str, start: int, end: int, known: Iterable[str]) -> bool:
    """Whether a known word crosses an edge of the hit from ``start`` to ``end``: covers a part of it and more."""
    return any(_crosses(text, start, end, word) for word in known)


def _crosses(text: str, start: int, end: int, word: str) -> bool:
    at = text.find(word, max(0, start - len(word) + 1), end + len(word) - 1)
    while at >= 0:
        if at < end and at + len(word) > start and (at < start or at + len(word) > end):
            return True
        at = text.find(word, at + 1, end + len(word) - 1)
    return False
