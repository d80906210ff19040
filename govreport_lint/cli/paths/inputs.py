"""Going through the files one by one; whatever one of them does, the others are still checked."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TypeVar

import click

from ...errors import NoReportError, ReadError, RuleError
from ...language import Text
from ...output.words.printable import printable
from ...output.words.problems import INTERNAL, SET_ASIDE, UNREADABLE, Problem
from ...readers.opening import load
from ..console.progress import Progress
from .files import STANDARD_INPUT, Found

Value = TypeVar("Value")
_INTERNAL = Text(
    "程序内部错误（{kind}），这个文件未能检查，请向开发者反馈",
    "internal fault ({kind}): the file was not checked; please report it",
)


def each_file(
    found: Found, work: Callable[[str], Value], told: Callable[[Problem], None] | None
) -> Iterator[tuple[str, Value | Problem]]:
    """Each path with what ``work`` makes of it, or with why it could not, which ``told`` is given.

    ``RuleError`` concerns every file and is raised.
    """
    progress = Progress(len(found.items))
    try:
        for done, item in enumerate(found.items):
            progress.show(done)
            value = item if isinstance(item, Problem) else attempt(item, work, aside=item in found.in_folders)
            progress.clear()
            if told and isinstance(value, Problem):
                told(value)
            yield (item if isinstance(item, str) else item.path), value
    finally:
        progress.clear()


def tell(language: str) -> Callable[[Problem], None]:
    """What says on standard error that and why a file has no result."""

    def say(problem: Problem) -> None:
        print(f"{printable(problem.path)}：{printable(problem.reason.in_language(language))}", file=sys.stderr)

    return say


def tell_remarks(remarks: tuple[str, ...]) -> None:
    """Say on standard error what was passed over in folders."""
    for remark in remarks:
        print(printable(remark), file=sys.stderr)


def seen_already(output: str | None) -> bool:
    """Whether a person who looks at the terminal sees the output itself."""
    return output in (None, "-") and sys.stdout.isatty()


def standard_input() -> bytes:
    """All bytes of standard input."""
    return sys.stdin.buffer.read()


def bytes_of(path: str) -> bytes:
    """The bytes of a file or of standard input; raises ``ReadError``."""
    return standard_input() if path == STANDARD_INPUT else load(path)


def attempt(path: str, work: Callable[[str], Value], *, aside: bool = False) -> Value | Problem:
    """What ``work`` makes of a path, or why it could not; ``aside``: where it is no report it is set aside."""
    try:
        return work(path)
    except ReadError as error:
        code = SET_ASIDE if aside and isinstance(error, NoReportError) else UNREADABLE
        return Problem(path, Text(error.reason, error.english), code)
    except (RuleError, BrokenPipeError, click.UsageError):
        raise
    except Exception as error:
        kind = type(error).__name__
        return Problem(path, _INTERNAL.filled(kind=kind), INTERNAL)
