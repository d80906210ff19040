"""The columns of a list of findings: every part of a place in one of its own, for whoever goes on with them."""

from __future__ import annotations

from ...finding import Finding
from ...form import Form
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.headings import SEVERITY_WORDS
from ..words.places import column_words, row_words, section_words, table_words
from ..words.printable import printable
from ..words.problems import Problem
from ..words.told_findings import Told, rule_title, told

COLUMNS = (
    Text("文件", "File"), Text("机关", "Organ"), Text("年度", "Year"), Text("级别", "Severity"), Text("代码", "Code"),
    Text("规则", "Rule"), Text("章节", "Section"), Text("表", "Table"), Text("表中的行", "Row"),
    Text("表中的列", "Column"), Text("问题", "Finding"), Text("应为", "Expected"), Text("现为", "Printed"),
    Text("建议", "To do"),
    Text("依据", "Basis"), Text("文件行号", "Line"), Text("文件列号", "Column in the line"),
    Text("文件中的位置", "Position in the file"), Text("指纹", "Fingerprint"),
)  # fmt: skip
Cell = str | int | None


def finding_cells(result: Result, finding: Finding, run: Run) -> list[Cell]:
    """The row of a finding."""
    language, report = run.language, result.report
    form = run.rulebook.form(report.form)
    words, title = told(form, finding, language), rule_title(run.rulebook, finding)
    severity = SEVERITY_WORDS[finding.severity].in_language(language)
    return [
        _path(result, run.base), printable(report.organ or ""), report.year, severity, finding.code,
        title.in_language(language), *_place(form, finding, language), words.message, words.expected, words.actual,
        words.suggestion, words.basis, *_position(finding, words), printable(finding.fingerprint),
    ]  # fmt: skip


def problem_cells(problem: Problem, run: Run) -> list[Cell]:
    """The row of a file without a result: it has no code, so nobody counts it for a finding."""
    row: list[Cell] = [None] * len(COLUMNS)
    row[0] = shown_path(problem.path, run.base)
    row[3] = problem.said.in_language(run.language)
    row[10] = printable(problem.reason.in_language(run.language))
    return row


def _path(result: Result, base: str) -> str:
    part = "" if result.source.part is None else f"#{result.source.part}"
    return shown_path(result.source.path, base) + part


def _position(finding: Finding, words: Told) -> list[Cell]:
    """Line and column as numbers: a spreadsheet takes ``9:24`` for a time. Else the position in words."""
    span = finding.span
    return [span.line, span.column, ""] if span else [None, None, words.position]


def _place(form: Form, finding: Finding, language: str) -> list[Cell]:
    place = finding.place
    section = section_words(form, place.section, language) if place.section else ""
    if place.table is None:
        return [section, "", "", ""]
    table = form.table(place.table)
    row = row_words(table, place.row, language) if place.row else ""
    column = column_words(table, place.column, language) if place.column else ""
    return [section, table_words(table, language), row, column]
