"""Kind ``copied-from-unit``: the prose of a report stands in another unit's report too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Location
from ...finding import Evidence, Place
from ...language import Text
from ...likeness.alike import AlikePassage, Likeness
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import nearest_place
from ..subject.subject import Subject

_TOO_SHORT = Text(
    "扣除套话和模板后，可比对的文字不足{letters}字", "fewer than {letters} letters are its own to compare"
)
_FIGURES = Text("，文中数字也相同", ", figures too")
_NOTHING = Text("", "")
_OTHERS = Text("；与{units}也相同不少", "; with {units} besides")
_SECTIONS = "一二三四五六"
_MOST_TOLD = 3
_LONGEST_QUOTE = 120


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """From what share of the text, in percent, a report is in doubt (``share``) and a mere copy (``copied``); below
    so many ``letters`` of its own nothing is said."""

    share: int
    copied: int
    letters: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Tell the unit whose report is most alike; others are named with it. What is a template was left out before."""
    copies = (subject.beside.copies if subject.beside else None) or ()
    compared = [like for like in copies if like.letters >= options.letters]
    if copies and not compared:
        letters = str(options.letters)
        yield NotAssessable(Place(), _TOO_SHORT.filled(letters=letters))
        return
    alike = [like for like in compared if like.share * 100 >= options.share]
    yield _failed(subject.report, alike, options) if alike else Passed(Place())


def _failed(report: Report, alike: Sequence[Likeness], options: Options) -> Failed:
    first = alike[0]
    passage = max((one for one in first.passages if not one.units), key=lambda one: len(one.own), default=None)
    place = Place(passage.section if passage else None)
    return Failed(
        place=place,
        location=_location(report, passage),
        quote=_cut(passage.own) if passage else "",
        values={
            "unit": first.other,
            "share": _percent(first),
            "section": _SECTIONS[place.section - 1] if place.section else "",
            "numbers": _FIGURES if first.numbers_too else _NOTHING,
            "others": _others(alike[1:]),
        },
        evidence=(Evidence(place, _cut(passage.other), first.other),) if passage else (),
        wording="copied" if first.share * 100 >= options.copied else None,
    )


def _location(report: Report, passage: AlikePassage | None) -> Location:
    """Where a passage stands; its section where what is left out stands in the middle of it."""
    if passage is None:
        return nearest_place(report, 1)
    for section in report.sections:
        for paragraph in section.paragraphs if section.number == passage.section else ():
            at = paragraph.text.find(passage.own)
            if at >= 0:
                return paragraph.locate(at, at + len(passage.own))
    return nearest_place(report, passage.section)


def _others(others: Sequence[Likeness]) -> Text:
    if not others:
        return _NOTHING
    told = [f"{like.other}（{_percent(like)}）" for like in others[:_MOST_TOLD]]
    english = [f"{like.other} ({_percent(like)})" for like in others[:_MOST_TOLD]]
    return Text(_OTHERS.zh.format(units="、".join(told)), _OTHERS.en.format(units=", ".join(english)))


def _percent(like: Likeness) -> str:
    """A share in whole percent, cut: 49.9 % is not half."""
    return f"{int(like.share * 100)}%"


def _cut(text: str) -> str:
    one = " ".join(text.split())
    return one if len(one) <= _LONGEST_QUOTE else one[:_LONGEST_QUOTE] + "…"


KIND = Kind(
    name="copied-from-unit",
    options=Options,
    check=check,
    says=("numbers", "others", "section", "share", "unit"),
    wordings={"copied": None},
    needs=(Need.TEXT, Need.COPIES),
)
