"""What the header of a table prints, in which order, and how far it differs from the form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from ..document import Location, Passage, join
from ..form import Label
from ..labels import normalise

GAP = "\x1f"


class Token(Struct, frozen=True):
    """A label of the header: the key of the form it matches, or None, and the printed text."""

    key: str | None
    text: Passage


@cache
def _pattern(names: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    ordered = sorted(names, key=lambda pair: -len(pair[1]))
    parts = [f"(?P<k{index}>{_spaced(name)})" for index, (_, name) in enumerate(ordered)]
    return re.compile("|".join(parts))


@cache
def _keys(names: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(key for key, _ in sorted(names, key=lambda pair: -len(pair[1])))


def _spaced(name: str) -> str:
    """A pattern for a name whose characters may stand apart: cells wrap, and editors put spaces into labels."""
    letters = ("[他它]" if letter == "他" else re.escape(letter) for letter in name if letter not in "()（）：，、")
    return r"[\s\x1f、,，.。:：()（）“”\"]*".join(letters)


def label_names(labels: Iterable[Label]) -> tuple[tuple[str, str], ...]:
    """(key, name) for every accepted name of the labels."""
    return tuple((label.key, name) for label in labels for name in label.names)


def tokens(cells: Sequence[Passage], names: tuple[tuple[str, str], ...]) -> list[Token]:
    """The labels in header cells, put together over cells where they were wrapped; what is no label is kept."""
    whole = join(cells, GAP)
    found: list[Token] = []
    at = 0
    for match in _pattern(names).finditer(whole.text):
        found += _unknown(whole, at, match.start())
        key = _keys(names)[int((match.lastgroup or "k0")[1:])]
        found.append(Token(key, whole.cut(match.start(), match.end())))
        at = match.end()
    return found + _unknown(whole, at, len(whole.text))


def known_labels(text: Passage, names: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, Location]]:
    """The key and place of each label in a text."""
    for match in _pattern(names).finditer(text.text):
        yield _keys(names)[int((match.lastgroup or "k0")[1:])], text.locate(match.start(), match.end())


def _unknown(whole: Passage, start: int, end: int) -> list[Token]:
    found = []
    for match in re.finditer(r"[^\x1f]+", whole.text[start:end]):
        if normalise(match.group()):
            found.append(Token(None, whole.cut(start + match.start(), start + match.end())))
    return found
