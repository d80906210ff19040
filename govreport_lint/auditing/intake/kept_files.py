"""Small files in a folder, each under the hash of what it was made from and with a sum of its own.

What is broken, cut off or not the program's is as if it were not there. Files are written whole or not at all: a
process that is killed leaves none that is half.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import time
from pathlib import Path

from ...errors import ReadError

_MARK = b"govreport-lint\n"
_SUM = 16
_DAY = 86_400.0
# What no run has asked for so many days is removed.
_DAYS = 90
_FOLDER = re.compile(r"[0-9a-f]{16}")
# A virus scanner holds a new file for a moment, and Windows then lets nobody replace it.
_TRIES, _PAUSE = 8, 0.05
_UNWRITABLE = (
    "无法写入：{reason}。请检查磁盘空间和写入权限",
    "cannot be written: {reason}; please check the space on the disk and the permissions",
)


class KeptFiles:
    """The files of one ``generation`` (16 hexadecimal digits) in a folder; those of others are of no use."""

    def __init__(self, root: str, generation: str) -> None:
        self._root = Path(root)
        self._folder = self._root / generation

    def read(self, kind: str, key: str) -> bytes | None:
        """What is kept of a kind under a key."""
        path = self._path(kind, key)
        try:
            with path.open("rb") as file:
                data = file.read()
                stale = os.fstat(file.fileno()).st_mtime < time.time() - _DAY
        except OSError:
            return None
        head, content = data[: len(_MARK) + _SUM], data[len(_MARK) + _SUM :]
        if head != _MARK + _sum(kind, key, content):
            return None
        if stale:
            with contextlib.suppress(OSError):
                os.utime(path)
        return content

    def write(self, kind: str, key: str, content: bytes) -> None:
        """Keep something; raises ``ReadError`` where nothing can be written."""
        path = self._path(kind, key)
        # What a killed process has left of it is replaced by the next one, which writes the same file.
        beside = path.with_suffix(".tmp")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(_MARK + _sum(kind, key, content) + content)
            _replace(beside, path)
        except OSError as error:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            reason = error.strerror or type(error).__name__
            raise ReadError(str(self._root), *(words.format(reason=reason) for words in _UNWRITABLE)) from error

    def tidy(self) -> None:
        """Remove what other generations left, and what nobody has asked for in three months."""
        with contextlib.suppress(OSError):
            for folder in self._root.iterdir():
                if _FOLDER.fullmatch(folder.name) and folder != self._folder:
                    shutil.rmtree(folder, ignore_errors=True)
        before = time.time() - _DAYS * _DAY
        for path in self._folder.glob("*/*/*"):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime < before:
                    path.unlink()

    def _path(self, kind: str, key: str) -> Path:
        return self._folder / kind / key[:2] / f"{key}.msgpack"


def _replace(beside: Path, path: Path) -> None:
    for _ in range(_TRIES - 1):
        try:
            beside.replace(path)
            return
        except PermissionError:
            time.sleep(_PAUSE)
    beside.replace(path)


def _sum(kind: str, key: str, content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_SUM, key=f"{kind} {key}".encode()[:64]).digest()
