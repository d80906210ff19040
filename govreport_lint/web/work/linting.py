"""Work for programs: every report in a file checked, and results written as one output."""

from __future__ import annotations

import msgspec

from ...auditing.choice import linter_of
from ...errors import NoReportError, ReadError
from ...language import Text
from ...output.words.problems import Problem
from ...result import Result
from .answering import answered
from .files import output
from .opening import last_years, run_of
from .records import Asked, AskedOutput, Made

Checked = tuple[Result, ...] | Problem


def lint(data: bytes) -> bytes:
    """Answer an ``Asked`` with the results of its file or the problem with it."""
    asked = msgspec.msgpack.decode(data, type=Asked)
    checked: Checked
    try:
        linter = linter_of(asked.choice)
        before = last_years(linter, asked.previous)
        checked = linter.check_each(linter.open(asked.file.data, asked.file.name).document, before)
    except (NoReportError, ReadError) as error:
        checked = Problem(asked.file.name, Text(error.reason, error.english))
    return msgspec.msgpack.encode(checked)


def write(data: bytes) -> bytes:
    """Answer an ``AskedOutput`` with ``Made`` or ``Refusal``."""
    return answered(data, AskedOutput, _written)


def _written(asked: AskedOutput) -> Made:
    linter = linter_of(asked.choice)
    values: list[Result | Problem] = []
    for encoded in asked.files:
        checked = msgspec.msgpack.decode(encoded, type=tuple[Result, ...] | Problem)
        values += checked if isinstance(checked, tuple) else [checked]
    return Made(asked.form, output(asked.form, values, run_of(linter, asked.language)))
