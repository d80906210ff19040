"""Whether what lies beside a report as last year's is that: the same organ's report for the year before."""

from __future__ import annotations

from ....language import Text
from ....report import Report
from ..beside import Beside, Paper
from .meant_year import meant_year
from .same_organ import GOVERNMENTS, same_organ

_NOT_GIVEN = Text("没有给出上年的年报", "last year's report was not given")
_EXEMPT = Text("免比上年：{reason}", "not compared with last year: {reason}")
_OTHER_YEAR = Text(
    "作为上年年报给出的是{found}年度的年报，应为{wanted}年度的",
    "the report given as last year's is for {found}, not for {wanted}",
)
_OTHER_ORGAN = Text(
    "作为上年年报给出的是“{found}”的年报，不是“{wanted}”的",
    "the report given as last year's is that of {found}, not of {wanted}",
)


def not_compared(report: Report, beside: Beside) -> Text | None:
    """Why a report cannot be held against last year's; None where it can."""
    if beside.exempt:
        return _EXEMPT.filled(reason=beside.exempt)
    if beside.previous is None:
        return beside.missing or _NOT_GIVEN
    return _other_year(report, beside.previous) or (None if beside.listed else _other_organ(report, beside.previous))


def is_year_before(other: Report, report: Report) -> bool | None:
    """Whether a report is for the year before that of another one; None where one of the two names no year."""
    year, found = meant_year(report), meant_year(other)
    return None if year is None or found is None else found == year - 1


def _other_year(report: Report, previous: Paper) -> Text | None:
    """A year that is not the one before; a file of tables that names none was given as last year's all the same."""
    year, found = meant_year(report), meant_year(previous.report)
    if year is None or found is None or found == year - 1:
        return None
    return _OTHER_YEAR.filled(found=str(found), wanted=str(year - 1))


def _other_organ(report: Report, previous: Paper) -> Text | None:
    """A name that another one contradicts; where none is printed nothing speaks against the file that was given."""
    own, found = report.organ, previous.report.organ
    if not own or not found or same_organ(own, found, GOVERNMENTS):
        return None
    return _OTHER_ORGAN.filled(found=found, wanted=own)
