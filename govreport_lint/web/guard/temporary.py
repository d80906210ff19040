"""The server's own folder for what it must put down a moment: gone when it ends, and after a kill at the next start.

The folder holds a file that its server keeps locked. One whose file nobody locks belonged to a server that is dead.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ...locked_files import locked

_PREFIX = "govreport-lint-serve-"
_LOCK = "owner.lock"
# A server needs a moment between making its folder and locking it.
_YOUNG = 60.0


@contextmanager
def temporary_folder(parent: Path | None = None) -> Iterator[Path]:
    """A new folder for one server; those of dead ones beside it are removed first. Raises ``OSError``."""
    above = parent or Path(tempfile.gettempdir())
    sweep(above)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=above))
    try:
        with (folder / _LOCK).open("w") as lock:
            if not locked(lock):
                raise OSError(f"{folder}: cannot be locked")
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep(above: Path) -> list[Path]:
    """Remove the folders of servers that are dead; gives those that were removed."""
    gone = []
    for folder in above.glob(_PREFIX + "*"):
        with suppress(OSError):
            if _is_dead(folder):
                shutil.rmtree(folder, ignore_errors=True)
                gone.append(folder)
    return gone


def _is_dead(folder: Path) -> bool:
    """Whether a folder is a server's that is dead, and of the same user."""
    found = folder.lstat()
    if folder.is_symlink() or not folder.is_dir() or (hasattr(os, "getuid") and found.st_uid != os.getuid()):
        return False
    lock = folder / _LOCK
    if not lock.is_file() or lock.is_symlink():
        return time.time() - found.st_mtime > _YOUNG
    with lock.open("r+") as file:
        return locked(file)
