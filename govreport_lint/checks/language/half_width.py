"""Kind ``half-width``: half-width punctuation between Chinese characters, told once for a report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

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

_FIRST, _LAST = "\u4e00", "\u9fff"
_AROUND = 8
_TITLE = Text("改为全角标点", "use full-width marks")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``marks`` between two Chinese characters or quotes; ``ends`` also after one at the end of a paragraph. They are
    mended to the characters of ``full``, in the order of ``marks`` and ``ends``; empty: to none.

    ``quotes``: the marks that count like a Chinese character.
    """

    marks: str
    ends: str
    quotes: str = "“”‘’《》（）"
    full: str = ""


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """One finding at the first mark, with their number: a text is written in one width or the other."""
    marks = re.compile(f"[{re.escape(options.marks + options.ends)}]")
    found = [
        (number, passage, match.start())
        for number, passage in prose(subject.report)
        for match in marks.finditer(passage.text)
        if _is_between(passage.text, match.start(), options)
    ]
    if not found:
        yield Passed(Place())
        return
    number, passage, at = found[0]
    quote = around(passage.text, at, at + 1, _AROUND)
    yield Failed(
        place=Place(number),
        location=passage.locate(at, at + 1),
        quote=passage.text[at],
        values={"quote": quote, "mark": passage.text[at], "count": str(len(found))},
        fix=_mending([(passage, at) for _, passage, at in found], options),
    )


def _mending(found: Sequence[tuple[Passage, int]], options: Options) -> Mending | None:
    """All of them, each by itself; not those that the rule names no full-width mark for."""
    full = dict(zip(options.marks + options.ends, options.full, strict=False))
    changes = [(passage, at, full.get(passage.text[at])) for passage, at in found]
    known = tuple(Change(passage, at, at + 1, mark) for passage, at, mark in changes if mark)
    return Mending(_TITLE, known, apart=True) if known else None


def _is_between(text: str, at: int, options: Options) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not _is_chinese(before, options):
        return False
    if text[at] in options.ends and not text[at + 1 :].strip():
        return True
    return text[at] in options.marks and _is_chinese(after, options)


def _is_chinese(character: str, options: Options) -> bool:
    return bool(character) and (_FIRST <= character <= _LAST or character in options.quotes)


KIND = Kind(
    name="half-width",
    options=Options,
    check=check,
    says=("count", "mark", "quote"),
    mends=("full",),
    needs=(Need.TEXT,),
)
