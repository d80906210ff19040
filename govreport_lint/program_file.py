"""The one file that the whole program is, where it is that: its own Python is in it, its modules are no files."""

from __future__ import annotations

import sys
from pathlib import Path


def program_file() -> Path | None:
    """The file of a program of one file (``releasing/program.py``); None where Python runs it from its modules."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None
