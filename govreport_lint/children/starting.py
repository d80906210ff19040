"""How a child process of the program is started: with Python it is Python, in a program of one file it is that file.

A program of one file (``releasing/program.py``) has no interpreter that could be given code; it is started again with
``--child`` as its first argument, and ``run_as_child`` is the first thing that it does.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ..program_file import program_file

CHILD = "--child"
_CODE = """\
import sys
name, count, rest = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
given, sys.path[:] = rest[:count], rest[count:]
from govreport_lint.children.starting import run
run(name, given)
"""


def child_command(function: str, *given: str, isolated: bool = False) -> list[str]:
    """The command that runs ``package.module:function`` with texts as its arguments, in a process of its own.

    ``isolated``: Python heeds neither the environment's variables nor the user's own packages; a program of one file
    never does.
    """
    if program_file():
        return [sys.executable, CHILD, function, *given]
    options = ["-I"] if isolated else []
    # A child may be given another working folder, in which no word of ``sys.path`` may mean something else.
    places = [str(Path(place).absolute()) for place in sys.path]
    return [sys.executable, *options, "-c", _CODE, function, str(len(given)), *given, *places]


def run_as_child(arguments: list[str]) -> bool:
    """Do what a child is started for, where a program of one file is started as one; returns whether it was.

    ``arguments`` are those of the process.
    """
    if not program_file() or arguments[:1] != [CHILD] or len(arguments) < 2:
        return False
    run(arguments[1], arguments[2:])
    return True


def run(function: str, given: list[str]) -> None:
    """Call ``package.module:function`` with texts as its arguments."""
    module, _, name = function.partition(":")
    __import__(module)
    getattr(sys.modules[module], name)(*given)
