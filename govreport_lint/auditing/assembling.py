"""A unit put together: what it handed in, what was found, whether it was in time."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from ..checks.subject.filing import Filing, FilingStatus
from ..configuration.audit_settings import AuditSettings
from ..linter import Linter
from ..output.words.problems import Problem
from .audited import Audited
from .entry import Entry
from .judging.items import filing_items, ordered
from .judging.unit_task import JudgedUnit
from .unit import Unit


def put_together(
    unit: Unit | None,
    filing: Filing,
    entries: Mapping[str, Entry],
    judged: JudgedUnit | Problem | None,
    linter: Linter,
) -> Audited:
    """A unit of the list, or a report of none; ``entries`` are this year's (``entry``) and last year's
    (``previous``) as far as there are any. A report on which the work failed counts as one that cannot be read."""
    entry = entries.get("entry")
    if isinstance(judged, Problem):
        path = entry.path if entry else judged.path
        filing = replace(filing, status=FilingStatus.UNREADABLE, unreadable=(*filing.unreadable, path), chosen=None)
        entry, judged = None, None
    filed = linter.check_filing(filing)
    name = unit.name if unit else (filing.printed[0] if filing.printed else filing.unit)
    items = filing_items(filed.findings, name, linter.rulebook.by_name)
    counted = filed.coverage
    return Audited(
        unit=unit,
        filing=filing,
        entry=entry,
        previous=entries.get("previous"),
        items=ordered((*items, *(judged.items if judged else ()))),
        passed=counted.passed + (judged.passed if judged else 0),
        failed=counted.failed + (judged.failed if judged else 0),
        not_assessable=judged.not_assessable if judged else 0,
        not_judged=judged.not_judged if judged else (),
        settled=judged.settled if judged else (),
        like_previous=judged.like_previous if judged else None,
        alike=judged.alike if judged else (),
    )


def with_deadlines(audited: Audited, settings: AuditSettings, year: int | None) -> Audited:
    """The unit with whether it was late: the day of its signature against its deadline, as far as both are known."""
    unit, entry = audited.unit, audited.entry
    if unit is None or entry is None:
        return audited
    deadline = deadline_of(unit, settings, year)
    day = entry.signed or entry.published
    return replace(audited, overdue=day > deadline if deadline and day else None)


def deadline_of(unit: Unit, settings: AuditSettings, year: int | None) -> str:
    """报送期限 of a unit as an ISO date: its own, or that of its 类别 in the year after the report's; empty where
    neither is settled."""
    if unit.deadline and not unit.deadline.startswith("--"):
        return unit.deadline
    day = unit.deadline.removeprefix("--") or settings.deadline.get(unit.category.value, "")
    return f"{year + 1}-{day}" if day and year else ""
