"""What the project's rule files say, kept in the user's cache folder: reading and resolving them anew takes longer.

The key of what is kept is made of the content of the rule files, of the program's own modules that resolve them, and
of the version of Python, so a changed one is never taken for another.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from ...program_file import program_file
from ...user_cache import folder
from ...version import __version__

_KIND = "rules"
_MODULES = ("rulebook", "checks")
_Entry = tuple[str, int, int]


def key_of(contents: Iterable[bytes]) -> str:
    """The key under which what these files say is kept."""
    digest = hashlib.sha256(f"{__version__} {sys.version}".encode())
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    for entry in _program():
        digest.update(repr(entry).encode())
    return digest.hexdigest()[:32]


def _program() -> Iterable[_Entry]:
    """What resolves the rules: modules, or the file that the whole program is."""
    file = program_file()
    if file is not None:
        found = file.stat()
        return [(str(file), found.st_size, found.st_mtime_ns)]
    package = Path(__file__).parents[2]
    return [entry for name in _MODULES for entry in sorted(_modules(package / name))]


def _modules(place: Path) -> Iterable[_Entry]:
    """The name, the size and the time of every module of a folder and the folders in it."""
    with os.scandir(place) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(Path(entry.path))
            elif entry.name.endswith(".py"):
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns


def kept(key: str) -> dict[str, Any] | None:
    """What was kept under a key; None for nothing."""
    data = folder.kept(_KIND, key)
    if data is None:
        return None
    with contextlib.suppress(msgspec.DecodeError):
        found: dict[str, Any] = msgspec.msgpack.decode(data, type=dict[str, Any])
        return found
    return None


def keep(key: str, data: dict[str, Any]) -> None:
    """Keep something under a key."""
    folder.keep(_KIND, key, msgspec.msgpack.encode(data))
