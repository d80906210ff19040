"""Kind ``period``: a stated statistical period is 1 January to 31 December of the report year."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..finding import Place
from ..language import Text
from ..report import DateMention, Report
from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject
from .passages import passages


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``start`` and ``end``: month and day (``01-01``) between which a report counts."""

    kind: str
    start: str
    end: str


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the period that the report states; none stated, nothing to judge."""
    start, end = stated_period(subject.report)
    if start is None or end is None:
        return
    if start.value is None or end.value is None:
        yield NotAssessable(Place(), Text("统计期限的日期有误", "a date of the period does not exist"))
        return
    year = subject.report.year or int(start.value[:4])
    if (start.value, end.value) == (f"{year}-{options.start}", f"{year}-{options.end}"):
        yield Passed(Place())
        return
    printed = printed_period(subject.report, start, end)
    yield Failed(
        place=Place(), location=start.location.until(end.location), quote=printed,
        values={"printed": printed, "year": str(year)},
        expected=f"{year}-{options.start}/{year}-{options.end}", actual=printed,
    )  # fmt: skip


def printed_period(report: Report, start: DateMention, end: DateMention) -> str:
    """The period as the report prints it."""
    for _, passage in passages(report):
        first = passage.text.find(start.text)
        last = passage.text.find(end.text, first + len(start.text)) if first >= 0 else -1
        if last >= 0:
            return passage.text[first : last + len(end.text)]
    return f"{start.text}至{end.text}"


def stated_period(report: Report) -> tuple[DateMention | None, DateMention | None]:
    """The start and the end of the period that the report states."""
    start = next((date for date in report.dates if date.role == "period_start"), None)
    end = next((date for date in report.dates if date.role == "period_end"), None)
    return start, end


KIND = Kind(Options, check)
