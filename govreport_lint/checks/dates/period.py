"""Kind ``period``: a stated statistical period is 1 January to 31 December of the report year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import Kind, Need
from ..subject.identity.meant_year import meant_year
from ..subject.identity.stated_period import printed_period, stated_period
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject

_WIDTHS = str.maketrans("０１２３４５６７８９－", "0123456789-")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``start`` and ``end``: month and day (``01-01``) between which a report counts; ``stated``: a regular
    expression of the words after which a span is the period of the figures, ``elsewhere``: of the words that
    show the same outside the preamble, ``spans``: of spans of months and days of which a part is left out
    (groups ``first_year``, ``first_month``, ``first_day``, ``year``, ``month``, ``day``)."""

    start: str
    end: str
    stated: str = r"(?!)"
    elsewhere: str = r"(?!)"
    spans: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the period that the report states; none stated, nothing to judge."""
    start, end = stated_period(subject.report)
    if start is None or end is None:
        yield from _in_part(subject.report, options)
        return
    if start.value is None or end.value is None:
        yield NotAssessable(Place(), Text("统计期限的日期有误", "a date of the period does not exist"))
        return
    year = meant_year(subject.report) or int(start.value[:4])
    if (start.value, end.value) == _whole(year, options):
        yield Passed(Place())
        return
    printed = printed_period(subject.report, start, end)
    yield Failed(
        place=Place(),
        location=start.location.until(end.location),
        quote=printed,
        values={"printed": printed, "year": str(year)},
        expected=f"{year}-{options.start}/{year}-{options.end}",
        actual=printed,
        wording="last_year" if (start.value, end.value) == _whole(year - 1, options) else None,
    )


def _whole(year: int, options: Options) -> tuple[str, str]:
    return f"{year}-{options.start}", f"{year}-{options.end}"


def _in_part(report: Report, options: Options) -> Iterator[Outcome]:
    """Judge the first span whose year or beginning is left out, as in 1月至11月 or 截至11月30日."""
    year = meant_year(report)
    for number, passage in passages(report):
        for offset, sentence in sentences(passage):
            span = _span(sentence.translate(_WIDTHS), options, preamble=number is None)
            if span is None or _ends_later(span, year):
                continue
            if year is None:
                yield NotAssessable(Place(), Text("看不出报告年度", "the report year is unknown"))
            elif _whole_year(span, year, options):
                yield Passed(Place())
            else:
                first, last = offset + span.start(), offset + span.end()
                printed = passage.text[first:last]
                yield Failed(
                    place=Place(),
                    location=passage.locate(first, last),
                    quote=printed,
                    values={"printed": printed, "year": str(year)},
                    expected=f"{year}-{options.start}/{year}-{options.end}",
                    actual=printed,
                    wording="last_year" if _whole_year(span, year - 1, options) else None,
                )
            return


def _span(sentence: str, options: Options, *, preamble: bool) -> re.Match[str] | None:
    stated = re.search(options.stated, sentence)
    if stated is None or not (preamble or re.search(options.elsewhere, sentence)):
        return None
    matches = (re.compile(span).match(sentence, stated.end()) for span in options.spans)
    return next((match for match in matches if match), None)


def _ends_later(span: re.Match[str], year: int | None) -> bool:
    """Whether it ends after the report year, as what is in force on the day of the report may."""
    end = span.groupdict().get("year")
    return year is not None and end is not None and int(end) > year


def _whole_year(span: re.Match[str], year: int, options: Options) -> bool:
    """Whether a span runs from the first day to the last; what it leaves out is taken for right."""
    found = span.groupdict()
    if found.get("first_year") not in (None, str(year)) or found.get("year") not in (None, str(year)):
        return False
    starts, ends = options.start.split("-"), options.end.split("-")
    wanted = [("first_month", starts[0]), ("first_day", starts[1]), ("month", ends[0]), ("day", ends[1])]
    return all(found.get(name) is None or int(found[name]) == int(part) for name, part in wanted)


KIND = Kind(
    name="period",
    options=Options,
    check=check,
    says=("printed", "year"),
    wordings={"last_year": None},
    needs=(Need.TEXT,),
)
