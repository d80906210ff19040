"""Kind about how the date of signature is written."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Location, Passage
from ...finding import Place
from ...language import Text
from ...report import DateMention
from ...rulebook.kinds import Kind, Need
from ..subject.mending.changes import Change, Mending
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject

_UNSIGNED = Text("没有落款日期", "there is no date of signature")
_TITLE = Text("改为“{official}”", "write “{official}”")


class DateFormOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``printed``: the character that stands behind the day and should not; ``official``: the one that belongs there
    (GB/T 9704—2012, 7.3.5). ``mends``: a fix puts it there."""

    printed: str
    official: str
    mends: bool = True


def date_form(subject: Subject, options: DateFormOptions) -> Iterator[Outcome]:
    """The date of signature ends in 日."""
    date = next((date for date in subject.report.dates if date.role == "signature"), None)
    if date is None:
        yield NotAssessable(Place(), _UNSIGNED)
    elif not date.text.endswith(options.printed):
        yield Passed(Place())
    else:
        official = date.text.removesuffix(options.printed) + options.official
        yield Failed(
            place=Place(),
            location=date.location,
            quote=date.text,
            values={"date": date.text, "official": official},
            expected=official,
            actual=date.text,
            fix=_mending(subject, date, options) if options.mends else None,
        )


def _mending(subject: Subject, date: DateMention, options: DateFormOptions) -> Mending | None:
    found = _passage(subject, date.location)
    if found is None:
        return None
    passage, end = found
    return Mending(
        _TITLE.filled(official=options.official), (Change(passage, end - len(options.printed), end, options.official),)
    )


def _passage(subject: Subject, location: Location) -> tuple[Passage, int] | None:
    """The passage that a date stands in, and where in it the date ends."""
    for passage in subject.document.texts():
        if passage.location.covers(location) and (span := passage.span_of(location)):
            return passage, span[1]
    return None


DATE_FORM = Kind(
    name="date-form",
    options=DateFormOptions,
    check=date_form,
    says=("date", "official"),
    needs=(Need.TEXT,),
    mends=("mends",),
)
