"""The numbers within a section: （一）（二） of sub-headings, 一是、二是, 1. 2. and ①② of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...report import Section
from ..subject.mending.changes import Change
from ..subject.outcome import Outcome, Passed
from .numbering_faults import CHINESE, numbering_fault, renumbered

_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_MOST = 20
_SAME = 8


class _Shape(Struct, frozen=True):
    """A way to number: how it is found, with the number as its group, and how numbers are printed.

    ``forms`` are templates of how else a number may stand in the text, glued to other words. ``listed``: a list, which
    goes on in the next paragraph at the furthest; ``counted``: a list in figures, which has to begin with 1;
    ``headed``: numbers of headings, each at the beginning of a paragraph.
    """

    pattern: re.Pattern[str]
    digits: tuple[str, ...]
    printed: str
    forms: tuple[str, ...]
    listed: bool = False
    counted: bool = False
    headed: bool = False


class _Mark(Struct, frozen=True):
    """A number in a paragraph: its value and its place."""

    number: int
    paragraph: int
    start: int
    end: int


_FIGURES = tuple(str(number) for number in range(1, _MOST + 1))
_SHAPES = (
    _Shape(
        re.compile(rf"(?:^|(?<=[。；;！!？?\s:：]))[（(]([{CHINESE}])[）)]"),
        tuple(CHINESE),
        "（{}）",
        ("（{}）", "({})"),
        headed=True,
    ),
    _Shape(
        re.compile(rf"(?:^|(?<=[，,。；;：:！!？?、\s*]))([{CHINESE}])是"),
        tuple(CHINESE),
        "{}是",
        ("{}是", "第{}", "其{}"),
        listed=True,
    ),
    _Shape(
        re.compile(r"(?:^\s*|(?<=[。；;：:]))(\d{1,2})[.．、](?![\d０-９])"),
        _FIGURES,
        "{}.",
        ("{}.", "{}．", "{}、", "{}）", "{})", "第{}"),
        counted=True,
    ),
    _Shape(
        re.compile(r"(?:^\s*|(?<=[。；;：:]))[（(](\d{1,2})[）)]"), _FIGURES, "（{}）", ("（{}）", "({})"), counted=True
    ),
    _Shape(re.compile(rf"([{_CIRCLED}])"), tuple(_CIRCLED), "{}", ("{}",), counted=True),
)


def list_numbers(section: Section, *, mends: bool = True) -> Iterator[Outcome]:
    """No number of a section is skipped and none stands twice; a list that begins again is in order.

    ``mends``: a fix gives headings their right numbers where these are certain.
    """
    for shape in _SHAPES:
        yield from _judge(section, shape, mends and shape.headed)


def _judge(section: Section, shape: _Shape, mends: bool) -> Iterator[Outcome]:
    previous: _Mark | None = None
    marks = tuple(_found(section, shape))
    for index, mark in enumerate(marks):
        if previous is None and shape.counted and mark.number != 1:
            continue
        if previous is None or mark.number in (1, previous.number + 1) or mark.number < previous.number:
            if previous is not None:
                yield Passed(Place(section.number))
        elif shape.listed and mark.paragraph > previous.paragraph + 1:
            pass
        elif not _hidden(section, previous, mark, shape):
            location = section.paragraphs[mark.paragraph].locate(mark.start, mark.end)
            number, before = (shape.printed.format(shape.digits[one.number - 1]) for one in (mark, previous))
            repeated = mark.number == previous.number
            fix = renumbered(_in_order(section, marks, index)) if mends and repeated else None
            yield numbering_fault(Place(section.number), location, number, before, repeated=repeated, fix=fix)
        previous = mark


def _in_order(section: Section, marks: tuple[_Mark, ...], at: int) -> Iterator[Change]:
    """The right numbers of headings where the one ``at`` repeats the one before it, and nothing else is wrong."""
    first = at - marks[at].number
    end = next((index for index in range(at + 1, len(marks)) if marks[index].number == 1), len(marks))
    if first < 0 or end - first > len(CHINESE) or _is_copy(section, marks[at - 1], marks[at]):
        return
    own = marks[first:end]
    printed, counted = [mark.number for mark in own], list(range(1, len(own) + 1))
    slip = at - first
    alone = [*counted[:slip], counted[slip] - 1, *counted[slip + 1 :]]
    shifted = [*counted[:slip], *(number - 1 for number in counted[slip:])]
    if printed not in (alone, shifted) or any(section.paragraphs[m.paragraph].text[: m.start].strip() for m in own):
        return
    for mark, number in zip(own, counted, strict=True):
        if mark.number != number:
            place = mark.start + 1
            yield Change(section.paragraphs[mark.paragraph], place, place + 1, CHINESE[number - 1])


def _is_copy(section: Section, before: _Mark, mark: _Mark) -> bool:
    """Whether the same words stand behind both numbers: then one of the two is too many, not its number wrong."""
    first, second = (
        section.paragraphs[one.paragraph].text[one.end : one.end + _SAME].strip() for one in (before, mark)
    )
    return first == second


def _found(section: Section, shape: _Shape) -> Iterator[_Mark]:
    for index, passage in enumerate(section.paragraphs):
        for match in shape.pattern.finditer(passage.text):
            if match[1] in shape.digits:
                yield _Mark(shape.digits.index(match[1]) + 1, index, match.start(), match.end())


def _hidden(section: Section, before: _Mark, after: _Mark, shape: _Shape) -> bool:
    """Whether a number that seems skipped stands between the two marks, glued to other words."""
    text = _between(section.paragraphs, before, after)
    if after.number == before.number:
        again = any(form.format(shape.digits[0]) in text for form in shape.forms)
        same = after.paragraph == before.paragraph
        return again or (not shape.counted and (not shape.listed) == same)
    wanted = shape.digits[before.number : after.number - 1]
    return any(form.format(number) in text for number in wanted for form in shape.forms)


def _between(paragraphs: tuple[Passage, ...], before: _Mark, after: _Mark) -> str:
    if before.paragraph == after.paragraph:
        return paragraphs[before.paragraph].text[before.end : after.start]
    middle = [passage.text for passage in paragraphs[before.paragraph + 1 : after.paragraph]]
    last = paragraphs[after.paragraph].text[: after.start]
    return "\n".join([paragraphs[before.paragraph].text[before.end :], *middle, last])
