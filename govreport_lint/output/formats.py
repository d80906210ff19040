"""The outputs that results can be written in: the one registry. A new output is one file and one entry here.

An output is given the files one after the other: ``start``, then ``result`` or ``problem`` for each, then ``close``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from msgspec import Struct

from .run import Output, Run


class OutputFormat(Struct, frozen=True):
    """An output by its name. ``machine``: it is for programs, so UTF-8 and nothing else on the stream."""

    name: str
    machine: bool
    open: Callable[[TextIO, Run], Output]


def output_formats() -> tuple[OutputFormat, ...]:
    """Every output, the usual one first."""
    return (
        OutputFormat("text", False, _text),
        OutputFormat("json", True, _json),
    )


def output_format(name: str) -> OutputFormat:
    """The output with a name; raises ``KeyError``."""
    return {known.name: known for known in output_formats()}[name]


def _text(stream: TextIO, run: Run) -> Output:
    from .terminal.findings import TerminalWriter

    return TerminalWriter(stream, run)


def _json(stream: TextIO, run: Run) -> Output:
    from .data.json import JsonWriter

    return JsonWriter(stream, run)
