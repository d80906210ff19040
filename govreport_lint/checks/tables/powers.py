"""Kind ``no-power``: figures in a row that only bodies with a certain power can have (规章)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...language import Text
from ...report import Report, UnitKind
from ...rulebook.kinds import Kind, Pattern, RowKey, TableKey
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import number, unread

_UNTOLD = Text("不能从名称判断有无规章制定权", "the name does not tell the power")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``row``: the row; ``without``: the kinds of body that have no such power; ``local_departments``: a
    pattern for the names of departments that have none either, ``not_local``: words taken out before.
    ``table``: the table of the row.
    """

    table: TableKey
    row: RowKey
    without: tuple[UnitKind, ...]
    local_departments: Pattern
    not_local: tuple[str, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the row once."""
    cells = subject.cells(options.table)
    place = cells.place(options.row)
    reason = unread(cells)
    found = [figure for figure in cells.row(options.row) if number(figure) > 0]
    if reason:
        yield NotAssessable(place, reason)
    elif not found or subject.report.kind in (UnitKind.CITY, UnitKind.PROVINCE):
        yield Passed(place)
    elif not _without_power(subject.report, options):
        yield NotAssessable(place, _UNTOLD)
    else:
        yield Failed(
            place=place,
            location=found[0].location,
            quote=found[0].raw,
            values={**cells.words(found[0]), "organ": subject.report.organ or ""},
            expected="0",
            actual=found[0].raw,
            evidence=cells.evidence(found),
        )


def _without_power(report: Report, options: Options) -> bool:
    if report.organ is None:
        return False
    if report.kind in options.without:
        return True
    return report.kind is UnitKind.DEPARTMENT and is_local(report.organ, options.local_departments, options.not_local)


def is_local(organ: str, pattern: str, not_local: tuple[str, ...]) -> bool:
    """Whether a name is that of a department of a county or below, as far as the name tells."""
    for word in not_local:
        organ = organ.replace(word, "")
    return re.search(pattern, organ) is not None


KIND = Kind(
    name="no-power",
    options=Options,
    check=check,
    says=("column", "organ", "printed", "row", "table"),
)
