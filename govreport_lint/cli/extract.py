"""``govreport-lint extract PATH…``: what was understood of reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TextIO

from .. import api
from ..output.words.problems import Problem
from ..readers.formats import suffixes
from ..report import Report
from .console.statuses import CLEAN, FAULT
from .paths.destination import destination
from .paths.files import STANDARD_INPUT, find_files, remarks
from .paths.inputs import each_file, seen_already, standard_input, tell, tell_remarks


class Writer(Protocol):
    """What an output format does with reports as they come."""

    def report(self, path: str, report: Report) -> None:
        """Write one report."""

    def problem(self, problem: Problem) -> None:
        """Write that and why a file could not be read."""

    def close(self) -> None:
        """Write the end."""


def extract(*, paths: Sequence[str], form: str, language: str, output: str | None) -> int:
    """Read the reports and write what they say; returns the exit status."""
    found = find_files(paths, suffixes(), language)
    told = tell if form != "text" or not seen_already(output) else None
    several = len(found.items) > 1 or any(Path(path).is_dir() for path in paths)
    status = CLEAN
    with destination(output, found.paths, machine=form != "text") as stream:
        writer = _writer(stream, form, language, several=several)
        for path, value in each_file(found, _read, language, told):
            if isinstance(value, Problem):
                status = FAULT
                writer.problem(value)
            else:
                writer.report(path, value)
        writer.close()
    tell_remarks(remarks(found, language))
    return status


def _read(path: str) -> Report:
    if path == STANDARD_INPUT:
        return api.extract(api.read_bytes(standard_input(), path))
    return api.extract(api.read(path))


def _writer(stream: TextIO, form: str, language: str, *, several: bool) -> Writer:
    if form == "json":
        from ..output.data.extracted_json import ExtractWriter

        return ExtractWriter(stream, several=several)
    if form == "csv":
        from ..output.data.csv import CsvWriter

        return CsvWriter(stream)
    from ..output.terminal.extracted import ExtractedWriter

    return ExtractedWriter(stream, language)
