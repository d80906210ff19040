"""``govreport-lint extract PATH…``: what was understood of reports."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TextIO

from .. import api
from ..document import Document
from ..office.conversion import Conversions
from ..output.words.problems import Problem
from ..readers.formats import suffixes
from ..readers.opening import load
from ..report import Report
from ..rulebook.rulebook import Rulebook
from .console.statuses import CLEAN, FAULT
from .paths.destination import destination
from .paths.files import find_files, remarks
from .paths.inputs import bytes_of, each_file, seen_already, tell, tell_remarks


class Writer(Protocol):
    """What an output format does with reports as they come."""

    def report(self, document: Document, report: Report) -> None:
        """Write one report."""

    def problem(self, problem: Problem) -> None:
        """Write that and why a file could not be read."""

    def close(self) -> None:
        """Write the end."""


def extract(*, paths: Sequence[str], packs: Sequence[str], form: str, language: str, output: str | None) -> int:
    """Read the reports and write what they say; returns the exit status."""
    reader = api.linter(packs=packs)
    found = find_files(paths, suffixes())
    told = tell(language) if form != "text" or not seen_already(output) else None

    conversions = Conversions(found.paths, load)

    def work(path: str) -> tuple[tuple[Document, Report], ...]:
        data = bytes_of(path)
        documents = reader.reports(reader.open(data, path, conversions.modern).document)
        return tuple((document, reader.extract(document)) for document in documents)

    several = len(found.items) > 1 or any(Path(path).is_dir() for path in paths)
    status = CLEAN
    with destination(output, found.paths, machine=form != "text") as stream:
        writer = _writer(stream, form, language, reader.rulebook, several=several)
        for _, value in each_file(found, work, told):
            if isinstance(value, Problem):
                status = FAULT
                writer.problem(value)
            else:
                for one in value:
                    writer.report(*one)
        writer.close()
    tell_remarks(remarks(found, language))
    return status


def _writer(stream: TextIO, form: str, language: str, rulebook: Rulebook, *, several: bool) -> Writer:
    if form == "json":
        from ..output.data.extracted_json import ExtractWriter

        return ExtractWriter(stream, language, several=several)
    if form == "csv":
        from ..output.data.csv import CsvWriter

        return CsvWriter(stream)
    from ..output.terminal.extracted import ExtractedWriter

    return ExtractedWriter(stream, language, rulebook)
