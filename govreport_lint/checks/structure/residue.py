"""Kind ``residue``: words of a template that should have been filled in or deleted."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from msgspec import Struct

from ...document import Location, Passage, Table
from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.quotes import around
from ..subject.section_text import passages
from ..subject.subject import Subject

# Addresses in which letters and marks are no placeholders.
# Each begins where nothing of its own letters stands before, so that a long text is gone through once.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s，。；）)》]+|(?a:(?<![\w.+-])[\w.+-]+@[\w.-]+"
    r"|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org))[^\s，。；）)》]*"
)
_BLANK = Text("空白", "blank space")
_AROUND = 12
_MASK = re.compile(r"[XＸx×*＊_○〇]+")
# The same words in the same passage are told so often: who mends these sees the others.
_MOST_ALIKE = 8
# What stands behind 《, to its end or as far as the text goes.
_NAME = re.compile(r"《[^《》]*")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``phrases`` are template words, marks and widths aside; ``patterns`` are regular expressions."""

    phrases: tuple[str, ...]
    patterns: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """No paragraph and no cell of the report holds a residue; of equal ones in a passage the first are told."""
    wanted = _wanted(options.phrases, options.patterns)
    found = [(place, passage, _found(passage.text, wanted)) for place, passage in _texts(subject)]
    # A mask in the name of a document may be meant; beside words of a template it is one of them.
    if all(_mask_a_name(passage.text, spans) for _, passage, spans in found if spans):
        yield Passed(Place())
        return
    for place, passage, spans in found:
        told: Counter[str] = Counter()
        for start, end in spans:
            quote = passage.text[start:end]
            told[quote] += 1
            if told[quote] > _MOST_ALIKE:
                continue
            yield Failed(
                place=place,
                location=passage.locate(start, end),
                quote=quote,
                values={
                    "residue": quote if quote.strip() else _BLANK,
                    "quote": around(passage.text, start, end, _AROUND),
                },
            )


def residues(text: str, options: Options | None) -> list[tuple[int, int]]:
    """Where words of a template stand in a text."""
    return _found(text, _wanted(options.phrases, options.patterns)) if options else []


@cache
def _wanted(phrases: tuple[str, ...], patterns: tuple[str, ...]) -> re.Pattern[str]:
    words = [r"\s*".join(re.escape(letter) for letter in _folded(phrase)) for phrase in phrases]
    return re.compile("|".join(f"(?:{pattern})" for pattern in (*patterns, *words)) or r"(?!)")


def _folded(text: str) -> str:
    """The text in one width, letter for letter."""
    return text.translate(_widths())


@cache
def _widths() -> dict[int, int]:
    """Full-width forms and the wide space by their plain ones."""
    return {0x3000: 0x20} | {0xFF01 + index: 0x21 + index for index in range(94)}


def _texts(subject: Subject) -> Iterator[tuple[Place, Passage]]:
    report, document = subject.report, subject.document
    if report.title and report.title.location != Location():
        place = report.title.location
        yield (
            Place(),
            next((text for text in document.texts() if text.location == place), Passage("", ())),
        )
    for number, passage in passages(report):
        yield Place(number), passage
    places = _label_places(report)
    for block in document.blocks:
        if isinstance(block, Table):
            for index in range(len(block.rows)):
                for cell in block.cells(index):
                    if cell.row == index and len(cell.text.text) > 1:
                        yield places.get(cell.text.location, Place()), cell.text


def _label_places(report: Report) -> dict[Location, Place]:
    """The places of the printed labels and headers, by which other rules speak of them too."""
    places: dict[Location, Place] = {}
    for reading in report.tables:
        for row in reading.rows:
            places[row.label.location] = Place(reading.section, reading.key, row.key)
        for header in reading.headers:
            places[header.printed.location] = Place(reading.section, reading.key)
    return places


def _found(text: str, wanted: re.Pattern[str]) -> list[tuple[int, int]]:
    spans = [match.span() for match in wanted.finditer(_folded(text))]
    if not spans:
        return []
    addresses = _within(text, _ADDRESS)
    return [span for span in spans if not addresses(span[0])]


def _within(text: str, pattern: re.Pattern[str]) -> Callable[[int], bool]:
    """Whether a place lies in what matches. Matches stand in order and apart, so one look finds the only candidate."""
    spans = [match.span() for match in pattern.finditer(text)]
    begins = [begin for begin, _ in spans]

    def inside(place: int) -> bool:
        at = bisect_right(begins, place) - 1
        return at >= 0 and place < spans[at][1]

    return inside


def _mask_a_name(text: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether residues of a text are nothing but crosses or circles, within 《》."""
    named = _within(text, _NAME)
    return all(_MASK.fullmatch(text, *span) and named(span[0] - 1) for span in spans)


KIND = Kind(
    name="residue",
    options=Options,
    check=check,
    says=("quote", "residue"),
    needs=(Need.TEXT,),
)
