"""Names that a client gives, as names below a folder of our own: they keep their words and lead nowhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_SEPARATORS = re.compile(r"[/\\]")
# What no system has in a name, what a drive or a stream is told by, and what is not seen.
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]')
# Names of devices: Windows opens the device whatever stands behind the first dot.
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\s*(?:\.|$))", re.IGNORECASE)
_LONGEST = 120
_LONGEST_IN_BYTES = 240
_MOST_PARTS = 6
_LONGEST_SUFFIX = 10


def harmless(given: str) -> tuple[str, ...]:
    """The parts of a name or of a path, at most six: the last one is the file's; none of them leads anywhere.

    Of a path with more folders the innermost are kept, for they tell the unit.
    """
    parts = [part for part in map(_part, _SEPARATORS.split(given)) if part]
    return tuple(parts[-_MOST_PARTS:]) or ("report",)


class Placed:
    """Gives every name a path of its own below a folder, whatever the case of its letters."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def path(self, given: str) -> Path:
        """The path for the next file of this name; its folder is made. Raises ``OSError``."""
        *folders, name = harmless(given)
        inside = tuple(self._free_folders(folders))
        path = next(free for free in _numbered((*inside, name)) if _same(free) not in self._files | self._folders)
        self._files.add(_same(path))
        whole = self._folder.joinpath(*path)
        whole.parent.mkdir(parents=True, exist_ok=True)
        return whole

    def _free_folders(self, folders: list[str]) -> Iterator[str]:
        """The folders, numbered where a file has the name already."""
        inside: tuple[str, ...] = ()
        for name in folders:
            inside = next(free for free in _numbered((*inside, name)) if _same(free) not in self._files)
            self._folders.add(_same(inside))
            yield inside[-1]


def _part(word: str) -> str:
    """One part of a path, made harmless; empty for one that says nothing."""
    clean = _FORBIDDEN.sub("", unicodedata.normalize("NFC", word)).strip().rstrip(". ")
    if _DEVICE.match(clean):
        clean = f"_{clean}"
    if clean.startswith("~"):
        clean = clean.lstrip("~") or "_"
    stem, dot, suffix = clean.rpartition(".")
    if not stem or len(suffix) > _LONGEST_SUFFIX:
        stem, dot, suffix = clean, "", ""
    room = _LONGEST - len(dot + suffix)
    bytes_left = _LONGEST_IN_BYTES - len((dot + suffix).encode())
    stem = stem[:room].encode()[:bytes_left].decode("utf-8", "ignore").rstrip(". ")
    return (stem + dot + suffix).rstrip(". ")


def _numbered(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The path, then the same with numbers before its suffix."""
    yield path
    *folders, name = path
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    number = 1
    while True:
        number += 1
        end = f"（{number}）{dot}{suffix}"
        room = _LONGEST_IN_BYTES - len(end.encode())
        yield (*folders, stem.encode()[:room].decode("utf-8", "ignore")[: _LONGEST - len(end)] + end)


def _same(path: tuple[str, ...]) -> str:
    return "/".join(path).casefold()
