"""The tables of the workbook of results: their names, columns and rows."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...finding import Severity
from ...language import Text
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.headings import SEVERITY_WORDS
from ..words.places import place_words
from ..words.printable import printable
from ..words.problems import Problem
from ..words.settled import by_words, notes_of, reason_words
from ..words.told_findings import rule_title, told
from .drawing.values import Column, Styled, Value

Row = list[Value]
# How wide columns may become, and which hold numbers or a word.
_WIDTHS = {"文件": 26, "机关": 20, "位置": 30, "问题": 56, "应为": 14, "现为": 14, "建议": 40, "依据": 28, "说明": 40}
_STYLES = {"年度": "whole", "级别": "centre", "代码": "centre", "指纹": "quiet", "依据": "quiet"}
_FILE, _ORGAN, _YEAR = Text("文件", "File"), Text("机关", "Organ"), Text("年度", "Year")
_SEVERITY, _CODE, _RULE = Text("级别", "Severity"), Text("代码", "Code"), Text("规则", "Rule")
_PLACE, _FINDING, _REASON = Text("位置", "Place"), Text("问题", "Finding"), Text("原因", "Reason")
_EXPECTED, _PRINTED = Text("应为", "Expected"), Text("现为", "Printed")
_DO, _BASIS = Text("建议", "To do"), Text("依据", "Basis")
_POSITION, _MARK = Text("文件中的位置", "Position in the file"), Text("指纹", "Fingerprint")
_FORM, _TYPE = Text("格式", "Form"), Text("文件类型", "File type")
_PASSED, _FAILED = Text("检查通过", "Passed"), Text("不通过", "Failed")
_OPEN, _NOTES = Text("无法判定", "Not assessed"), Text("说明", "Notes")
_BY = Text("依何处", "Where it is said")


class SheetTable(Struct, frozen=True):
    """A table: the name of its sheet, its title, its columns, how many of them stay in sight."""

    name: Text
    title: Text
    columns: tuple[Text, ...]
    fixed: int = 1

    def drawn(self, language: str) -> list[Column]:
        """The columns as they are drawn."""
        return [
            Column(column.in_language(language), _STYLES.get(column.zh, "text"), _WIDTHS.get(column.zh, 24))
            for column in self.columns
        ]


FINDINGS = SheetTable(
    Text("问题", "Findings"),
    Text("问题清单", "Findings"),
    (
        _SEVERITY,
        _CODE,
        _FILE,
        _ORGAN,
        _YEAR,
        _RULE,
        _PLACE,
        _FINDING,
        _EXPECTED,
        _PRINTED,
        _DO,
        _BASIS,
        _POSITION,
        _MARK,
    ),
    fixed=2,
)
FILES = SheetTable(
    Text("文件", "Files"),
    Text("文件与检查范围", "Files and how much of them was checked"),
    (_FILE, _ORGAN, _YEAR, _FORM, _TYPE, *SEVERITY_WORDS.values(), _PASSED, _FAILED, _OPEN, _NOTES),
)
NOT_ASSESSED = SheetTable(
    Text("无法判定", "Not assessed"),
    Text("无法判定的检查（不等于通过）", "Checks that could not be made, which is not the same as passed"),
    (_FILE, _ORGAN, _CODE, _RULE, _PLACE, _REASON),
)
SETTLED = SheetTable(
    Text("已说明", "Settled"),
    Text("已说明、不计入的问题", "Findings that are settled and not counted"),
    (_FILE, _CODE, _PLACE, _FINDING, _REASON, _BY),
)


def finding_rows(result: Result, run: Run) -> Iterator[Row]:
    """A row for each finding."""
    form, report = run.rulebook.form(result.report.form), result.report
    for finding in result.findings:
        words = told(form, finding, run.language)
        title = rule_title(run.rulebook, finding).in_language(run.language)
        severity = SEVERITY_WORDS[finding.severity].in_language(run.language)
        yield [
            Styled(severity, str(finding.severity)), words.code, _path(result, run), printable(report.organ or ""),
            report.year, title, words.place, words.message, words.expected, words.actual, words.suggestion,
            words.basis, words.position, printable(finding.fingerprint),
        ]  # fmt: skip


def problem_row(problem: Problem, run: Run) -> Row:
    """The row among the findings of a file without a result; it has no code, so nobody counts it for a finding."""
    row: Row = [None] * len(FINDINGS.columns)
    row[0] = Styled(problem.said.in_language(run.language), "info" if problem.is_aside else "error")
    row[2] = shown_path(problem.path, run.base)
    row[7] = printable(problem.reason.in_language(run.language))
    return row


def file_row(result: Result, run: Run) -> Row:
    """Whose report it is, its findings by severity, how much of it was checked, what is told of the file."""
    report, coverage = result.report, result.coverage
    counts = [sum(finding.severity is severity for finding in result.findings) for severity in Severity]
    notes = (note if isinstance(note, str) else note.in_language(run.language) for note in notes_of(result))
    return [
        _path(result, run), printable(report.organ or ""), report.year, report.form, result.source.format,
        *(Styled(count, "whole") for count in counts),
        *(Styled(count, "whole") for count in (coverage.passed, coverage.failed, coverage.not_assessable)),
        "\n".join(map(printable, notes)),
    ]  # fmt: skip


def unread_row(problem: Problem, run: Run) -> Row:
    """The row among the files of one without a result."""
    row: Row = [None] * len(FILES.columns)
    reason = printable(problem.reason.in_language(run.language))
    row[0], row[-1] = shown_path(problem.path, run.base), f"{problem.said.in_language(run.language)}: {reason}"
    return row


def unassessed_rows(result: Result, run: Run) -> Iterator[Row]:
    """A row for each check that could not be made."""
    form, language = run.rulebook.form(result.report.form), run.language
    for item in result.coverage.unassessed:
        rule = run.rulebook.by_name.get(item.rule)
        title = rule.title.in_language(language) if rule else ""
        place = printable(place_words(form, item.place, language, 200))
        reason = printable(item.reason.in_language(language))
        yield [_path(result, run), printable(result.report.organ or ""), item.rule, title, place, reason]


def settled_rows(result: Result, run: Run) -> Iterator[Row]:
    """A row for each finding that somebody has settled."""
    form = run.rulebook.form(result.report.form)
    for one in result.suppressed:
        words = told(form, one.finding, run.language)
        reason, by = (said.in_language(run.language) for said in (reason_words(one), by_words(one)))
        yield [_path(result, run), words.code, words.place, words.message, reason, by]


def _path(result: Result, run: Run) -> str:
    part = "" if result.source.part is None else f"#{result.source.part}"
    return shown_path(result.source.path, run.base) + part
