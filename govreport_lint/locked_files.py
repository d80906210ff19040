"""A lock on a file that ends with the process that holds it, however it ends: so the dead are told from the living."""

from __future__ import annotations

import os
from typing import IO


def locked(file: IO[str]) -> bool:
    """Take the lock of a file; False where somebody has it. It is let go when the file is closed."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
