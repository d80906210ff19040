"""The objects of the JSON contract one a line, for programs that read while files are still being checked."""

from __future__ import annotations

from typing import TextIO

from ...result import Result
from ..run import Run
from ..words.problems import Problem, Totals
from .contract import file_record
from .json import line_of, problem_record


class JsonLinesWriter:
    """Writes the object of each file as it comes, of files without a result too."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._language = run.language

    def start(self) -> None:
        """Nothing stands before the first line."""

    def result(self, result: Result) -> None:
        """Write the result of one file."""
        self._stream.write(line_of(file_record(result, self._language)) + "\n")

    def problem(self, problem: Problem) -> None:
        """Write a file that has no result."""
        self._stream.write(line_of(problem_record(problem, self._language)) + "\n")

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        """Nothing follows the last file: each line is one, so whoever wants the sums counts them."""
