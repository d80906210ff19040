"""The JSON contract, version 2: written file by file, so that memory stays flat over many reports."""

from __future__ import annotations

import re
from json.encoder import encode_basestring_ascii as json_string
from typing import Any, TextIO

import msgspec

from ...invisible import CHARACTERS
from ...language import known_language
from ...result import Result
from ..run import Run
from ..words.problems import Problem, Totals
from .contract import SCHEMA, ErrorRecord, ProblemRecord, SummaryRecord, file_record

_UNSEEN = re.compile(f"[\x7f-\x9f\u2028\u2029{CHARACTERS}]+")


class JsonWriter:
    """Writes ``{"schema", "files", "summary"}``; a file is written as soon as it is given."""

    def __init__(self, stream: TextIO, run: Run) -> None:
        self._stream = stream
        self._language = run.language
        self._empty = True

    def start(self) -> None:
        """Write the beginning."""
        self._stream.write('{\n  "schema": "' + SCHEMA + '",\n  "files": [')

    def result(self, result: Result) -> None:
        """Write the result of one file."""
        self._item(file_record(result, self._language))

    def problem(self, problem: Problem) -> None:
        """Write a file that has no result."""
        self._item(problem_record(problem, self._language))

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:  # noqa: ARG002
        """Write the summary and the end; nothing may follow. The contract has no place for remarks."""
        counts = SummaryRecord(
            totals.files, totals.problems, totals.passed_over, totals.error, totals.warning, totals.info
        )
        end = "]" if self._empty else "\n  ]"
        self._stream.write(f'{end},\n  "summary": {encode(counts, 2)}\n}}\n')

    def _item(self, record: Any) -> None:
        self._stream.write(("\n    " if self._empty else ",\n    ") + encode(record, 4))
        self._empty = False


def result_json(result: Result, language: str) -> str:
    """The object of one file; raises ``ValueError`` for an unknown language."""
    return encode(file_record(result, known_language(language)))


def problem_record(problem: Problem, language: str) -> ProblemRecord:
    """The record of a file without a result."""
    return ProblemRecord(problem.path, ErrorRecord(problem.code, problem.reason.in_language(language)))


def encode(value: Any, indent: int = 0) -> str:
    """The value as indented JSON; lines after the first begin with ``indent`` spaces more.

    A string never holds a line end in JSON, so every line end is one of the layout. Characters that nobody sees, or
    that a terminal takes for commands, are written by their numbers.
    """
    text = msgspec.json.format(_bytes(value), indent=2).decode("utf-8")
    return _UNSEEN.sub(_by_number, text).replace("\n", "\n" + " " * indent)


def line_of(value: Any) -> str:
    """The value as JSON on one line, whatever a program takes for the end of a line."""
    return _UNSEEN.sub(_by_number, _bytes(value).decode("utf-8"))


def _bytes(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_without_surrogates(msgspec.to_builtins(value)))


def _by_number(match: re.Match[str]) -> str:
    return json_string(match[0])[1:-1]


def _without_surrogates(value: Any) -> Any:
    """The same builtins with half characters (from file names that are not UTF-8) made visible."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _without_surrogates(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_surrogates(item) for item in value]
    return value
