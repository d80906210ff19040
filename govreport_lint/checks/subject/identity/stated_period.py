"""The statistical period that a report states, as dates and as printed."""

from __future__ import annotations

from ....report import DateMention, Report
from ..section_text import passages


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
