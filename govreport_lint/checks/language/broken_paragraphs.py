"""Kind ``broken-paragraph``: a paragraph that stops in mid-sentence, and the next one goes on with it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ...finding import Place
from ...report import Section
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject

_STOPPED = re.compile(r"[\u4e00-\u9fff、，]$")
_INSIDE = re.compile(r"[，。；]")
_GOES_ON = re.compile(r"[\u4e00-\u9fff]")
_TAIL = 12


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """Only in ``sections``; both pieces have a mark within, the first is at least ``shortest`` characters long,
    and neither is a heading: the second begins with none of ``beginnings`` (expressions: numbering), the first
    is no numbered line (``headings``)."""

    sections: tuple[int, ...]
    shortest: int
    beginnings: tuple[str, ...]
    headings: str


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each two neighbouring paragraphs of a section."""
    beginnings = re.compile("|".join(options.beginnings) or r"(?!)")
    for section in subject.report.sections:
        if section.number in options.sections and not section.tables:
            headings = re.compile(options.headings)
            yield from _in_section(section, options.shortest, beginnings, headings)


def _in_section(
    section: Section, shortest: int, beginnings: re.Pattern[str], headings: re.Pattern[str]
) -> Iterator[Outcome]:
    place = Place(section.number)
    for first, second in pairwise(section.paragraphs):
        before, after = first.text.rstrip(), second.text.lstrip()
        if not _is_broken(before, after, shortest) or beginnings.match(after) or headings.fullmatch(before):
            yield Passed(place)
            continue
        start = max(0, len(before) - _TAIL)
        yield Failed(
            place=place,
            location=first.locate(start, len(before)),
            quote=before[start:],
            values={"end": before[start:], "start": after[:_TAIL]},
        )


def _is_broken(before: str, after: str, shortest: int) -> bool:
    long_enough = len(before) >= shortest and len(after) >= _TAIL
    within = _INSIDE.search(before) and _INSIDE.search(after) and after.endswith(("。", "；", "！"))
    return bool(long_enough and within and _STOPPED.search(before) and _GOES_ON.match(after))


KIND = Kind(
    name="broken-paragraph",
    options=Options,
    check=check,
    says=("end", "start"),
    needs=(Need.TEXT,),
)
