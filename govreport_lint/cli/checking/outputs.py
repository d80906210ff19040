"""Several outputs in one run: where each goes, and all of them told the same."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TextIO

import click
from msgspec import Struct
from msgspec.structs import replace

from ...language import Text
from ...output.formats import OutputFormat, output_format
from ...output.run import Output, Run
from ...output.words.problems import Problem, Totals
from ...result import Result
from ..paths.destination import destination
from ..paths.inputs import seen_already

STANDARD_ERROR = "standard error"
"""In the place of a file."""

STANDARD_OUTPUT = "-"
"""What a file is called that is none."""


class Wanted(Struct, frozen=True):
    """An output and the file that it goes to; None: standard output."""

    format: OutputFormat
    path: str | None = None

    @property
    def is_seen(self) -> bool:
        """Whether a person who looks at the terminal reads it."""
        return not self.format.machine and seen_already(self.path)


def wanted_outputs(words: Sequence[str], output: str | None) -> tuple[Wanted, ...]:
    """The outputs that ``NAME`` and ``NAME=FILE`` ask for; ``output`` is the file of the one without a name of its
    own, or of the usual one.

    Raises ``click.UsageError`` where two would go to one place, or a name is none (in a configuration).
    """
    wanted = [_wanted(word) for word in words or ("text",)]
    nowhere = [number for number, one in enumerate(wanted) if one.path is None]
    if len(nowhere) > 1:
        names = "、".join(wanted[number].format.name for number in nowhere)
        raise click.UsageError(f"--format {names}：只能有一个写到屏幕，其余请写成 名称=文件（give NAME=FILE)")
    if output is not None:
        if not nowhere:
            raise click.UsageError("-o 和 --format 名称=文件 重复（-o and --format NAME=FILE say it twice)")
        wanted[nowhere[0]] = replace(wanted[nowhere[0]], path=output)
    paths = [os.path.realpath(one.path) for one in wanted if one.path is not None]
    if len(set(paths)) < len(paths):
        raise click.UsageError("两个输出写到了同一个文件（two outputs go to one file)")
    return tuple(wanted)


def with_statistics(wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The same with counts by rule in place of what people read; beside other outputs on standard error."""
    counted = tuple(one if one.format.machine else replace(one, format=_STATISTICS) for one in wanted)
    told = any(one.format is _STATISTICS for one in counted)
    return counted if told else (*counted, Wanted(_STATISTICS, STANDARD_ERROR))


def on_standard_error(wanted: Sequence[Wanted]) -> tuple[Wanted, ...]:
    """The same where standard output is taken by something else: what goes nowhere else goes to standard error."""
    return tuple(one if one.path is not None else replace(one, path=STANDARD_ERROR) for one in wanted)


def _statistics(stream: TextIO, run: Run) -> Output:
    from ...output.terminal.statistics import StatisticsWriter

    return StatisticsWriter(stream, run)


_STATISTICS = OutputFormat("statistics", False, _statistics, Text("各规则的问题数", "how often each rule failed"))


def _wanted(word: str) -> Wanted:
    name, _, path = word.partition("=")
    try:
        return Wanted(output_format(name), None if path in ("", STANDARD_OUTPUT) else path)
    except KeyError as error:
        raise click.UsageError(f"没有名为“{name}”的输出（no such output)") from error


@contextmanager
def opened(wanted: Sequence[Wanted], run: Run, inputs: Sequence[str]) -> Iterator[Output]:
    """All outputs as one; each file is put in its place when everything is written.

    Raises ``click.UsageError`` for a file that cannot be written and ``OutputError`` for an output that cannot be made.
    """
    with ExitStack() as stack:
        outputs = []
        for one in wanted:
            outputs.append(one.format.open(stack.enter_context(_stream(one, inputs)), run))
        yield _Several(tuple(outputs))


def _stream(wanted: Wanted, inputs: Sequence[str]) -> AbstractContextManager[TextIO]:
    if wanted.path is STANDARD_ERROR:
        return nullcontext(sys.stderr)
    return destination(wanted.path, inputs, machine=wanted.format.machine)


class _Several(Struct, frozen=True):
    """Tells several outputs the same."""

    outputs: tuple[Output, ...]

    def start(self) -> None:
        for output in self.outputs:
            output.start()

    def result(self, result: Result) -> None:
        for output in self.outputs:
            output.result(result)

    def problem(self, problem: Problem) -> None:
        for output in self.outputs:
            output.problem(problem)

    def close(self, totals: Totals, remarks: tuple[str, ...]) -> None:
        for output in self.outputs:
            output.close(totals, remarks)
