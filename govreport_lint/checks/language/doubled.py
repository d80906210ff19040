"""Kind ``doubled``: a word or a mark that stands twice by a slip (的的, 资金资金, ，，)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ...finding import Place
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.quotes import around
from ..subject.subject import Subject
from .known_words import is_piece

_AROUND = 8


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``single`` characters and ``marks`` that never stand twice, words of two to ``longest`` characters that do
    not unless they are ``fine``; a hit that is a piece of a ``known`` word is none."""

    single: str
    marks: tuple[str, ...]
    fine: tuple[str, ...]
    known: tuple[str, ...]
    longest: int = 6


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the paragraphs; every slip is told."""
    expression = _expression(options.single, options.marks, options.longest)
    for number, passage in prose(subject.report):
        clean = True
        for match in expression.finditer(passage.text):
            if not _is_slip(passage.text, match, options):
                continue
            clean = False
            start, end = match.span()
            yield Failed(
                place=Place(number),
                location=passage.locate(start, end),
                quote=match[0],
                values={"words": match[0], "quote": around(passage.text, start, end, _AROUND)},
            )
        if clean:
            yield Passed(Place(number))


def _is_slip(text: str, match: re.Match[str], options: Options) -> bool:
    word = match["word"]
    if word:
        return not any(word in (fine, fine + fine) for fine in options.fine)
    return not is_piece(text, match.start(), match.end(), options.known)


@lru_cache(maxsize=8)
def _expression(single: str, marks: tuple[str, ...], longest: int) -> re.Pattern[str]:
    twice = "|".join(re.escape(mark) for mark in (*marks, *(letter * 2 for letter in single)))
    return re.compile(rf"{twice}|(?P<word>[\u4e00-\u9fff]{{2,{longest}}})(?P=word)")


KIND = Kind(
    name="doubled",
    options=Options,
    check=check,
    says=("quote", "words"),
    needs=(Need.TEXT,),
)
