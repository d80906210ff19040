"""Kind ``word-list``: words that are wrong, or outdated in a report of some year; the list is the rule's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...rulebook.kinds import Kind, Need, Pattern
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.quotes import around
from ..subject.subject import Subject
from .known_words import is_piece

_AROUND = 40


class Word(Struct, frozen=True, forbid_unknown_fields=True):
    """A ``word`` and what to write ``instead``; not where it is a piece of a ``known`` word or one of ``unless``
    stands near it; ``followed``: a regular expression of what comes next; ``after``: only in reports of later
    years."""

    word: str
    instead: str = ""
    known: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    followed: Pattern = ""
    after: int | None = None


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """The words, and words that every hit may be a piece of.

    ``words``: what to look for; ``known``: longer words that are right.
    """

    words: tuple[Word, ...]
    known: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every paragraph by every word that applies in the report's year."""
    year = subject.report.year
    words = [word for word in options.words if word.after is None or (year is not None and year > word.after)]
    for number, passage in prose(subject.report):
        clean = True
        for word in words:
            for start in _hits(passage.text, word, options.known):
                clean = False
                yield _failed(number, passage, word, start)
        if clean:
            yield Passed(Place(number))


def _hits(text: str, word: Word, known: tuple[str, ...]) -> Iterator[int]:
    start = text.find(word.word)
    while start >= 0:
        end = start + len(word.word)
        near = text[max(0, start - _AROUND) : end + _AROUND]
        follows = not word.followed or re.match(word.followed, text[end : end + _AROUND])
        if (
            follows
            and not is_piece(text, start, end, (*known, *word.known))
            and not any(w in near for w in word.unless)
        ):
            yield start
        start = text.find(word.word, end)


def _failed(number: int | None, passage: Passage, word: Word, start: int) -> Failed:
    end = start + len(word.word)
    return Failed(
        place=Place(number),
        location=passage.locate(start, end),
        quote=word.word,
        values={"word": word.word, "instead": word.instead, "quote": around(passage.text, start, end, 10)},
        expected=word.instead or None,
        actual=word.word,
    )


KIND = Kind(
    name="word-list",
    options=Options,
    check=check,
    says=("instead", "quote", "word"),
    needs=(Need.TEXT,),
)
