"""Kind ``same-figures``: last year's tables handed in again.

Of honest years at most a fifth of the cells that hold something are the same; stocks, which stay, do not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...language import Text
from ...report import Report
from ...rulebook.kinds import ColumnKey, Kind, Need
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from .two_years import Pair, TwoYears, two_years

_FEW = Text(
    "两年至少一年不为0的格只有{count}个，不足{least}个，不作判断",
    "only {count} cells are not 0 in one of the two years; from {least} on they are compared",
)
# So many cells are shown as what the finding rests on, the largest first.
_SHOWN = 3


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``share`` (0 to 1) of at least ``least`` cells that are not 0 in one of the two years are the same;
    ``without``: columns of stocks, which do not count."""

    least: int
    share: float
    without: tuple[ColumnKey, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Compare all cells of the three tables that can be read in both reports."""
    found = [(table, pair) for table in two_years(subject) for pair in _counted(table, options)]
    equal = [(table, pair) for table, pair in found if pair.values[0] == pair.values[1]]
    if len(found) < options.least:
        values = {"count": len(found), "least": options.least}
        yield NotAssessable(Place(), _FEW.filled(**values))
    elif len(equal) < options.share * len(found):
        yield Passed(Place())
    else:
        largest = sorted(equal, key=lambda one: -one[1].values[0])[:_SHOWN]
        yield Failed(
            place=Place(),
            location=_beginning(subject.report),
            quote="",
            values={
                "same": str(len(equal)),
                "count": str(len(found)),
                "share": str(100 * len(equal) // len(found)),
            },
            evidence=tuple(item for table, pair in largest for item in table.evidence(pair)),
        )


def _counted(table: TwoYears, options: Options) -> Iterator[Pair]:
    for row in table.this.rows:
        for pair in table.pairs(row):
            if pair.known and any(pair.values) and pair.this.column not in options.without:
                yield pair


def _beginning(report: Report) -> Location:
    """Where the first table stands that was found."""
    return next((table.location for table in report.tables if table.found), Location())


KIND = Kind(
    name="same-figures",
    options=Options,
    check=check,
    says=("count", "same", "share"),
    needs=(Need.TABLES, Need.PREVIOUS),
)
