"""Workflow commands of GitHub Actions: findings become annotations on the lines of the files.

The commands and how they are escaped: GitHub Docs, “Workflow commands for GitHub Actions”.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from ...finding import Finding, Severity
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.told_findings import told

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


class GithubWriter:
    """Writes one command for each finding and for each file without a result."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run

    def start(self) -> None:
        """Nothing stands before the first command."""

    def result(self, result: Result) -> None:
        """Write a command for each finding."""
        form = self._run.rulebook.form(result.report.form)
        for finding in result.findings:
            words = told(form, finding, self._run.language)
            title = f"{words.code} {words.place}"
            self._command(_COMMANDS[finding.severity], words.advised, self._at(result, finding) | {"title": title})

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result, as an error on the file; of one set aside as a notice."""
        language = self._run.language
        place = {"file": shown_path(problem.path, self._run.base), "title": problem.said.in_language(language)}
        name = "notice" if problem.is_aside else "error"
        self._command(name, printable(problem.reason.in_language(language)), place)

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:  # noqa: ARG002
        """Write what was passed over in folders as notices."""
        for remark in remarks:
            self._command("notice", printable(remark), {})

    def _at(self, result: Result, finding: Finding) -> dict[str, str]:
        """The file, and the lines and columns where it has any; columns only count within one line."""
        place = {"file": shown_path(result.source.path, self._run.base)}
        span = finding.span
        if span is None:
            return place
        place |= {"line": str(span.line), "endLine": str(span.end_line)}
        if span.line == span.end_line:
            place |= {"col": str(span.column), "endColumn": str(span.end_column)}
        return place

    def _command(self, name: str, message: str, properties: Mapping[str, str]) -> None:
        told = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
        self._stream.write(f"::{name}{' ' if told else ''}{told}::{_escaped(message, _DATA)}\n")


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
