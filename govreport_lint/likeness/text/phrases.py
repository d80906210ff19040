"""The words that do not count when texts are compared: ``rules/likeness/phrases.toml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ...rulebook.files.resources import load_toml, shipped_toml
from ...rulebook.mistakes import mistake_of, rule_error

# A longer one holds more than what every report has to have.
_LONGEST_SENTENCE = 300


class Phrases(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``phrases`` are left out as they stand, and so is a sentence that has all the words of one of ``sentences``.

    Everything else is a regular expression. ``patterns``: names of documents, addresses; ``enumeration``: the number
    before an item; ``selves``: what a unit calls itself; ``endings``, ``places`` and ``towns``: the end and the
    beginning of an organ's name, and what a town's name ends with; ``fees``: sentences of section six about fees.
    """

    phrases: tuple[str, ...]
    sentences: tuple[tuple[str, ...], ...]
    patterns: tuple[str, ...]
    enumeration: str
    dates: str
    numbers: str
    selves: str
    endings: str
    places: str
    towns: str
    fees: str

    def __hash__(self) -> int:
        """By what stands in it."""
        return hash((self.phrases, self.sentences, self.patterns, self.numbers))

    def is_obligatory(self, sentence: str) -> bool:
        """Whether a sentence is one that every report has to have."""
        if len(sentence) > _LONGEST_SENTENCE:
            return False
        return any(all(word in sentence for word in words) for words in self.sentences)

    @property
    def longest_first(self) -> tuple[str, ...]:
        """The phrases, so that one within another is not taken first."""
        return tuple(sorted(self.phrases, key=lambda phrase: (-len(phrase), phrase)))


class _OwnPhrases(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one county's own, as its file has them."""

    phrases: tuple[str, ...] = ()
    sentences: tuple[tuple[str, ...], ...] = ()


def read_phrases(path: Path) -> Phrases:
    """The phrases that the project ships with those of a county's own file, which has ``phrases`` and ``sentences``.

    Raises ``RuleError``.
    """
    try:
        data = load_toml(path)
        own = msgspec.convert(data, _OwnPhrases)
    except msgspec.ValidationError as error:
        raise rule_error(path, mistake_of(error, _OwnPhrases, data)) from error
    shipped = load_phrases()
    words = tuple(phrase for phrase in own.phrases if phrase)
    sentences = tuple(one for one in own.sentences if any(one))
    return replace(shipped, phrases=(*shipped.phrases, *words), sentences=(*shipped.sentences, *sentences))


@cache
def load_phrases() -> Phrases:
    """The phrases that the project ships, read once; raises ``RuleError``."""
    return msgspec.convert(shipped_toml("likeness", "phrases.toml"), Phrases)
