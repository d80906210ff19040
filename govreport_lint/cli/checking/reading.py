"""What is done to one file: read, and every report in it checked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...configuration.linters import Linters
from ...engine.last_years import LastYears
from ...office.conversion import Converter
from ...output.words.problems import Problem
from ...readers.opening import load
from ...result import Result
from ..paths.files import STANDARD_INPUT
from ..paths.inputs import attempt, standard_input

Reading = Callable[[str], tuple[Result, ...] | Problem]
"""The results of every report in a file, or why there is none; may raise ``ReadError`` instead."""


def reading(linters: Linters, before: LastYears | None, convert: Converter, stdin_filename: str | None) -> Reading:
    """What checks a file by the linter that is meant for it; ``-`` is standard input, which may have a name."""

    def read(path: str) -> tuple[Result, ...] | Problem:
        if path != STANDARD_INPUT:
            return check(path, load(Path(path)))
        # What is wrong with it is told by its name, too.
        return attempt(stdin_filename or path, lambda name: check(name, standard_input()))

    def check(name: str, data: bytes) -> tuple[Result, ...]:
        linter = linters.of(name)
        return linter.check_each(linter.open(data, name, convert).document, before)

    return read
