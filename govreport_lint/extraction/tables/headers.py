"""What the header of a table prints, in which order, and how far it differs from the form.

Labels are looked for in the text without the marks and gaps that cells, line ends and editors put into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from ...document import Location, Passage, join
from ...form import Label

GAP = "\x1f"
_IGNORED = frozenset(GAP + ' \t\r\n\u00a0\u3000、,，.。:：()（）“”"')

Names = tuple[tuple[str, str], ...]


class Token(Struct, frozen=True):
    """A label of the header: the key of the form it matches, or None, and the printed text."""

    key: str | None
    text: Passage


class Finder(Struct, frozen=True):
    """One pattern for several names, and the key of each of its groups."""

    pattern: re.Pattern[str]
    keys: tuple[str, ...]

    def spans(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The key, start and end of each name in a text."""
        places = [index for index, letter in enumerate(text) if letter not in _IGNORED]
        letters = "".join(["他" if text[index] == "它" else text[index] for index in places])
        for match in self.pattern.finditer(letters):
            key = self.keys[(match.lastindex or 1) - 1]
            yield key, places[match.start()], places[match.end() - 1] + 1


@cache
def _finder(names: Names) -> Finder:
    """Longer names first, so that none is taken for its own beginning."""
    ordered = sorted(((key, _letters(name)) for key, name in names), key=lambda pair: -len(pair[1]))
    pattern = "|".join(f"({re.escape(name)})" for _, name in ordered)
    return Finder(re.compile(pattern), tuple(key for key, _ in ordered))


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter not in _IGNORED)


def label_names(labels: Iterable[Label]) -> Names:
    """(key, name) for every accepted name of the labels."""
    return tuple((label.key, name) for label in labels for name in label.names)


def tokens(cells: Sequence[Passage], names: Names) -> list[Token]:
    """The labels in header cells, put together over cells where they were wrapped; what is no label is kept."""
    whole = join(cells, GAP)
    found: list[Token] = []
    at = 0
    for key, start, end in _finder(names).spans(whole.text):
        found += _unknown(whole, at, start)
        found.append(Token(key, whole.cut(start, end)))
        at = end
    return found + _unknown(whole, at, len(whole.text))


def known_labels(text: Passage, names: Names) -> Iterator[tuple[str, Location]]:
    """The key and place of each label in a text."""
    for key, start, end in _finder(names).spans(text.text):
        yield key, text.locate(start, end)


def _unknown(whole: Passage, start: int, end: int) -> list[Token]:
    found = []
    for match in re.finditer(r"[^\x1f]+", whole.text[start:end]):
        if any(letter.isalnum() for letter in match.group()):
            found.append(Token(None, whole.cut(start + match.start(), start + match.end())))
    return found
