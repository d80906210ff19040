"""How many: reports due and received, conclusions, reports in time."""

from __future__ import annotations

from collections import Counter

from ...checks.subject.filing import FilingStatus
from ..audited import Audit, Audited, Conclusion


def due_units(audit: Audit) -> tuple[Audited, ...]:
    """The units of the list that have to report (应报)."""
    return tuple(each for each in audit.units if each.unit is None or each.unit.due)


def received(audit: Audit) -> int:
    """How many of them have handed in a file, now or in the round before, one that cannot be read too."""
    return sum(each.kept or each.filing.status is not FilingStatus.MISSING for each in due_units(audit))


def statuses(audit: Audit) -> dict[FilingStatus, int]:
    """How many reports and units are in each state; 缺报 counts those only that have to report."""
    found: Counter[FilingStatus] = Counter()
    for each in (*audit.units, *audit.unlisted):
        if each.unit is None or each.unit.due or each.filing.status is not FilingStatus.MISSING:
            found[each.filing.status] += 1
    return {status: found[status] for status in FilingStatus}


def conclusions(audit: Audit) -> Counter[Conclusion]:
    """How many units are answered what."""
    return Counter(each.conclusion for each in audit.units)
