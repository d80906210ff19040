"""Kind ``doubled``: a word or a mark that stands twice by a slip (的的, 资金资金, ，，)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Change, Mending
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.quotes import around
from ..subject.subject import Subject
from .known_words import is_piece

_AROUND = 8
_TITLE = Text("删去重复的标点", "take the second mark away")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``single`` characters and ``marks`` that never stand twice, words of two to ``longest`` characters that do
    not unless they are ``fine``; a hit that is a piece of a ``known`` word is none. Of the ``mended`` marks the
    second is taken away by a fix."""

    single: str
    marks: tuple[str, ...]
    fine: tuple[str, ...]
    known: tuple[str, ...]
    longest: int = 6
    mended: tuple[str, ...] = ()


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
                fix=_mending(passage, start, end, options),
            )
        if clean:
            yield Passed(Place(number))


def _mending(passage: Passage, start: int, end: int, options: Options) -> Mending | None:
    """The second of two marks taken away; three may be an ellipsis."""
    text = passage.text
    if (
        text[start:end] not in options.mended
        or text[end : end + 1] == text[start]
        or text[max(0, start - 1) : start] == text[start]
    ):
        return None
    return Mending(_TITLE, (Change(passage, end - 1, end, ""),))


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
    mends=("mended",),
    needs=(Need.TEXT,),
)
