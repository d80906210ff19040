"""The folder that the program of one file unpacks itself to: gone when it ends, and after a kill at the next start.

It is told by a file in it that its program keeps locked; a folder that lacks the file is left alone.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .. import left_folders
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
    others = (folder for folder in own.parent.glob(_PREFIX + "*") if folder != own)
    return left_folders.sweep(others, _LOCK, settled=_YOUNG)
