"""The first thing that the program of one file does: a child's work, a command, or the page for a double click."""

from __future__ import annotations

import os
import sys

from ..children.starting import run_as_child
from .unpacked import unpacked_folder

_BY_DOUBLE_CLICK = ("serve", "--open")
NOTICES = "--third-party-notices"
NOTICES_FILE = "THIRD-PARTY-NOTICES.txt"
_LIBRARIES = "LD_LIBRARY_PATH"


def start() -> None:
    """Do what the process was started for and end it. Without arguments the page is served and opened."""
    prepare_streams()
    give_back_libraries()
    arguments = sys.argv[1:]
    if run_as_child(arguments):
        return
    with unpacked_folder() as folder:
        if arguments == [NOTICES] and folder is not None:
            print((folder / NOTICES_FILE).read_text("utf-8"), end="")
        elif arguments:
            from ..cli import main

            main(arguments)
        else:
            from .told import told

            sys.exit(told(_BY_DOUBLE_CLICK))


def prepare_streams() -> None:
    """A program that Windows starts without a terminal has no streams: what is written to them goes nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: PTH123, SIM115


def give_back_libraries() -> None:
    """Let a browser or LibreOffice look for libraries where it would have without this program.

    What unpacks the program has told the system to look in its folder first, and kept what was told before.
    """
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is None or not os.environ.get(_LIBRARIES, "").startswith(unpacked):
        return
    before = os.environ.pop(f"{_LIBRARIES}_ORIG", None)
    if before is None:
        del os.environ[_LIBRARIES]
    else:
        os.environ[_LIBRARIES] = before
