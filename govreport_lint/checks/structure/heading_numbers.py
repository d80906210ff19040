"""Kind ``numbering``: 一、二、三 of the sections, and the numbers within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ...document import Heading, Paragraph
from ...finding import Place
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Change
from ..subject.outcome import Outcome, Passed
from ..subject.subject import Subject
from .list_numbers import list_numbers
from .number_brackets import mixed_brackets
from .numbering_faults import CHINESE, numbering_fault, renumbered

_TITLE = re.compile(rf"^\s*([{CHINESE}])、[^。；;]{{2,36}}$")

_NUMBER = re.compile(rf"[\s#*（(第]*([{CHINESE}])(?![{CHINESE}])")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``sections``: the sections of prose in which sub-headings and lists are looked at. ``mends``: where the right
    numbers are certain, a fix gives them. ``brackets``: brackets of two widths around them are told too."""

    sections: tuple[int, ...]
    mends: bool = True
    brackets: bool = False


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """No number is skipped and none stands twice; a list that begins again is in order."""
    yield from _sections(subject, options)
    for section in subject.report.sections:
        if section.number in options.sections:
            yield from list_numbers(section, mends=options.mends)
    if options.brackets:
        yield from mixed_brackets(subject.report, options.sections, mends=options.mends)


def numbered_titles(report: Report) -> list[tuple[int, int]]:
    """Lines numbered like sections that are none of the form: (section in which they stand, number)."""
    found = []
    for section in report.sections:
        for passage in section.paragraphs:
            match = _TITLE.match(passage.text) if len(passage.text) < 42 else None
            if match:
                found.append((section.number, CHINESE.index(match[1]) + 1))
    return found


def _sections(subject: Subject, options: Options) -> Iterator[Outcome]:
    """A gap is in order where a section of the form is missing there, or another title takes the number."""
    report = subject.report
    sections = [section for section in report.sections if section.printed_number]
    others = numbered_titles(report)
    for before, after in pairwise(sections):
        step = (after.printed_number or 0) - (before.printed_number or 0)
        between = {number for place, number in others if before.number <= place < after.number}
        taken = all((before.printed_number or 0) + count in between for count in range(1, step))
        if step == 1 or (step > 1 and (taken or step == after.number - before.number)):
            yield Passed(Place(after.number))
            continue
        yield numbering_fault(
            Place(after.number),
            after.location,
            f"{CHINESE[(after.printed_number or 1) - 1]}、",
            f"{CHINESE[(before.printed_number or 1) - 1]}、",
            repeated=step <= 0,
            fix=renumbered(_official_numbers(subject)) if options.mends and not others else None,
        )
        # What follows a wrong number is wrong by the same slip.
        return


def _official_numbers(subject: Subject) -> Iterator[Change]:
    """The right numbers of the sections: certain where all of the form are there, each once and in its order."""
    sections = subject.report.sections
    if [section.number for section in sections] != [section.number for section in subject.form.sections]:
        return
    for section in sections:
        block = subject.document.blocks[section.blocks[0]] if section.blocks[1] > section.blocks[0] else None
        match = _NUMBER.match(block.text.text) if isinstance(block, Heading | Paragraph) else None
        if match and CHINESE.index(match[1]) + 1 == section.printed_number != section.number:
            assert isinstance(block, Heading | Paragraph)
            yield Change(block.text, *match.span(1), CHINESE[section.number - 1])


KIND = Kind(
    name="numbering",
    options=Options,
    check=check,
    says=("before", "number"),
    wordings={"repeated": None, "brackets": ("count", "number")},
    mends=("mends",),
    needs=(Need.TEXT,),
)
