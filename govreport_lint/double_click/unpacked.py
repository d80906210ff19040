"""The folder that the program of one file unpacks itself to: gone when it ends, and after a kill at the next start.

It is told by a file in it that its program keeps locked; a folder that lacks the file is left alone.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..locked_files import locked

_PREFIX = "_MEI"
_LOCK = "govreport-lint.lock"
# A program needs a moment between making the file and locking it.
_YOUNG = 5.0


@contextmanager
def unpacked_folder() -> Iterator[Path | None]:
    """The folder of this program, kept from the next one's sweeping; None where Python runs it from its modules."""
    place = getattr(sys, "_MEIPASS", None)
    if place is None:
        yield None
        return
    folder = Path(place)
    with (folder / _LOCK).open("w") as lock:
        locked(lock)
        sweep(folder)
        yield folder


def sweep(own: Path) -> list[Path]:
    """Remove the folders beside ``own`` of programs that were killed; gives those that were removed."""
    gone = []
    for folder in own.parent.glob(_PREFIX + "*"):
        with suppress(OSError):
            if folder != own and _is_left(folder):
                shutil.rmtree(folder, ignore_errors=True)
                gone.append(folder)
    return gone


def _is_left(folder: Path) -> bool:
    """Whether a folder is a program's of ours that is dead, and of the same user."""
    lock = folder / _LOCK
    if folder.is_symlink() or lock.is_symlink() or not lock.is_file():
        return False
    if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
        return False
    if time.time() - lock.stat().st_mtime < _YOUNG:
        return False
    with lock.open("r+") as file:
        return locked(file)
