"""Which files are looked at, and how many are passed over and why."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath

from ....file_patterns import file_patterns
from ....folders import is_hidden, is_own_copy
from ....language import Text
from ....readers.formats import suffixes

ARCHIVE = ".zip"
# They may hold reports and cannot be opened: each is told, not only counted.
_TOLD = (".rar", ".7z", ".gz", ".ofd")
# What Macs add to an archive.
_ADDED = "__MACOSX"
_SPECIAL = "*"
_EMPTY = Text("{folder}：没有可读格式的文件", "{folder}: no file in a format that can be read")
_COPIES = Text(
    "另有 {count} 个批注副本或改正稿（文件名带 .checked、.fixed）未检查",
    "{count} annotated copies (.checked in their names) were not checked",
)
_LEFT_OUT = Text("按 --exclude 略过 {count} 个文件", "{count} files were left out by --exclude")


class Sieve:
    """``passed_over`` counts by suffix what is in no format that can be read; pipes and devices as ``*``."""

    def __init__(self, exclude: tuple[str, ...]) -> None:
        self.passed_over: Counter[str] = Counter()
        self._excluded = file_patterns(exclude)
        self._wanted = (*suffixes(), *_TOLD, ARCHIVE)
        self._copies = self._left_out = 0
        self._empty: list[str] = []

    def wants(self, inside: str, *, special: bool = False) -> bool:
        """Whether a file is looked at; ``inside`` is its path in the folder that was given, with ``/``."""
        lower = inside.lower()
        if any(is_hidden(part) or part == _ADDED for part in inside.split("/")):
            return False
        if self._excluded.fit(inside):
            self._left_out += 1
        elif is_own_copy(inside):
            self._copies += 1
        elif special or not lower.endswith(self._wanted):
            self.passed_over[_SPECIAL if special else PurePosixPath(lower).suffix] += 1
        else:
            return True
        return False

    def note_empty(self, name: str) -> None:
        """Something that was given holds no file to look at."""
        self._empty.append(name)

    def remarks(self) -> tuple[Text, ...]:
        """What is to be said of the files that were passed over on purpose."""
        said = [_EMPTY.filled(folder=folder) for folder in self._empty]
        if self._left_out:
            said.append(_LEFT_OUT.filled(count=self._left_out))
        if self._copies:
            said.append(_COPIES.filled(count=self._copies))
        return tuple(said)
