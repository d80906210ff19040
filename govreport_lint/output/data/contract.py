"""The records of the JSON contract, version 2: the order of their fields is the order of the keys.

``docs/schema.json`` is generated from them.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from ...document import Location
from ...finding import Change, Coverage, Evidence, Finding, Fix, Place, Repair, Severity
from ...language import Text
from ...lines import Span
from ...report import State, UnitKind
from ...result import Result
from ..words.settled import notes_of

SCHEMA = "govreport-lint/2"


class Spot(Struct, frozen=True):
    """A location with its line and column; what the file's format does not have is null."""

    line: int | None
    column: int | None
    end_line: int | None
    end_column: int | None
    page: int | None
    paragraph: int | None
    table: int | None
    row: int | None
    cell: int | None


class EvidenceRecord(Struct, frozen=True):
    """A value that a finding rests on, the paper that it stands in and where."""

    source: str
    place: Place
    value: str


class EditRecord(Struct, frozen=True):
    """Printed characters and what is to stand in their place."""

    location: Spot
    printed: str
    text: str


class FixRecord(Struct, frozen=True):
    """Edits that mend the form of what is printed; all of them or none."""

    title: str
    edits: tuple[EditRecord, ...]


class FindingRecord(Struct, frozen=True):
    """A finding as the contract writes it; ``fix`` is null where the program offers none."""

    code: str
    rule: str
    family: str
    severity: Severity
    message: str
    suggestion: str
    basis: str
    place: Place
    location: Spot
    expected: str | None
    actual: str | None
    evidence: tuple[EvidenceRecord, ...]
    fix: FixRecord | None
    fingerprint: str


class ChangeRecord(Struct, frozen=True):
    """A cell of a repair: what is printed and what would balance."""

    row: str
    column: str
    printed: str
    suggested: str


class RepairRecord(Struct, frozen=True):
    """A repair as the contract writes it."""

    table: str
    cells: tuple[ChangeRecord, ...]
    unique: bool
    alternatives: tuple[tuple[ChangeRecord, ...], ...]
    reasons: tuple[str, ...]
    explains: tuple[str, ...]
    more: bool


class ReportRecord(Struct, frozen=True):
    """Whose report it is, of which year, in which form."""

    organ: str | None
    kind: UnitKind
    year: int | None
    form: str


class SourceRecord(Struct, frozen=True):
    """The file as it was read; ``part`` counts the reports of a file that holds several, null where it holds one."""

    sha256: str
    format: str
    part: int | None


class UnassessedRecord(Struct, frozen=True):
    """One check that could not be made."""

    rule: str
    place: Place
    reason: str


class CoverageRecord(Struct, frozen=True):
    """How many checks passed, failed and could not be assessed, and which."""

    passed: int
    failed: int
    not_assessable: int
    unassessed: tuple[UnassessedRecord, ...]


class FileRecord(Struct, frozen=True):
    """One file with its result."""

    path: str
    report: ReportRecord
    findings: tuple[FindingRecord, ...]
    repairs: tuple[RepairRecord, ...]
    notes: tuple[str, ...]
    source: SourceRecord
    coverage: CoverageRecord


class ErrorRecord(Struct, frozen=True):
    """Why a file has no result: ``unreadable``, ``internal`` for a fault of the program, ``set-aside`` for a file in
    a folder that is no annual report."""

    code: Literal["unreadable", "internal", "set-aside"]
    message: str


class ProblemRecord(Struct, frozen=True):
    """One file without a result."""

    path: str
    error: ErrorRecord


class SummaryRecord(Struct, frozen=True):
    """What all files come to; ``unreadable`` of the ``files`` have no result, ``passed_over`` are in folders and in
    no format that can be read, or no annual report (``set-aside``, not among the ``files``)."""

    files: int
    unreadable: int
    passed_over: int
    error: int
    warning: int
    info: int


class FigureRecord(Struct, frozen=True):
    """A figure of the three tables; a decimal value is written as text."""

    table: str
    row: str
    column: str
    value: int | Decimal | None
    raw: str
    state: State
    location: Spot


def spot(location: Location, span: Span | None) -> Spot:
    """The location with lines and columns."""
    return Spot(
        span.line if span else None,
        span.column if span else None,
        span.end_line if span else None,
        span.end_column if span else None,
        location.page,
        location.paragraph,
        location.table,
        location.row,
        location.cell,
    )


def file_record(result: Result, language: str) -> FileRecord:
    """The record of one result in ``zh`` or ``en``."""
    report = result.report
    return FileRecord(
        result.path,
        ReportRecord(report.organ, report.kind, report.year, report.form),
        tuple(_finding(finding, language) for finding in result.findings),
        tuple(_repair(repair, language) for repair in result.repairs),
        tuple(_words(note, language) for note in notes_of(result)),
        SourceRecord(result.source.sha256, result.source.format, result.source.part),
        _coverage(result.coverage, language),
    )


def _words(text: Text | str, language: str) -> str:
    return text if isinstance(text, str) else text.in_language(language)


def _finding(finding: Finding, language: str) -> FindingRecord:
    return FindingRecord(
        finding.code,
        finding.rule,
        finding.family,
        finding.severity,
        finding.message.in_language(language),
        finding.suggestion.in_language(language),
        finding.basis.in_language(language),
        finding.place,
        spot(finding.location, finding.span),
        finding.expected,
        finding.actual,
        tuple(_evidence(item) for item in finding.evidence),
        _fix(finding.fix, language) if finding.fix else None,
        finding.fingerprint,
    )


def _fix(fix: Fix, language: str) -> FixRecord:
    edits = (EditRecord(spot(edit.location, edit.span), edit.printed, edit.text) for edit in fix.edits)
    return FixRecord(fix.title.in_language(language), tuple(edits))


def _evidence(item: Evidence) -> EvidenceRecord:
    return EvidenceRecord(item.source, item.place, item.value)


def _repair(repair: Repair, language: str) -> RepairRecord:
    return RepairRecord(
        repair.table,
        _changes(repair.cells),
        repair.unique,
        tuple(_changes(answer) for answer in repair.alternatives),
        tuple(reason.in_language(language) for reason in repair.reasons),
        repair.explains,
        repair.more,
    )


def _changes(changes: tuple[Change, ...]) -> tuple[ChangeRecord, ...]:
    return tuple(ChangeRecord(one.row, one.column, one.printed, one.suggested) for one in changes)


def _coverage(coverage: Coverage, language: str) -> CoverageRecord:
    unassessed = (
        UnassessedRecord(item.rule, item.place, item.reason.in_language(language)) for item in coverage.unassessed
    )
    return CoverageRecord(coverage.passed, coverage.failed, coverage.not_assessable, tuple(unassessed))
