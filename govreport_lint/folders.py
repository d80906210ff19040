"""The files of a folder and of the folders in it: what is hidden, locked by Word or the program's own is told apart."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

# What the names of the program's own copies of reports end in; in folders they are passed over.
CHECKED = ".checked"
FIXED = ".fixed"


def walk(folder: str, closed: Callable[[OSError], None]) -> Iterator[str]:
    """Every file that is not hidden, by name; a folder that links lead back to is walked once.

    ``closed`` is told of folders that cannot be opened.
    """
    seen: set[str] = set()
    for parent, folders, names in os.walk(folder, followlinks=True, onerror=closed):
        real = os.path.realpath(parent)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        yield from (str(Path(parent, name)) for name in sorted(names) if not is_hidden(name))


def is_special(path: str) -> bool:
    """Whether it is a pipe, a socket or a device; what is not there or closed is told when it is read."""
    try:
        return not stat.S_ISREG(Path(path).stat().st_mode)
    except OSError:
        return False


def is_hidden(name: str) -> bool:
    """Hidden files and the lock files that Word leaves beside an open report."""
    return name.startswith((".", "~$"))


def is_own_copy(path: str) -> bool:
    """Whether it is a copy with remarks, or with tracked changes, that the program wrote itself."""
    return Path(path).stem.endswith((CHECKED, FIXED))
