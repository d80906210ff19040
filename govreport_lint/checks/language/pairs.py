"""Kind ``pairs``: brackets and quotes that are opened are closed, and the other way round, in the same width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text, same
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Mending
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.prose import prose
from ..subject.quotes import around
from ..subject.subject import Subject
from .bracket_widths import two_widths

_ENDS = "。！？；：”）.…"
_AROUND = 12
_TITLE = Text("成对的括号都用全角", "use full-width brackets on both sides")
# Marks that cannot be quoted.
_NAMES = {"“": Text("左双引号", "an opening quotation mark"), "”": Text("右双引号", "a closing quotation mark")}


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``pairs``: an opening and a closing mark each, of any width (``（(）)``: the first half opens, the full width
    comes first). A closing mark after ``numbering`` at the beginning of a line or after a stop needs no partner (1）).
    ``mends``: two of different width are mended to full width."""

    pairs: tuple[str, ...]
    numbering: str
    mends: bool = True


class _Mark(Struct, frozen=True):
    """A mark without a partner."""

    passage: Passage
    at: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Marks find their partner within their section; the first lonely one of a kind in a paragraph is told.

    Of pairs in two widths the first is told, for all of them.
    """
    parts: dict[int | None, list[Passage]] = {}
    for number, passage in prose(subject.report):
        parts.setdefault(number, []).append(passage)
    last = next(reversed(subject.report.sections), None)
    for number, texts in parts.items():
        cut = last is not None and number == last.number
        lonely = [mark for pair in options.pairs for mark in _lonely(texts, pair, options, cut)]
        told: set[tuple[int, str]] = set()
        for mark in lonely:
            character = mark.passage.text[mark.at]
            if (id(mark.passage), character) not in told:
                told.add((id(mark.passage), character))
                yield _failed(number, mark)
        if not lonely:
            yield Passed(Place(number))
    yield from _widths(parts, options)


def _lonely(texts: Sequence[Passage], pair: str, options: Options, cut: bool) -> Iterator[_Mark]:
    opening = pair[: len(pair) // 2]
    marks = re.compile(f"[{re.escape(pair)}]")
    numbering = re.compile(rf"(?:^|[。；：，、）)\s])(?:{options.numbering})$")
    opened: list[_Mark] = []
    for passage in texts:
        for match in marks.finditer(passage.text):
            if match[0] in opening:
                opened.append(_Mark(passage, match.start()))
            elif opened:
                opened.pop()
            elif not numbering.search(passage.text[max(0, match.start() - 6) : match.start()]):
                yield _Mark(passage, match.start())
    # a page cut off in the middle of a sentence has lost what would close its last marks
    end = texts[-1].text.rstrip()[-1:] if texts else ""
    if not (cut and end not in _ENDS):
        yield from opened


def _widths(parts: Mapping[int | None, Sequence[Passage]], options: Options) -> Iterator[Failed]:
    found = [
        (number, odd)
        for number, texts in parts.items()
        for passage in texts
        for pair in options.pairs
        for odd in two_widths(passage, pair)
    ]
    if found:
        number, first = found[0]
        changes = tuple(change for _, odd in found for change in odd.changes)
        mending = Mending(_TITLE, changes, apart=True) if options.mends else None
        words = first.passage.text[first.start : first.end]
        yield Failed(
            place=Place(number),
            location=first.passage.locate(first.start, first.end),
            quote=words,
            values={"quote": words, "count": str(len(found))},
            wording="widths",
            fix=mending,
        )


def _failed(number: int | None, mark: _Mark) -> Failed:
    text = mark.passage.text
    quote = around(text, mark.at, mark.at + 1, _AROUND)
    return Failed(
        place=Place(number),
        location=mark.passage.locate(mark.at, mark.at + 1),
        quote=text[mark.at],
        values={"mark": text[mark.at], "name": _NAMES.get(text[mark.at], same(f"“{text[mark.at]}”")), "quote": quote},
    )


KIND = Kind(
    name="pairs",
    options=Options,
    check=check,
    says=("mark", "name", "quote"),
    wordings={"widths": ("count", "quote")},
    mends=("mends",),
    needs=(Need.TEXT,),
)
