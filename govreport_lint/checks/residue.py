"""Kind ``residue``: words of a template that should have been filled in or deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from ..document import Passage, Table
from ..finding import Place
from ..labels import normalise
from ..report import Report
from .outcome import Failed, Kind, Outcome, Passed, Subject
from .passages import passages

# Addresses in which letters and marks are no placeholders.
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s，。；）)》]+|[\w.+-]+@[\w.-]+|[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org)[^\s，。；）)》]*")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``phrases`` are template words, marks and widths aside; ``patterns`` are regular expressions."""

    kind: str
    phrases: tuple[str, ...]
    patterns: tuple[str, ...]


class _Wanted(Struct, frozen=True):
    """The residues of a rule in a shape that is quick to look for."""

    phrases: tuple[str, ...]
    pattern: re.Pattern[str]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """No paragraph and no cell of the report holds a residue; each kind of residue is told once a passage."""
    wanted = _wanted(options.phrases, options.patterns)
    report = subject.report
    for place, passage in _texts(report):
        found = _found(passage.text, wanted)
        if not found:
            yield Passed(place)
        for start, end in found:
            quote = passage.text[start:end]
            yield Failed(
                place=place, location=passage.locate(start, end), quote=quote, values={"residue": quote}
            )  # fmt: skip


@cache
def _wanted(phrases: tuple[str, ...], patterns: tuple[str, ...]) -> _Wanted:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)"
    return _Wanted(phrases, re.compile(joined))


def _texts(report: Report) -> Iterator[tuple[Place, Passage]]:
    if report.title and report.title.location.end:
        place = report.title.location
        yield Place(), next(
            (text for text in report.document.texts() if text.location == place), Passage("", ())
        )
    for number, passage in passages(report):
        yield Place(number), passage
    for block in report.document.blocks:
        if isinstance(block, Table):
            for index in range(len(block.rows)):
                for cell in block.cells(index):
                    if cell.row == index and cell.text.text:
                        yield Place(), cell.text


def _found(text: str, wanted: _Wanted) -> list[tuple[int, int]]:
    spans = [match.span() for match in wanted.pattern.finditer(text)]
    if spans:
        addresses = [match.span() for match in _ADDRESS.finditer(text)]
        spans = [span for span in spans if not any(a <= span[0] < b for a, b in addresses)]
    plain = None
    for phrase in wanted.phrases:
        at = text.find(phrase)
        if at >= 0:
            spans.append((at, at + len(phrase)))
            continue
        plain = normalise(text) if plain is None else plain
        if normalise(phrase) in plain:
            spans.append((0, len(text)))
    return _apart(spans)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans without those that lie in another."""
    kept: list[tuple[int, int]] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return kept


KIND = Kind(Options, check)
