"""The first thing that the program of one file does: a child's work, a command, or the page for a double click."""

from __future__ import annotations

import os
import sys

from ..children.libraries import give_back
from ..children.starting import run_as_child
from .unpacked import unpacked_folder

_BY_DOUBLE_CLICK = ("serve", "--open")
NOTICES = "--third-party-notices"
NOTICES_FILE = "THIRD-PARTY-NOTICES.txt"


def start() -> None:
    """Do what the process was started for and end it. Without arguments the page is served and opened."""
    prepare_streams()
    give_back()
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
