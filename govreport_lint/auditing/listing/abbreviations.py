"""Whether a short name is made of the first characters of a longer one's words: 市监 of 市场监督管理."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_JOINING = ("和", "与", "及", "、")


def words_of(name: str, known: Sequence[str]) -> tuple[str, ...]:
    """The words of a name, the longest known one at each place; a character of no word stands alone."""
    found, at = [], 0
    while at < len(name):
        word = max((word for word in known if name.startswith(word, at)), key=len, default=name[at])
        if word not in _JOINING:
            found.append(word)
        at += len(word)
    return tuple(found)


def abbreviates(short: str, words: Sequence[str]) -> bool:
    """Whether a short name has at least two of the words in their order, the first among them, each whole or with its
    first characters, and one of them shortened: a name of whole words (体育 of 教育体育) may be another office's."""
    for taken in _readings(short, words):
        kept = [(part, word) for part, word in zip(taken, words, strict=False) if part]
        if len(kept) > 1 and taken[0] and any(part != word for part, word in kept):
            return True
    return False


def _readings(short: str, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The ways to take a short name from the words: what is taken of each, up to the last."""
    if not short:
        yield ()
        return
    if not words:
        return
    for length in range(min(len(short), len(words[0])) + 1):
        if words[0].startswith(short[:length]):
            for rest in _readings(short[length:], words[1:]):
                yield (short[:length], *rest)
