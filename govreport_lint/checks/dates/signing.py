"""Kinds about the date of signature: there, not before the year is over, not after the legal day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Document, Image, Location
from ...finding import Place
from ...language import Text
from ...report import DateMention, Report, Section
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.identity.meant_year import meant_year
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import nearest_place
from ..subject.subject import Subject

_UNSIGNED = Text("没有落款日期", "there is no date of signature")
_PICTURED = Text(
    "文末是图片，无法读取，落款可能在其中", "the text ends in a picture that cannot be read; the date may be in it"
)
_LAST = 3
_YEARLESS = Text("看不出报告年度", "the report year is unknown")


class Deadline(Struct, frozen=True, forbid_unknown_fields=True):
    """``units``: the kinds of unit; ``names``: a regular expression that their name matches; ``day``: month
    and day of the following year (``01-31``); ``who``: for the message."""

    units: tuple[str, ...]
    day: str
    who: Text
    names: str = ""


class LateOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The days that the law sets; a unit that it does not name is not judged.

    ``deadlines``: for which units, the month and the day.
    """

    deadlines: tuple[Deadline, ...]


def early(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """A report on a year is signed after that year."""
    year, date = meant_year(subject.report), _signed(subject.report)
    if date is None or date.value is None:
        yield NotAssessable(Place(), _UNSIGNED)
    elif year is None:
        yield NotAssessable(Place(), _YEARLESS)
    elif date.value > f"{year}-12-31":
        yield Passed(Place())
    else:
        yield Failed(
            place=Place(),
            location=date.location,
            quote=date.text,
            values={"date": date.text, "year": str(year)},
            actual=date.value,
        )


def late(subject: Subject, options: LateOptions) -> Iterator[Outcome]:
    """条例第四十九条: departments until 31 January, governments from the county up until 31 March."""
    report = subject.report
    deadline = next((found for found in options.deadlines if _applies(found, report)), None)
    if deadline is None:
        return
    year, date = meant_year(report), _signed(report)
    if date is None or date.value is None:
        yield NotAssessable(Place(), _UNSIGNED)
    elif year is None:
        yield NotAssessable(Place(), _YEARLESS)
    elif date.value <= f"{year + 1}-{deadline.day}":
        yield Passed(Place())
    else:
        month, day = (int(part) for part in deadline.day.split("-"))
        limit = Text(f"{year + 1}年{month}月{day}日", f"{year + 1}-{deadline.day}")
        yield Failed(
            place=Place(),
            location=date.location,
            quote=date.text,
            values={"date": date.text, "who": deadline.who, "deadline": limit},
            expected=f"{year + 1}-{deadline.day}",
            actual=date.value,
        )


def dated(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """A report that is complete has a date, its own or that of the page."""
    report = subject.report
    section = report.section(6)
    if section is None:
        return
    if _signed(report) or any(date.role == "published" for date in report.dates):
        yield Passed(Place(6))
    elif section.images and _ends_in_picture(subject.document, section):
        yield NotAssessable(Place(6), _PICTURED)
    elif subject.document.framed:
        yield NotAssessable(Place(6), Text("网页的日期由网站显示", "the site shows the date of a page"))
    else:
        yield Failed(place=Place(6), location=_end(report), quote="", values={})


def _ends_in_picture(document: Document, section: Section) -> bool:
    """Whether a picture, as of a seal, stands behind the last paragraph or beside it."""
    return any(isinstance(block, Image) for block in document.blocks[slice(*section.blocks)][-_LAST:])


def _signed(report: Report) -> DateMention | None:
    return next((date for date in report.dates if date.role == "signature"), None)


def _applies(deadline: Deadline, report: Report) -> bool:
    name = re.sub(r"\s+", "", report.organ or "")
    return report.kind.value in deadline.units and bool(re.search(deadline.names, name))


def _end(report: Report) -> Location:
    section = report.section(6)
    if section is None:
        return nearest_place(report, 6)
    return section.paragraphs[-1].location if section.paragraphs else section.location


EARLY = Kind(
    name="signed-early",
    options=NoOptions,
    check=early,
    says=("date", "year"),
    needs=(Need.TEXT,),
)
LATE = Kind(
    name="signed-late",
    options=LateOptions,
    check=late,
    says=("date", "deadline", "who"),
    needs=(Need.TEXT,),
)
DATED = Kind(
    name="dated",
    options=NoOptions,
    check=dated,
    needs=(Need.TEXT,),
    absence=True,
)
