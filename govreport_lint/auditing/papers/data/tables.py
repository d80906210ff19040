"""The tables of the data: their columns, and the rows of an audit in them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ....finding import Severity
from ....result import Result
from ...audited import Audit, Audited, Item
from ...entry import Entry

Value = str | int | float | Decimal | bool | None
Row = tuple[Value, ...]

# 14 digits before the point: a figure with more is told by what is printed only.
NUMBER = "DECIMAL(18,4)"
_TOO_LARGE = Decimal(10) ** 14
_PLACES = Decimal("0.0001")
_PLACE = {"section": "INTEGER", "table": "VARCHAR", "row": "VARCHAR", "column": "VARCHAR"}

COLUMNS: dict[str, dict[str, str]] = {
    "units": {
        "number": "INTEGER", "unit": "VARCHAR", "kind": "VARCHAR", "due": "BOOLEAN", "counted": "BOOLEAN",
        "status": "VARCHAR", "conclusion": "VARCHAR", "error": "INTEGER", "warning": "INTEGER", "info": "INTEGER",
        "passed": "INTEGER", "failed": "INTEGER", "not_assessable": "INTEGER", "overdue": "BOOLEAN",
        "like_previous": "DOUBLE", "like_unit": "VARCHAR", "like_unit_share": "DOUBLE",
    },
    "reports": {
        "unit": "VARCHAR", "kind": "VARCHAR", "year": "INTEGER", "role": "VARCHAR", "file": "VARCHAR",
        "sha256": "VARCHAR", "form": "VARCHAR",
    },
    "figures": {
        "unit": "VARCHAR", "year": "INTEGER", "source": "VARCHAR", "table": "VARCHAR", "row": "VARCHAR",
        "column": "VARCHAR", "value": NUMBER, "raw": "VARCHAR", "state": "VARCHAR",
    },
    "findings": {
        "unit": "VARCHAR", "number": "VARCHAR", "code": "VARCHAR", "title": "VARCHAR", "severity": "VARCHAR",
        "source": "VARCHAR", **_PLACE, "place": "VARCHAR", "quote": "VARCHAR", "message": "VARCHAR",
        "suggestion": "VARCHAR", "basis": "VARCHAR", "progress": "VARCHAR", "verdict": "VARCHAR",
        "reason": "VARCHAR", "fingerprint": "VARCHAR",
    },
    "claims": {
        "unit": "VARCHAR", "year": "INTEGER", "source": "VARCHAR", "section": "INTEGER", "subject": "VARCHAR",
        "value": NUMBER, "low": NUMBER, "high": NUMBER, "measure": "VARCHAR", "about_year": "INTEGER",
        "scope": "VARCHAR", "text": "VARCHAR",
    },
}  # fmt: skip


def name_in_data(audited: Audited, audit: Audit) -> str:
    """What a unit is called in every table; the county by its own name, a report of no unit by its file."""
    if audited.unit is not None:
        return audited.unit.name
    if audited is audit.county:
        return audit.place
    return audited.entry.path if audited.entry else audited.filing.unit


def everyone(audit: Audit) -> tuple[Audited, ...]:
    """The units, the reports of no unit, the county."""
    return (*audit.units, *audit.unlisted, *filter(None, [audit.county]))


def unit_rows(audit: Audit) -> Iterator[Row]:
    """A row for each unit of the list."""
    for one in audit.units:
        if one.unit is None:
            continue
        unit = one.unit
        others = [like for like in one.alike if like.other != "previous"]
        most = max(others, key=lambda like: like.share, default=None)
        counts = (one.count(severity) for severity in Severity)
        yield (
            unit.number, unit.name, unit.category, unit.due, unit.counted, one.filing.status, one.conclusion, *counts,
            one.passed, one.failed, one.not_assessable, one.overdue, one.like_previous,
            most.other if most else None, most.share if most else None,
        )  # fmt: skip


def report_rows(audit: Audit) -> Iterator[Row]:
    """A row for each report that counts, this year's and last year's."""
    for one in everyone(audit):
        kind = one.unit.category if one.unit else None
        for entry in filter(None, (one.entry, one.previous)):
            head = (name_in_data(one, audit), kind, entry.year, entry.role)
            yield (*head, entry.path, entry.sha256, entry.form)


def finding_rows(audit: Audit) -> Iterator[Row]:
    """A row for each item of the 问题清单."""
    for one in everyone(audit):
        for item in one.items:
            yield (name_in_data(one, audit), *_item(item))


def _item(item: Item) -> Row:
    place, decision = item.place, item.decision
    return (
        item.number, item.code, item.title.zh, item.severity, item.source, place.section, place.table, place.row,
        place.column, item.where.zh, item.quote, item.message.zh, item.suggestion.zh, item.basis.zh, item.progress,
        decision.verdict or None, decision.reason or None, item.fingerprint,
    )  # fmt: skip


def figure_rows(unit: str, entry: Entry, result: Result) -> Iterator[Row]:
    """A row for each cell of a report's tables; a blank cell has no value."""
    for figure in result.report.figures:
        cell = (figure.table, figure.row, figure.column)
        yield (unit, entry.year, entry.role, *cell, fitting(figure.value), figure.raw, figure.state)


def claim_rows(unit: str, entry: Entry, result: Result) -> Iterator[Row]:
    """A row for each thing that the prose of a report says in figures."""
    for claim in result.report.claims:
        numbers = (fitting(claim.value), fitting(claim.low), fitting(claim.high))
        head = (unit, entry.year, entry.role, claim.section, claim.subject)
        yield (*head, *numbers, claim.unit, claim.year, claim.scope, claim.text)


def fitting(number: int | Decimal | None) -> Decimal | None:
    """The number where a column can hold it unchanged, else None: it is never rounded."""
    if number is None:
        return None
    exact = Decimal(number)
    if abs(exact) >= _TOO_LARGE:
        return None
    rounded = exact.quantize(_PLACES)
    return rounded if rounded == exact else None
