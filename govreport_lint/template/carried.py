"""What last year's report carries over into this year's, and what has to be looked at before it is believed."""

from __future__ import annotations

from collections.abc import Mapping

from ..language import Text
from ..report import Report, State

_OTHER_YEAR = Text(
    "{path} 是 {year} 年度的年报，不是 {wanted} 年度的：请核实上年结转",
    "{path} is the report for {year}, not {wanted}: check what is carried in",
)
_OTHER_ORGAN = Text(
    "{path} 是“{organ}”的年报：请核实上年结转", "{path} is the report of {organ}: check what is carried in"
)
_UNREAD = Text(
    "{path} 的结转下年度有 {count} 列没有读出整数，已按空白填写：请手工补填上年结转",
    "{path} gives no whole number in {count} columns of what is carried over; they are left blank",
)
_COLUMNS = 7


def carried_over(report: Report) -> dict[str, str]:
    """Last year's 结转下年度 by column; what is no whole number is left blank, never taken for 0."""
    figures = [each for each in report.figures if (each.table, each.row) == ("applications", "carried_out")]
    known = (State.NUMBER, State.ZERO)
    return {
        each.column: str(each.value) if each.state in known and isinstance(each.value, int) else "" for each in figures
    }


def remarks_on(path: str, report: Report, carried: Mapping[str, str], *, organ: str, year: int) -> tuple[Text, ...]:
    """What has to be looked at; ``path`` is how last year's file is called, ``year`` that of the new report."""
    said = []
    if report.year is not None and report.year != year - 1:
        said.append(_OTHER_YEAR.filled(path=path, year=str(report.year), wanted=str(year - 1)))
    if report.organ and not (report.organ in organ or organ in report.organ):
        said.append(_OTHER_ORGAN.filled(path=path, organ=report.organ))
    unread = sum(not printed for printed in carried.values()) if carried else _COLUMNS
    if unread:
        said.append(_UNREAD.filled(path=path, count=str(unread)))
    return tuple(said)
