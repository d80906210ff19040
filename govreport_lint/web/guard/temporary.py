"""The server's own folder for what it must put down a moment: gone when it ends, and after a kill at the next start.

The folder holds a file that its server keeps locked. One whose file nobody locks belonged to a server that is dead.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ... import left_folders
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
    return left_folders.sweep(above.glob(_PREFIX + "*"), _LOCK, unmade=_YOUNG)
