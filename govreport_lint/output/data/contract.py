"""The records of the JSON contract, version 1: the order of their fields is the order of the keys."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from ...document import Location
from ...finding import Change, Coverage, Evidence, Finding, Place, Repair, Result
from ..words.positions import Lines


class Spot(Struct, frozen=True):
    """A location with its line and column; what the file's format does not have is None."""

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None
    paragraph: int | None
    table: int | None
    row: int | None
    cell: int | None


class FindingRecord(Struct, frozen=True):
    """A finding as the contract writes it."""

    code: str
    rule: str
    family: str
    severity: str
    message: str
    suggestion: str
    basis: str
    place: Place
    location: Spot
    expected: str | None
    actual: str | None
    evidence: tuple[Evidence, ...]
    fingerprint: str


class RepairRecord(Struct, frozen=True):
    """A repair as the contract writes it."""

    table: str
    cells: tuple[Change, ...]
    unique: bool
    alternatives: tuple[tuple[Change, ...], ...]
    explains: tuple[str, ...]
    more: bool


class ReportRecord(Struct, frozen=True):
    """Whose report it is, of which year, in which form."""

    organ: str | None
    kind: str
    year: int | None
    form: str


class FileRecord(Struct, frozen=True):
    """One file with its result."""

    path: str
    report: ReportRecord
    findings: tuple[FindingRecord, ...]
    repairs: tuple[RepairRecord, ...]
    coverage: Coverage


class ErrorRecord(Struct, frozen=True):
    """Why a file has no result."""

    code: str
    message: str


class ProblemRecord(Struct, frozen=True):
    """One file without a result."""

    path: str
    error: ErrorRecord


class FigureRecord(Struct, frozen=True):
    """A figure of the three tables; a decimal value is written as text."""

    table: str
    row: str
    column: str
    value: int | Decimal | None
    raw: str
    state: str
    location: Spot


def spot(location: Location, lines: Lines) -> Spot:
    """The location with lines and columns."""
    span = lines.span(location)
    first, last = span if span else (None, None)
    return Spot(
        first.line if first else None,
        first.column if first else None,
        last.line if last else None,
        last.column if last else None,
        location.page,
        location.paragraph,
        location.table,
        location.row,
        location.cell,
    )


def file_record(result: Result) -> FileRecord:
    """The record of one result."""
    report = result.report
    lines = Lines(report.document.source)
    return FileRecord(
        result.path,
        ReportRecord(report.organ, report.kind, report.year, report.form),
        tuple(_finding(finding, lines) for finding in result.findings),
        tuple(_repair(repair) for repair in result.repairs),
        result.coverage,
    )


def _finding(finding: Finding, lines: Lines) -> FindingRecord:
    return FindingRecord(
        finding.code,
        finding.rule,
        finding.family,
        finding.severity,
        finding.message,
        finding.suggestion,
        finding.basis,
        finding.place,
        spot(finding.location, lines),
        finding.expected,
        finding.actual,
        finding.evidence,
        finding.fingerprint,
    )


def _repair(repair: Repair) -> RepairRecord:
    return RepairRecord(repair.table, repair.cells, repair.unique, repair.alternatives, repair.explains, repair.more)
