"""What the project's rule files say, kept in the user's cache folder: reading and resolving them anew takes longer.

The name of a kept file is made of the content of the rule files, of the program's own modules that resolve them, and
of the version of Python, so a changed one is never taken for another. The folder may be deleted at any time; it is
read and written by its owner alone, and without it everything is made anew.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ...version import __version__

_NAME = "govreport-lint"
_MODULES = ("rulebook", "checks")


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


def key_of(contents: Iterable[bytes]) -> str:
    """The name under which what these files say is kept."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    package = Path(__file__).parents[2]
    for folder in _MODULES:
        for entry in sorted(_modules(package / folder)):
            digest.update(repr(entry).encode())
    return digest.hexdigest()[:32]


def _modules(folder: Path) -> Iterable[tuple[str, int, int]]:
    """The name, the size and the time of every module of a folder and the folders in it."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(Path(entry.path))
            elif entry.name.endswith(".py"):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def kept(key: str) -> dict[str, Any] | None:
    """What was kept under a name; None for nothing, and for what is not the user's own."""
    folder = cache_folder()
    if folder is None:
        return None
    with contextlib.suppress(OSError, msgspec.DecodeError), (folder / f"{key}.msgpack").open("rb") as file:
        if not _is_own(os.fstat(file.fileno())):
            return None
        found: dict[str, Any] = msgspec.msgpack.decode(file.read(), type=dict[str, Any])
        return found
    return None


def keep(key: str, data: dict[str, Any]) -> None:
    """Keep something under a name; where that cannot be done nothing is said, it is made anew each time."""
    folder = cache_folder()
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
        if not _is_own(folder.stat()):
            return
        handle, name = tempfile.mkstemp(dir=folder, prefix=".")
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(data))
        Path(name).replace(folder / f"{key}.msgpack")
        _forget_older(folder, key)


def _forget_older(folder: Path, key: str) -> None:
    """Delete what other versions have kept."""
    for path in folder.glob("*.msgpack"):
        if path.stem != key:
            path.unlink(missing_ok=True)


def _is_own(found: os.stat_result) -> bool:
    """Whether a file or folder is the user's and nobody else can write to it."""
    if os.name != "posix":
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
