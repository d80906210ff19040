"""The year that a report is about: that of its title, unless everything else in it speaks of another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from ....language import Text
from ....report import Report
from ..section_text import passages
from .stated_period import stated_period

# Names of documents and numbers of documents have years of their own.
QUOTED = re.compile(r"《[^》]{0,200}》|[〔\[][^〕\]]{0,12}[〕\]]")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年(?!\s*\d)")
_AGREEING = 2
_SPRING = 6
_PERIOD = Text("统计期限", "the period")
_PROSE = Text("正文", "the text")
_SIGNED = Text("落款日期", "the date of signature")


class Witness(Struct, frozen=True):
    """A part of the report and the year that it speaks of."""

    name: Text
    year: int


def meant_year(report: Report) -> int | None:
    """The year of the title, or the one that two other parts agree on while none speaks of the title's."""
    against = witnesses(report)
    return against[0].year if against else report.year


def witnesses(report: Report) -> tuple[Witness, ...]:
    """The parts of the report that agree on another year than its title; empty where the title may be right."""
    if report.title is None or report.title.year is None:
        return ()
    found = tuple(_all(report, report.title.year))
    years = {witness.year for witness in found}
    return found if len(found) >= _AGREEING and len(years) == 1 and report.title.year not in years else ()


def _all(report: Report, titled: int) -> Iterator[Witness]:
    period = {date.value[:4] for date in stated_period(report) if date and date.value}
    if len(period) == 1:
        yield Witness(_PERIOD, int(period.pop()))
    spoken = _spoken(report)
    most = max(spoken, key=lambda year: spoken[year], default=titled)
    yield from [Witness(_PROSE, most)] if spoken[most] > spoken[titled] or most == titled else []
    signed = next((date.value for date in report.dates if date.role == "signature"), None)
    if signed and int(signed[5:7]) <= _SPRING:
        yield Witness(_SIGNED, int(signed[:4]) - 1)


def _spoken(report: Report) -> Counter[int]:
    """How often the prose names each year."""
    return Counter(
        int(match[1]) for _, passage in passages(report) for match in _YEAR.finditer(QUOTED.sub("", passage.text))
    )
