"""Where the libraries of a program of one file are looked for on Linux: a child needs its own, other programs theirs.

What unpacks the program has told the system to look in its folder first, and kept what was told before. A browser or
LibreOffice would take libraries from there that are not theirs.
"""

from __future__ import annotations

import os
import sys

_TOLD = "LD_LIBRARY_PATH"
_BEFORE = f"{_TOLD}_ORIG"


def give_back() -> None:
    """Let the programs that this one starts look for libraries where they would have without it."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is None or not os.environ.get(_TOLD, "").startswith(unpacked):
        return
    before = os.environ.pop(_BEFORE, None)
    if before is None:
        del os.environ[_TOLD]
    else:
        os.environ[_TOLD] = before


def child_environment() -> dict[str, str] | None:
    """The environment in which a child finds the program's libraries after ``give_back``; None: this process's own."""
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is None or not sys.platform.startswith("linux"):
        return None
    before = os.environ.get(_TOLD)
    if before is None:
        return {**os.environ, _TOLD: unpacked}
    return {**os.environ, _TOLD: f"{unpacked}:{before}", _BEFORE: before}
