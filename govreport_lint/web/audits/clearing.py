"""A folder taken away, also where the system lets go of its files only a moment after their process has ended."""

from __future__ import annotations

import shutil
import stat
import time
from pathlib import Path

from ...auditing.intake.place import reachable

_TRIES = 8
_PAUSE = 0.02


def clear(folder: Path) -> bool:
    """Take a folder away with all that is in it; whether it is gone. Waits five seconds at most for what is held.

    What is held longer goes with the server's own folder.
    """
    name = reachable(folder)
    for number in range(_TRIES):
        shutil.rmtree(name, ignore_errors=True)
        if not Path(name).exists():
            return True
        # Windows deletes no file that a process has open, and ends a process some time after it was told to.
        time.sleep(_PAUSE * 2**number)
    return False


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder; of one that is being taken away, those that are left."""
    size = 0
    for place in Path(reachable(folder)).rglob("*"):
        try:
            found = place.lstat()
        except OSError:
            # It has gone meanwhile.
            continue
        size += found.st_size if stat.S_ISREG(found.st_mode) else 0
    return size
