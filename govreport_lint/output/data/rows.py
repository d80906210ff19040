"""Findings and figures as flat rows of plain values: a data frame or a table of a database, without glue."""

from __future__ import annotations

from typing import Any

from ...language import known_language
from ...report import Figure, Report
from ...result import Result
from .contract import FindingRecord, file_record


def finding_rows(result: Result, language: str) -> list[dict[str, Any]]:
    """One row a finding, in ``zh`` or ``en``; raises ``ValueError`` for another language."""
    record = file_record(result, known_language(language))
    head = {"path": record.path, "organ": record.report.organ, "year": record.report.year, "form": record.report.form}
    return [{**head, **_finding(finding)} for finding in record.findings]


def _finding(finding: FindingRecord) -> dict[str, Any]:
    place, spot = finding.place, finding.location
    return {
        "code": finding.code,
        "rule": finding.rule,
        "family": finding.family,
        "severity": str(finding.severity),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "basis": finding.basis,
        "section": place.section,
        "table": place.table,
        "row": place.row,
        "column": place.column,
        "expected": finding.expected,
        "actual": finding.actual,
        "line": spot.line,
        "line_column": spot.column,
        "page": spot.page,
        "paragraph": spot.paragraph,
        "table_number": spot.table,
        "row_number": spot.row,
        "cell_number": spot.cell,
        "fingerprint": finding.fingerprint,
    }


def figure_rows(report: Report) -> list[dict[str, Any]]:
    """One row a cell of the three tables; every value is a ``float`` or None, whatever was printed."""
    head = {"name": report.name, "organ": report.organ, "year": report.year, "form": report.form}
    return [{**head, **_figure(figure)} for figure in report.figures]


def _figure(figure: Figure) -> dict[str, Any]:
    spot = figure.location
    return {
        "table": figure.table,
        "row": figure.row,
        "column": figure.column,
        "value": None if figure.value is None else float(figure.value),
        "raw": figure.raw,
        "state": str(figure.state),
        "start": spot.start,
        "end": spot.end,
        "page": spot.page,
        "table_number": spot.table,
        "row_number": spot.row,
        "cell_number": spot.cell,
    }
