"""What is asked and what comes back: tasks, work by its name, problems in the place of answers."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from ...errors import GovreportError
from ...language import Text
from ...output.words.problems import INTERNAL, UNREADABLE, Problem

Work = Callable[[bytes], bytes]
"""What is done to a task; a function of a module, so that another process finds it by its name."""

_INTERNAL = Text(
    "程序内部错误（{kind}），这个文件未能检查，请向开发者反馈",
    "internal fault ({kind}): the file was not checked; please report it",
)
_SLOW = Text(
    "在规定时间（{seconds:.0f} 秒）内没有处理完，未检查。请另存一份后再检查",
    "not finished within {seconds:.0f} seconds and left out; please save the file anew and check it again",
)
_DIED = Text(
    "处理这个文件的进程意外终止（可能内存不足），未检查。请另存一份后再检查",
    "the process that worked on the file ended (out of memory?), not checked; please save it anew and check it again",
)


class Limits(Struct, frozen=True):
    """``seconds`` of processor time that one task may take (a report takes a thirtieth of one); ``patience``: the
    seconds on the clock, for a process that only waits."""

    seconds: float = 60.0
    patience: float = 600.0


class Task(Struct, frozen=True):
    """``name`` is how the file is called in messages and progress, ``data`` what the work is given."""

    name: str
    data: bytes


def name_of(work: Work) -> str:
    """How another process finds the work: ``package.module:function``; raises ``ValueError`` for what it cannot."""
    module, name = work.__module__, work.__qualname__
    if module == "__main__" or getattr(sys.modules.get(module), name, None) is not work:
        raise ValueError(f"{module}:{name} cannot be imported by another process")
    return f"{module}:{name}"


def work_of(name: str) -> Work:
    """The work with a name."""
    module, _, function = name.partition(":")
    found: Work = getattr(import_module(module), function)
    return found


def slow(name: str, seconds: float) -> Problem:
    """What is told of a task that took too much time."""
    return Problem(name, Text(*(words.format(seconds=seconds) for words in (_SLOW.zh, _SLOW.en))), UNREADABLE)


def died(name: str) -> Problem:
    """What is told of a task that brought its process down."""
    return Problem(name, _DIED, UNREADABLE)


def failed(name: str, kind: str) -> Problem:
    """What is told of a task on which the program itself failed with an exception of a kind."""
    return Problem(name, Text(*(words.format(kind=kind) for words in (_INTERNAL.zh, _INTERNAL.en))), INTERNAL)


def refused(name: str, error: GovreportError) -> Problem:
    """What is told of a file that the program refuses."""
    return Problem(name, Text(error.reason, error.english))
