"""What a report says, form aside: no fix may change it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..result import Result


def are_same(before: Sequence[Result], after: Sequence[Result]) -> bool:
    """Whether the reports of a file say the same as before, and no rule finds more in them than before."""
    if len(before) != len(after):
        return False
    return all(_facts(old) == _facts(new) and not _more(old, new) for old, new in zip(before, after, strict=True))


def _facts(result: Result) -> tuple[object, ...]:
    """Whose report it is, every figure as it is printed, and every amount and date that the text tells."""
    report = result.report
    figures = tuple((each.table, each.row, each.column, each.value, each.raw, each.state) for each in report.figures)
    claims = tuple((each.subject, each.value, each.low, each.high, each.unit, each.year) for each in report.claims)
    dates = tuple((each.role, each.value) for each in report.dates)
    return report.organ, report.year, report.form, figures, claims, dates


def _more(old: Result, new: Result) -> Counter[str]:
    """The rules that find more than before."""
    return Counter(each.code for each in new.findings) - Counter(each.code for each in old.findings)
