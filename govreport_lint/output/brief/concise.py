"""One line a finding, ``report.md:41:7: A303 error …``: to be searched, and for editors that jump to the place."""

from __future__ import annotations

from typing import TextIO

from ...language import Text
from ...result import Result
from ..run import Run
from ..words.places import first_words, position_words
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.summary.counted import counts_in, severities_words
from ..words.told_findings import told

_TOTAL = Text(
    "共 {files} 个文件：{counts}；无法判定 {open} 项，未能检查 {problems} 个文件",
    "{files} files: {counts}; {open} checks could not be assessed, {problems} files not checked",
)


class ConciseWriter:
    """Writes the lines as they come, at the end what they come to."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._open = 0

    def start(self) -> None:
        """Nothing stands before the first line."""

    def result(self, result: Result) -> None:
        """Write a line for each finding."""
        language, form = self._run.language, self._run.rulebook.form(result.report.form)
        self._open += result.coverage.not_assessable
        for finding in result.findings:
            near = printable(first_words(finding))
            where = position_words(printable(result.path), finding.location, finding.span, language, near)
            words = told(form, finding, language)
            self._line(f"{where}: {words.code} {words.severity} {words.message}")

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""
        reason = printable(problem.reason.in_language(self._run.language))
        self._line(f"{printable(problem.path)}: {problem.said.in_language(self._run.language)}: {reason}")

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write what was passed over in folders and how many there are of each severity: silence would say less.

        Nothing where the run is to be quiet.
        """
        if self._run.quiet:
            return
        for remark in remarks:
            self._line(printable(remark))
        language = self._run.language
        listed = severities_words(counts_in(totals), language)
        words = _TOTAL.in_language(language)
        self._line(words.format(files=totals.files, counts=listed, open=self._open, problems=totals.problems))

    def _line(self, text: str) -> None:
        self._stream.write(text + "\n")
