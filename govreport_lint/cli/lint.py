"""``govreport-lint PATH…``: check reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TextIO

from .. import api
from ..finding import Result, Severity
from ..output.data.json import JsonWriter
from ..output.words.problems import Problem, Totals
from ..readers.formats import suffixes
from ..rulebook.packs import rules
from .console.statuses import CLEAN, FAULT, FINDINGS
from .options import prefixes
from .paths.destination import destination
from .paths.files import STANDARD_INPUT, find_files, remarks
from .paths.inputs import each_file, seen_already, standard_input, tell, tell_remarks


class Writer(Protocol):
    """What an output format does with the files as they come."""

    def result(self, result: Result) -> None:
        """Write the result of one file."""

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Write the end; ``remarks`` say what was passed over in folders."""


def check(
    *,
    paths: Sequence[str],
    form: str,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str,
    language: str,
    output: str | None,
) -> int:
    """Check the reports and write what was found; returns the exit status."""
    codes = [rule.code for rule in rules()]
    selected = prefixes("--select", select, codes)
    ignored = prefixes("--ignore", ignore, codes)

    def work(path: str) -> Result:
        if path == STANDARD_INPUT:
            data = standard_input()
            return api.lint_bytes(data, path, select=selected, ignore=ignored, language=language)
        return api.lint(path, select=selected, ignore=ignored, language=language)

    found = find_files(paths, suffixes(), language)
    said = remarks(found, language)
    told = tell if form == "json" or not seen_already(output) else None
    with destination(output, found.paths, machine=form == "json") as stream:
        writer = _writer(stream, form, language)
        totals = Totals()
        for _, value in each_file(found, work, language, told):
            totals = totals.plus(value)
            writer.problem(value) if isinstance(value, Problem) else writer.result(value)
        writer.close(totals, said)
    if told:
        tell_remarks(said)
    return exit_status(totals, fail_on)


def exit_status(totals: Totals, fail_on: str) -> int:
    """0, 1 or 3; 3 wins over 1."""
    if totals.problems:
        return FAULT
    if fail_on == "never":
        return CLEAN
    counts = {Severity.ERROR: totals.error, Severity.WARNING: totals.warning, Severity.INFO: totals.info}
    limit = Severity(fail_on).rank
    return FINDINGS if any(counts[severity] for severity in Severity if severity.rank <= limit) else CLEAN


def _writer(stream: TextIO, form: str, language: str) -> Writer:
    if form == "json":
        return JsonWriter(stream)
    from ..output.terminal.findings import TerminalWriter

    return TerminalWriter(stream, language)
