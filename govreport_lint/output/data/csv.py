"""The figures of reports as CSV that Excel opens as it is: UTF-8 with a byte order mark, one cell a line."""

from __future__ import annotations

import csv
import re
from typing import TextIO

from ...document import Document
from ...lines import Lines
from ...report import Figure, Report
from ..words.printable import seen
from ..words.problems import Problem
from .contract import Spot, spot

_HEADER = (
    "path", "organ", "year", "form", "table", "row", "column", "value", "raw", "state",
    "line", "column_position", "page", "table_number", "row_number", "cell_number",
)  # fmt: skip
# Full-width forms begin a formula in the spreadsheets of the East.
_FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_HARMLESS = re.compile(r"[+\-]?\d[\d,]*(\.\d+)?%?|-+")


class CsvWriter:
    """Writes the figures of each report as it comes; a file without figures has no line."""

    def __init__(self, stream: TextIO) -> None:
        stream.write("\ufeff")
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow(_HEADER)

    def report(self, document: Document, report: Report) -> None:
        """Write the figures of one report."""
        lines = Lines(document.source)
        head = (harmless(document.name), harmless(report.organ or ""), report.year, report.form)
        for figure in report.figures:
            self._writer.writerow((*head, *_cells(figure, spot(figure.location, lines.span(figure.location)))))

    def problem(self, problem: Problem) -> None:
        """A file without figures has no line; it is told on standard error."""

    def close(self) -> None:
        """Nothing follows the last line."""


def harmless(text: str) -> str:
    """The text on one line, as people see it, with ``'`` before what a spreadsheet would take for a formula; numbers
    and dashes stay."""
    line = " ".join(seen(text).split())
    return "'" + line if line.startswith(_FORMULAS) and not _HARMLESS.fullmatch(line) else line


def _cells(figure: Figure, place: Spot) -> tuple[object, ...]:
    value = "" if figure.value is None else str(figure.value)
    return (
        figure.table,
        figure.row,
        figure.column,
        value,
        harmless(figure.raw),
        figure.state.value,
        place.line,
        place.column,
        place.page,
        place.table,
        place.row,
        place.cell,
    )
