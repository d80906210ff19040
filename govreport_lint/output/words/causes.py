"""One cause, one remark: the findings that one correction mends together, and the places to look at."""

from __future__ import annotations

from msgspec import Struct

from ...document import Location
from ...finding import Change, Finding, Repair, Severity
from ...lines import Span
from ...report import Report, State
from ...result import Result

# Of more cells than these it is of no help to mark each.
_MOST_CELLS = 4


class Remark(Struct, frozen=True):
    """The findings of one cause, with the repair that mends them where there is one.

    ``location`` is where to look first, ``marked`` are the places that are wrong; none where something is missing.
    """

    findings: tuple[Finding, ...]
    repair: Repair | None
    location: Location
    span: Span | None
    marked: tuple[Location, ...]

    @property
    def severity(self) -> Severity:
        """The gravest severity of its findings; a cell to be filled in is for information."""
        return min((each.severity for each in self.findings), key=lambda one: one.rank, default=Severity.INFO)


def remarks_of(result: Result) -> tuple[Remark, ...]:
    """The remarks in the order of the findings; causes that explain no finding stand last."""
    by_fingerprint = {mark: repair for repair in result.repairs for mark in repair.explains}
    made: list[Remark] = []
    told: list[Repair] = []
    for finding in result.findings:
        repair = by_fingerprint.get(finding.fingerprint)
        if repair is None:
            made.append(_of_finding(result.report, finding))
        elif repair not in told:
            told.append(repair)
            made.append(_of_repair(result, repair))
    return (*made, *(_of_repair(result, repair) for repair in result.repairs if repair not in told))


def _of_finding(report: Report, finding: Finding) -> Remark:
    marked = (finding.location,) if _is_printed(report, finding) else ()
    return Remark((finding,), None, finding.location, finding.span, marked)


def _is_printed(report: Report, finding: Finding) -> bool:
    """Whether what the finding is about stands in the report; what is missing is shown beside its neighbour."""
    if finding.quote:
        return True
    figures = {(f.table, f.row, f.column): f for f in report.figures if f.state is not State.MISSING}
    places = [finding.place, *(item.place for item in finding.evidence if item.is_own)]
    found = [figures.get((place.table or "", place.row or "", place.column or "")) for place in places]
    return any(figure is not None and figure.location == finding.location for figure in found)


def _of_repair(result: Result, repair: Repair) -> Remark:
    findings = tuple(finding for finding in result.findings if finding.fingerprint in repair.explains)
    changes: list[Change] = [change for answer in (repair.cells, *repair.alternatives) for change in answer]
    if not changes:
        location = findings[0].location if findings else result.report.table(repair.table).location
        return Remark(findings, repair, location, findings[0].span if findings else None, (location,))
    cells = tuple(dict.fromkeys(change.location for change in changes))
    marked = cells if len(cells) <= _MOST_CELLS or repair.unique else cells[:1]
    prose = tuple(finding.location for finding in findings if finding.place.table is None)
    return Remark(findings, repair, changes[0].location, changes[0].span, (*marked, *prose))
