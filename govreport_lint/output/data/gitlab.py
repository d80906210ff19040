"""The Code Quality report of GitLab: a list of issues, each with a fingerprint of its own.

Its fields: GitLab Docs, “Code Quality report format”. A file without a result is an issue of the check ``unreadable``,
so that a merge request shows it.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TextIO

from msgspec import Struct

from ...finding import Severity
from ...result import Result
from ..run import Run
from ..words.file_paths import shown_path
from ..words.printable import printable
from ..words.problems import Problem, Totals
from ..words.told_findings import told
from .json import encode

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}
_NO_RESULT = "blocker"


class IssueLines(Struct, frozen=True):
    """The lines of an issue, from 1; of a file without lines the first, for the report must name one."""

    begin: int


class IssueLocation(Struct, frozen=True):
    """The file, from the folder of the run on, and its lines."""

    path: str
    lines: IssueLines


class Issue(Struct, frozen=True):
    """One issue, as GitLab names its parts."""

    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: IssueLocation


class GitlabWriter:
    """Writes the issues as they come."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._empty = True

    def start(self) -> None:
        """Write the beginning of the list."""
        self._stream.write("[")

    def result(self, result: Result) -> None:
        """Write an issue for each finding."""
        form = self._run.rulebook.form(result.report.form)
        equal: Counter[str] = Counter()
        for finding in result.findings:
            words = told(form, finding, self._run.language)
            mark = f"{finding.code}\0{finding.fingerprint}\0{equal[finding.fingerprint]}"
            equal[finding.fingerprint] += 1
            self._issue(
                f"{words.place}: {words.advised}" if words.language == "en" else f"{words.place}：{words.advised}",
                finding.code,
                self._fingerprint(result.path, mark),
                _SEVERITIES[finding.severity],
                self._location(result.source.path, finding.span.line if finding.span else 1),
            )

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result; one that was set aside is no issue."""
        if problem.is_aside:
            return
        reason = printable(problem.reason.in_language(self._run.language))
        mark = self._fingerprint(problem.path, problem.code)
        self._issue(reason, problem.code, mark, _NO_RESULT, self._location(problem.path, 1))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:  # noqa: ARG002
        """Write the end; the report has no place for remarks."""
        self._stream.write("]\n" if self._empty else "\n]\n")

    def _issue(self, description: str, check: str, fingerprint: str, severity: str, location: IssueLocation) -> None:
        issue = Issue(description, check, fingerprint, severity, location)
        self._stream.write(("\n  " if self._empty else ",\n  ") + encode(issue, 2))
        self._empty = False

    def _location(self, path: str, line: int) -> IssueLocation:
        return IssueLocation(shown_path(path, self._run.base), IssueLines(line))

    def _fingerprint(self, path: str, mark: str) -> str:
        """The same on every machine: made of the path from the folder of the run and the finding's own fingerprint."""
        whole = f"{shown_path(path, self._run.base)}\0{mark}"
        return hashlib.sha256(whole.encode("utf-8", "replace")).hexdigest()
