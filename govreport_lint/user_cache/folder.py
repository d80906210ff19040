"""The program's folder among the user's caches: read and written by its owner alone.

It may be deleted at any time; where it cannot be had nothing is said, everything is made anew.
"""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import time
from pathlib import Path

_NAME = "govreport-lint"


def cache_folder() -> Path | None:
    """Where the user's programs keep what they can make anew; None where there is no such place."""
    if os.environ.get("GOVREPORT_LINT_NO_CACHE"):
        return None
    named = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    if named:
        return Path(named) / _NAME
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / _NAME


def kept(kind: str, key: str) -> bytes | None:
    """What was kept of a kind under a key; None for nothing, and for what is not the user's own."""
    folder = cache_folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError), (folder / _file_name(kind, key)).open("rb") as file:
        return file.read() if _is_own(os.fstat(file.fileno())) else None
    return None


def keep(kind: str, key: str, data: bytes) -> None:
    """Keep something in place of what older versions kept of its kind."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        if not _is_own(folder.stat()):
            return
        path = folder / _file_name(kind, key)
        beside = path.with_name(f".{path.name}.{os.getpid()}.{time.monotonic_ns()}")
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        beside.replace(path)
        _forget_older(path, kind)


def _file_name(kind: str, key: str) -> str:
    return f"{kind}-{key}.msgpack"


def _forget_older(newest: Path, kind: str) -> None:
    for path in newest.parent.glob(f"{kind}-*.msgpack"):
        if path != newest:
            path.unlink(missing_ok=True)


def _is_own(found: os.stat_result) -> bool:
    """Whether a file or folder is the user's and nobody else can write to it."""
    if os.name != "posix":
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
