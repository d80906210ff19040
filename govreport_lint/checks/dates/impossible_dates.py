"""Kind ``impossible-date``: a date that is in no calendar (2月30日, 202020年)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...report import DateMention, Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``roles``: the dates that are judged; the page's own (``published``) are no part of the report."""

    roles: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every date of the report."""
    for date in subject.report.dates:
        if date.role not in options.roles:
            continue
        place = Place(_section(subject.report, date))
        if date.value is not None:
            yield Passed(place)
        else:
            yield Failed(place=place, location=date.location, quote=date.text, values={"date": date.text})


def _section(report: Report, date: DateMention) -> int | None:
    for section in report.sections:
        for passage in section.paragraphs:
            whole = passage.location
            same = (whole.page, whole.paragraph) == (date.location.page, date.location.paragraph)
            if same and whole.start <= date.location.start < max(whole.end, whole.start + 1):
                return section.number
    return None


KIND = Kind(
    name="impossible-date",
    options=Options,
    check=check,
    says=("date",),
    needs=(Need.TEXT,),
)
