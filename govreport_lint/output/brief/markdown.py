"""Markdown for a comment beside a change or a message to a group: a table of findings for each report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from ...language import Text
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.headings import SEVERITY_WORDS
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.settled import notes_of
from ..words.summary.counted import COMMA, counts_in, counts_of, severities_words
from ..words.summary.unassessed import by_reason, coverage_words
from ..words.summary.whose import organ_words, year_words
from ..words.told_findings import Told, told

_TITLE = Text("政府信息公开年报检查结果", "Findings in information disclosure reports")
_HEAD = Text("| 级别 | 规则 | 位置 | 问题 | 建议 |", "| Severity | Rule | Place | Finding | To do |")
_CLEAN = Text("未发现问题。", "No problems found.")
_OPEN = Text("无法判定 {count} 项：{reason}（{codes}）", "{count} not assessed: {reason} ({codes})")
_FILES = Text("共 {files} 个文件：{counts}", "{files} files: {counts}")
_PROBLEMS = Text("{count} 个文件未能检查", "{count} files not checked")
# What Markdown may take for markup anywhere, and at the beginning of a line.
_MARKUP = re.compile(r"[\\`*_\[\]|~$#]|^[-+=]|^\d+(?=[.)])")
_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What becomes a link, a picture or the call of a person or an issue; a comment, which shows nothing, breaks it.
_CALLS = re.compile(r"(?<=[@#])(?=\w)|(?<=:)(?=[a-z/+-])|(?<=www)(?=\.)", re.IGNORECASE)


class MarkdownWriter:
    """Writes the part of each report as it comes, at the end what all come to."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._language = run.language

    def start(self) -> None:
        """Write the title."""
        self._lines([f"## {_TITLE.in_language(self._language)}"])

    def result(self, result: Result) -> None:
        """Write the findings of one report."""
        report, language = result.report, self._language
        part = "" if result.source.part is None else f"#{result.source.part}"
        path = escaped(shown_path(result.source.path, self._run.base) + part)
        self._lines([
            f"### {escaped(organ_words(report, language))} {escaped(year_words(report, language))}",
            f"{path} · {escaped(severities_words(counts_of(result.findings), language))} · "
            f"{escaped(coverage_words(result.coverage, language))}",
        ])  # fmt: skip
        self._lines(self._table(result))
        self._lines(self._notes(result))

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""
        path, reason = shown_path(problem.path, self._run.base), printable(problem.reason.in_language(self._language))
        self._lines([f"### {escaped(path)}", f"**{problem.said.in_language(self._language)}** · {escaped(reason)}"])

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write what all files come to, and what was passed over in folders."""
        counts = severities_words(counts_in(totals), self._language)
        words = _FILES.in_language(self._language).format(files=totals.files, counts=counts)
        if totals.problems:
            unread = _PROBLEMS.in_language(self._language).format(count=totals.problems)
            words += COMMA.in_language(self._language) + unread
        self._lines([f"**{escaped(words)}**", *(escaped(printable(remark)) for remark in remarks)])

    def _table(self, result: Result) -> list[str]:
        """All rows in one paragraph, as a table has to be."""
        if not result.findings:
            return [_CLEAN.in_language(self._language)]
        form = self._run.rulebook.form(result.report.form)
        rows = (self._row(told(form, finding, self._language)) for finding in result.findings)
        return ["\n".join([_HEAD.in_language(self._language), "|---|---|---|---|---|", *rows])]

    def _row(self, words: Told) -> str:
        severity = SEVERITY_WORDS[words.severity].in_language(self._language)
        where = f"{words.place} ({words.position})" if words.position else words.place
        cells = (severity, words.code, where, words.message, words.suggestion)
        return f"| {' | '.join(map(escaped, cells))} |"

    def _notes(self, result: Result) -> Iterator[str]:
        """Why some checks could not be made, what is told of the file."""
        told = [
            _OPEN.in_language(self._language).format(
                count=len(items), reason=reason, codes=" ".join(dict.fromkeys(item.rule for item in items))
            )
            for reason, items in by_reason(result.coverage, self._language).items()
        ]
        notes = (note if isinstance(note, str) else note.in_language(self._language) for note in notes_of(result))
        lines = [f"- {escaped(printable(line))}" for line in (*told, *notes)]
        if lines:
            yield "\n".join(lines)

    def _lines(self, paragraphs: Iterator[str] | list[str]) -> None:
        for paragraph in paragraphs:
            self._stream.write(paragraph + "\n\n")


def escaped(text: str) -> str:
    """The text as Markdown that shows it as it is: no markup, no link, no call of a person or an issue."""
    marked = _MARKUP.sub(_marked, _CALLS.sub("\0", text.strip()))
    return "".join(_HTML.get(one, one) for one in marked).replace("\0", "<!-- -->")


def _marked(match: re.Match[str]) -> str:
    """The sign as itself; of a number that would begin a list, the point behind it."""
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"
