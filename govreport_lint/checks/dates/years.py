"""Kind ``year-mismatch``: the years of title, period and text are one year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject
from .period import printed_period, stated_period

# Names of documents have years of their own; they are blanked out, letter for letter.
_QUOTED = re.compile(r"《[^》]{0,200}》|[〔\[][^〕\]]{0,12}[〕\]]")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``bound``: regular expressions with the group ``year``, for sentences whose year must be the report's;
    ``excused``: regular expressions of words that speak of other years; ``sections``: those looked at, 0 is
    the preamble."""

    bound: tuple[str, ...]
    excused: tuple[str, ...]
    sections: tuple[int, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the stated period and every sentence in which a year is bound to what was done in it."""
    report = subject.report
    if report.year is None or (report.title is not None and report.title.year is None):
        yield NotAssessable(Place(), Text("看不出报告年度", "the report year is unknown"))
        return
    yield from _period(report, report.year)
    other = _period_years(report) - {str(report.year)}
    patterns = [re.compile(pattern) for pattern in options.bound]
    excused = re.compile("|".join(options.excused) or r"(?!)")
    for number, passage in passages(report):
        if (number or 0) in options.sections:
            for outcome in _passage(report.year, number, passage, (patterns, excused)):
                # Where text and period agree on another year, the title is wrong, and the period tells it.
                if isinstance(outcome, Passed) or outcome.actual not in other:
                    yield outcome


def _period(report: Report, year: int) -> Iterator[Outcome]:
    start, end = stated_period(report)
    values = _period_years(report)
    if not start or not end or not values:
        return
    if values == {str(year)}:
        yield Passed(Place())
        return
    printed = printed_period(report, start, end)
    yield Failed(
        place=Place(),
        location=start.location.until(end.location),
        quote=printed,
        values={"printed": printed, "year": str(year), "found": "、".join(sorted(values))},
        expected=str(year),
        actual="、".join(sorted(values)),
        wording="period",
    )


def _period_years(report: Report) -> set[str]:
    return {date.value[:4] for date in stated_period(report) if date and date.value}


def _passage(
    year: int, number: int | None, passage: Passage, rule: tuple[list[re.Pattern[str]], re.Pattern[str]]
) -> Iterator[Passed | Failed]:
    patterns, excused = rule
    blank = Passage(_QUOTED.sub(lambda match: "　" * len(match[0]), passage.text), passage.runs)
    for offset, sentence in sentences(blank):
        match = next((found for pattern in patterns if (found := pattern.search(sentence))), None)
        if match is None:
            continue
        stated = int(match["year"])
        if stated == year:
            yield Passed(Place(number))
        elif str(year) not in sentence and not excused.search(sentence):
            start, end = offset + match.start("year"), offset + match.end()
            quote = passage.text[start:end]
            yield Failed(
                place=Place(number),
                location=passage.locate(start, end),
                quote=quote,
                values={"printed": quote, "year": str(year), "found": str(stated)},
                expected=str(year),
                actual=str(stated),
            )


KIND = Kind(
    name="year-mismatch",
    options=Options,
    check=check,
    says=("found", "printed", "year"),
    wordings={"period": None},
    needs=(Need.TEXT,),
)
