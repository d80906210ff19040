"""Folders that programs which are dead left behind: told by a file in them that a living one keeps locked."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from .locked_files import locked


def sweep(folders: Iterable[Path], lock: str, *, settled: float = 0.0, unmade: float | None = None) -> list[Path]:
    """Remove the folders of this user whose file called ``lock`` nobody locks; gives those that were removed.

    A file younger than ``settled`` seconds may be about to be locked. A folder without the file is left alone, or goes
    when it is older than ``unmade`` seconds.
    """
    gone = []
    for folder in folders:
        with suppress(OSError):
            if _is_own(folder) and _is_left(folder, folder / lock, settled, unmade):
                shutil.rmtree(folder, ignore_errors=True)
                gone.append(folder)
    return gone


def _is_own(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()


def _is_left(folder: Path, lock: Path, settled: float, unmade: float | None) -> bool:
    if lock.is_symlink() or not lock.is_file():
        return unmade is not None and _age(folder) > unmade
    if _age(lock) < settled:
        return False
    with lock.open("r+") as file:
        return locked(file)


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
