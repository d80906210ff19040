"""The prose of a report with the sections it stands in, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Location, Passage
from ...report import Report, Section

_SENTENCE = re.compile(r"[^。；;！!？?\n]+[。；;！!？?\n]?")


def passages(report: Report) -> Iterator[tuple[int | None, Passage]]:
    """Every paragraph with the number of its section; None for the preamble."""
    for passage in report.preamble:
        yield None, passage
    for section in report.sections:
        for passage in section.paragraphs:
            yield section.number, passage


def sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with its offset."""
    for match in _SENTENCE.finditer(passage.text):
        yield match.start(), match[0]


def text_of(section: Section) -> str:
    """The prose of a section, one paragraph a line."""
    return "\n".join(passage.text for passage in section.paragraphs)


def nearest_place(report: Report, number: int) -> Location:
    """Where to show that a section is missing: the section before it, else the next, else the title."""
    before = [section for section in report.sections if section.number < number]
    if before:
        return max(before, key=lambda section: section.number).location
    if report.sections:
        return report.sections[0].location
    return report.title.location if report.title else Location()
