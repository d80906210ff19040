"""Names that a client gives, made into places below a folder: the words stay, whatever would lead elsewhere goes.

The names of folders and files tell whose report it is, so they are kept as words as far as every system takes them.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from ...auditing.papers.letters.file_names import file_name

MOST_PARTS = 6
_SEPARATORS = re.compile(r"[/\\]")
_LONGEST_SUFFIX = 12
_NOWHERE = ("", ".", "..")
_UNNAMED = "未命名"


class Names:
    """Gives each name a place of its own, also where a system does not tell A from a."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()

    def place(self, given: str) -> PurePosixPath:
        """Where a file goes: at most six parts of at most 120 characters, none of which leads up or to a device."""
        *folders, name = _parts(given)
        place = PurePosixPath()
        for folder in folders:
            place = _free(place / folder, self._files)
            self._folders.add(_key(place))
        place = _free(place / name, self._files | self._folders)
        self._files.add(_key(place))
        return place


def _parts(given: str) -> list[str]:
    """The parts of a name, the nearest folders where there are too many: they tell the unit."""
    words = [word for word in map(str.strip, _SEPARATORS.split(given)) if word not in _NOWHERE and word[-1:] != ":"]
    *folders, name = words[-MOST_PARTS:] or [_UNNAMED]
    return [*map(file_name, folders), _with_suffix(name)]


def _with_suffix(name: str) -> str:
    """The name of a file with its suffix, which tells how it is read, even where the rest is cut."""
    stem, dot, suffix = name.rpartition(".")
    kept = file_name(suffix)[:_LONGEST_SUFFIX]
    if not dot or not stem.strip(" .") or kept != suffix:
        return _hidden(name) + file_name(name)
    return f"{_hidden(name)}{file_name(stem)}.{suffix}"


def _hidden(name: str) -> str:
    """The dot before a name that its system hides: such files are no reports."""
    return "." if name.startswith(".") else ""


def _free(place: PurePosixPath, taken: set[str]) -> PurePosixPath:
    """The place, or the first with a number that nothing else has."""
    free, number = place, 2
    while _key(free) in taken:
        free, number = place.with_name(f"{place.stem}（{number}）{place.suffix}"), number + 1
    return free


def _key(place: PurePosixPath) -> str:
    return unicodedata.normalize("NFC", str(place)).casefold()
