"""Kind ``numbering``: 一、二、三 of the sections, （一）（二） within a section, 一是、二是 within a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ...document import Location, Passage
from ...finding import Place
from ...report import Report, Section
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject

_CHINESE = "一二三四五六七八九十"
_SUBHEADING = re.compile(rf"(?:^|(?<=[。；;！!？?\s:：]))[（(]([{_CHINESE}])[）)]")
_LIST = re.compile(rf"(?:^|(?<=[，,。；;：:！!？?、\s*]))([{_CHINESE}])是")
_TITLE = re.compile(rf"^\s*([{_CHINESE}])、[^。；;]{{2,36}}$")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``sections``: the sections of prose in which sub-headings and lists are looked at."""

    sections: tuple[int, ...]


class _Mark(Struct, frozen=True):
    """A number in a paragraph: its value and its place."""

    number: int
    paragraph: int
    start: int
    end: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """No number is skipped and none stands twice; a list that begins again is in order."""
    yield from _sections(subject.report)
    for section in subject.report.sections:
        if section.number in options.sections:
            yield from _marks(section, _SUBHEADING, "subheading")
            yield from _marks(section, _LIST, "list")


def numbered_titles(report: Report) -> list[tuple[int, int]]:
    """Lines numbered like sections that are none of the form: (section in which they stand, number)."""
    found = []
    for section in report.sections:
        for passage in section.paragraphs:
            match = _TITLE.match(passage.text) if len(passage.text) < 42 else None
            if match:
                found.append((section.number, _CHINESE.index(match[1]) + 1))
    return found


def _sections(report: Report) -> Iterator[Outcome]:
    """A gap is in order where a section of the form is missing there, or another title takes the number."""
    sections = [section for section in report.sections if section.printed_number]
    others = numbered_titles(report)
    for before, after in pairwise(sections):
        step = (after.printed_number or 0) - (before.printed_number or 0)
        between = {number for place, number in others if before.number <= place < after.number}
        taken = all((before.printed_number or 0) + count in between for count in range(1, step))
        if step == 1 or (step > 1 and (taken or step == after.number - before.number)):
            yield Passed(Place(after.number))
            continue
        yield _failed(
            Place(after.number),
            after.location,
            f"{_CHINESE[(after.printed_number or 1) - 1]}、",
            f"{_CHINESE[(before.printed_number or 1) - 1]}、",
            repeated=step <= 0,
        )
        # What follows a wrong number is wrong by the same slip.
        return


def _marks(section: Section, pattern: re.Pattern[str], kind: str) -> Iterator[Outcome]:
    previous: _Mark | None = None
    for mark in _found(section, pattern):
        if previous is None or mark.number in (1, previous.number + 1) or mark.number < previous.number:
            if previous is not None:
                yield Passed(Place(section.number))
        elif kind == "list" and mark.paragraph > previous.paragraph + 1:
            pass
        elif not _hidden(section, previous, mark, kind):
            passage = section.paragraphs[mark.paragraph]
            shape = "（{}）" if kind == "subheading" else "{}是"
            yield _failed(
                Place(section.number),
                passage.locate(mark.start, mark.end),
                shape.format(_CHINESE[mark.number - 1]),
                shape.format(_CHINESE[previous.number - 1]),
                repeated=mark.number == previous.number,
            )
        previous = mark


def _found(section: Section, pattern: re.Pattern[str]) -> Iterator[_Mark]:
    for index, passage in enumerate(section.paragraphs):
        for match in pattern.finditer(passage.text):
            yield _Mark(_CHINESE.index(match[1]) + 1, index, match.start(), match.end())


def _hidden(section: Section, before: _Mark, after: _Mark, kind: str) -> bool:
    """Whether a number that seems skipped stands between the two marks, glued to other words."""
    text = _between(section.paragraphs, before, after)
    if after.number == before.number:
        again = "一是" in text or "（一）" in text or "(一)" in text
        return again or (kind == "subheading") == (after.paragraph == before.paragraph)
    wanted = _CHINESE[before.number : after.number - 1]
    if kind == "subheading":
        return any(f"（{number}）" in text or f"({number})" in text for number in wanted)
    return any(f"{number}是" in text or f"第{number}" in text or f"其{number}" in text for number in wanted)


def _between(paragraphs: tuple[Passage, ...], before: _Mark, after: _Mark) -> str:
    if before.paragraph == after.paragraph:
        return paragraphs[before.paragraph].text[before.end : after.start]
    middle = [passage.text for passage in paragraphs[before.paragraph + 1 : after.paragraph]]
    return "\n".join(
        [
            paragraphs[before.paragraph].text[before.end :],
            *middle,
            paragraphs[after.paragraph].text[: after.start],
        ]
    )


def _failed(place: Place, location: Location, number: str, before: str, *, repeated: bool) -> Failed:
    return Failed(
        place=place,
        location=location,
        quote=number,
        values={"number": number, "before": before},
        wording="repeated" if repeated else None,
    )


KIND = Kind(
    name="numbering",
    options=Options,
    check=check,
    says=("before", "number"),
    wordings={"repeated": None},
    needs=(Need.TEXT,),
)
