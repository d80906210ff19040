"""The findings as CSV that Excel and WPS open as it is: UTF-8 with a byte order mark, one row a finding."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from ...result import Result
from ..run import Run
from ..words.problems import Problem, Totals
from .csv import harmless
from .finding_columns import COLUMNS, Cell, finding_cells, problem_cells


class FindingsCsvWriter:
    """Writes a row for each finding as it comes, and one without a code for each file without a result."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._run = run
        self._rows = csv.writer(stream, lineterminator="\n")

    def start(self) -> None:
        """Write the titles of the columns."""
        self._stream.write("\ufeff")
        self._row(column.in_language(self._run.language) for column in COLUMNS)

    def result(self, result: Result) -> None:
        """Write the findings of one report."""
        for finding in result.findings:
            self._row(finding_cells(result, finding, self._run))

    def problem(self, problem: Problem) -> None:
        """Write that and why a file has no result."""
        self._row(problem_cells(problem, self._run))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Nothing follows the last row: whoever opens the file counts its rows."""

    def _row(self, cells: Iterable[Cell]) -> None:
        self._rows.writerow(harmless(cell) if isinstance(cell, str) else cell for cell in cells)
