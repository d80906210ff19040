"""Kinds about the sections of the form: all there, in order, none empty.

The sections are those of 条例第五十条 in the format of 国办公开办函〔2021〕30号.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Document, Image, Location, Table
from ...finding import Place
from ...labels import normalise
from ...language import Text
from ...report import Report, Section
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import nearest_place
from ..subject.subject import Subject

_PICTURE = Text(
    "此处有图片或嵌入的对象，无法读取，标题可能在其中",
    "a picture stands here that cannot be read; the title may be in it",
)
# A picture further above the first section belongs to the page.
_NEAR = 6
_WORD = re.compile(r"\w")
_REMARK = re.compile(r"[(（【\[][^)）】\]]{0,30}[)）】\]]")
_CHINESE = "零一二三四五六七八九十"


class EmptyOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``nothing``: words that say no more than 无; ``nothing_in``: sections in which that counts as empty."""

    nothing: tuple[str, ...] = ()
    nothing_in: tuple[int, ...] = ()


def required(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Each section of the form stands in the report."""
    for wanted in subject.form.sections:
        place = Place(wanted.number)
        if subject.report.section(wanted.number):
            yield Passed(place)
            continue
        if _pictured(subject, wanted.number):
            yield NotAssessable(place, _PICTURE)
            continue
        yield Failed(
            place=place,
            location=nearest_place(subject.report, wanted.number),
            quote="",
            values={"number": _part(wanted.number), "title": wanted.title},
            expected=wanted.title,
        )


def _pictured(subject: Subject, number: int) -> bool:
    """Whether a picture stands where a section is missing; its title may be in it."""
    sections, blocks = subject.report.sections, subject.document.blocks
    before = [section for section in sections if section.number < number]
    after = [section for section in sections if section.number > number]
    end = min((section.blocks[0] for section in after), default=None)
    start = max((section.blocks[0] for section in before), default=max(0, (end or 0) - _NEAR))
    stop = end if end is not None else max((section.blocks[1] for section in before), default=0)
    return any(isinstance(block, Image) for block in blocks[start:stop])


def order(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """The sections stand in the order of the form; the fewest that would have to move are named."""
    sections = subject.report.sections
    kept = _longest_rising([section.number for section in sections])
    for index, section in enumerate(sections):
        place = Place(section.number)
        if index in kept:
            yield Passed(place)
            continue
        neighbour = sections[index - 1] if index else sections[1]
        yield Failed(
            place=place,
            location=section.location,
            quote=section.title,
            values={
                "title": section.title,
                "number": _part(section.number),
                "relation": Text("之后", "after") if index else Text("之前", "before"),
                "neighbour": neighbour.title,
            },
        )


def empty(subject: Subject, options: EmptyOptions) -> Iterator[Outcome]:
    """Each section has a text, a table or a picture under its title."""
    nothing = {normalise(word) for word in options.nothing}
    for section in subject.report.sections:
        place = Place(section.number)
        text = _own_text(subject.report, section)
        said = normalise(_compact(text))
        says_nothing = section.number in options.nothing_in and said in nothing
        if (text.strip() and not says_nothing) or _has_more(subject.document, section) or _has_table(subject, section):
            yield Passed(place)
            continue
        yield Failed(
            place=place,
            location=section.location,
            quote=section.title,
            values={"title": section.title},
            wording="nothing" if says_nothing else None,
        )


def _own_text(report: Report, section: Section) -> str:
    """The paragraphs of a section that are not the signature of the report and hold words."""
    marks = [(date.text, date.location) for date in report.dates if date.role == "signature"]
    if report.signature:
        marks.append((report.signature.text, report.signature.location))
    return "\n".join(
        passage.text
        for passage in section.paragraphs
        if not _is_signature(passage.text, [text for text, at in marks if _within(at, passage.location)])
    )


def _is_signature(text: str, marks: list[str]) -> bool:
    rest = _compact(text)
    for mark in marks:
        rest = rest.replace(_compact(mark), "")
    # Beside a signature stands a seal or a remark: （盖章）, （此件公开发布）.
    return not _WORD.search(_REMARK.sub("", rest) if marks else rest)


def _compact(text: str) -> str:
    return re.sub(r"\s", "", text)


def _within(part: Location, whole: Location) -> bool:
    same = (whole.page, whole.paragraph) == (part.page, part.paragraph)
    return same and whole.start <= part.start and part.end <= whole.end


def _has_more(document: Document, section: Section) -> bool:
    if section.tables or section.images:
        return True
    return any(isinstance(block, Table | Image) for block in document.blocks[slice(*section.blocks)])


def _has_table(subject: Subject, section: Section) -> bool:
    """Whether its table stands anywhere: one in another place is no fault of this rule."""
    return any(
        subject.report.table(table.key).found for table in subject.form.tables if table.section == section.number
    )


def _part(number: int) -> Text:
    return Text(f"第{_CHINESE[number]}部分", f"section {number}")


def _longest_rising(numbers: list[int]) -> set[int]:
    """The indices of the longest row of rising numbers."""
    best: list[tuple[int, ...]] = []
    for index, number in enumerate(numbers):
        rows = [row for row in best if numbers[row[-1]] < number]
        longest: tuple[int, ...] = max(rows, key=len) if rows else ()
        best.append((*longest, index))
    longest_of_all: tuple[int, ...] = max(best, key=len) if best else ()
    return set(longest_of_all)


REQUIRED = Kind(
    name="required-sections",
    options=NoOptions,
    check=required,
    says=("number", "title"),
    needs=(Need.TEXT,),
    absence=True,
)
ORDER = Kind(
    name="section-order",
    options=NoOptions,
    check=order,
    says=("neighbour", "number", "relation", "title"),
    needs=(Need.TEXT,),
    absence=True,
)
EMPTY = Kind(
    name="empty-section",
    options=EmptyOptions,
    check=empty,
    says=("neighbour", "number", "relation", "title"),
    wordings={"nothing": None},
    needs=(Need.TEXT,),
    absence=True,
)
