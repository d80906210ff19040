"""Kind ``residue``: words of a template that should have been filled in or deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ...document import Location, Passage, Table
from ...finding import Place
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.section_text import passages
from ..subject.subject import Subject

# Addresses in which letters and marks are no placeholders.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s，。；）)》]+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)[^\s，。；）)》]*"
)
_MASK = re.compile(r"[XＸx×*＊_○〇]+")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``phrases`` are template words, marks and widths aside; ``patterns`` are regular expressions."""

    phrases: tuple[str, ...]
    patterns: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """No paragraph and no cell of the report holds a residue; each kind of residue is told once a passage."""
    wanted = _wanted(options.phrases, options.patterns)
    found = [(place, passage, span) for place, passage in _texts(subject) for span in _found(passage.text, wanted)]
    # A mask in the name of a document may be meant; beside words of a template it is one of them.
    if all(_masks_a_name(passage.text, span) for _, passage, span in found):
        yield Passed(Place())
        return
    for place, passage, (start, end) in found:
        quote = passage.text[start:end]
        yield Failed(place=place, location=passage.locate(start, end), quote=quote, values={"residue": quote})


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
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    return [span for span in spans if not any(first <= span[0] < last for first, last in addresses)]


def _masks_a_name(text: str, span: tuple[int, int]) -> bool:
    """Whether a residue is nothing but crosses or circles, within 《》."""
    before = text[: span[0]]
    return bool(_MASK.fullmatch(text[slice(*span)])) and before.rfind("《") > before.rfind("》")


KIND = Kind(
    name="residue",
    options=Options,
    check=check,
    says=("residue",),
    needs=(Need.TEXT,),
)
