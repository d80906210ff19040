"""Which of a unit's files counts: 终稿 before 修改稿 before 初稿, else the later signature, else the later file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from itertools import takewhile
from pathlib import PurePosixPath

from msgspec import Struct

from ..entry import Entry


class Mark(Struct, frozen=True):
    """How late a draft is by a word in its name: 3 a final one, 2 a revised one, 1 a first one, 0 where no word says;
    ``number`` counts revised ones as far as they are counted (三稿)."""

    rank: int
    words: str
    number: int = 0


class Choice(Struct, frozen=True):
    """The version that counts (None: there is no order between two of them), and why."""

    entry: Entry | None
    by: str = ""


FINAL, REVISED, FIRST = 3, 2, 1
_MARKS = (
    (re.compile(r"终稿|定稿|最终|终版|盖章|正式|终审|[（(]终[)）]"), FINAL),
    (re.compile(r"(?<!退回)(?<![待需请要应])修[改订](?!意见)[稿版后]?|更正|补正|重报|最新|[（(]改[)）]"), REVISED),
    (re.compile(r"第?[二三四五六七八九2-9]稿|(?<![A-Za-z])[vV][2-9](?!\d)"), REVISED),
    (re.compile(r"初稿|草稿|一稿|送审|征求意见|[（(]初[)）]|(?<![A-Za-z])[vV]1(?!\d)"), FIRST),
)
_NUMBER = re.compile(r"([二三四五六七八九2-9])稿|修[改订][稿版]?[（(]?([二三四五六七八九2-9])(?!\d)|[vV]([2-9])(?!\d)")
_DIGITS = "一二三四五六七八九"
_NONE = Mark(0, "")
# Files that were copied together have times a few seconds apart, which order nothing.
_MINUTE = len("2025-01-20T09:00")


def different_files(entries: Sequence[Entry]) -> tuple[list[Entry], tuple[str, ...]]:
    """The different files, and the paths of those that are byte for byte one of them."""
    seen: dict[tuple[str, str], Entry] = {}
    copies = []
    for entry in sorted(entries, key=lambda entry: entry.path):
        part = entry.path.rpartition("#")[2] if "#" in entry.path else ""
        if (entry.sha256, part) in seen:
            copies.append(entry.path)
        else:
            seen[entry.sha256, part] = entry
    return list(seen.values()), tuple(copies)


def choose_version(
    entries: Sequence[Entry], wanted: str = "", foreign: Collection[str] = (), *, ask: bool = False
) -> Choice:
    """The version that counts among different files of one unit.

    ``wanted`` is 采用文件; ``foreign`` are the paths of files that are called by another unit's name; ``ask`` lets
    nobody but a person choose.
    """
    if wanted:
        named = [entry for entry in entries if is_wanted(entry.path, wanted)]
        if len(named) == 1:
            return Choice(named[0], "名单中注明采用")
    if len(entries) == 1:
        return Choice(entries[0])
    if ask:
        return Choice(None)
    own = [entry for entry in entries if entry.path not in foreign] or list(entries)
    if len(own) == 1:
        return Choice(own[0], "另外的文件名是其他单位的")
    marks = _marks(own)
    latest = _latest(own, marks)
    if len(latest) == 1:
        mark = marks[latest[0].path]
        return Choice(latest[0], f"注明“{mark.words}”" if mark.rank else "另外的注明是初稿")
    return (
        _by(latest, lambda entry: entry.signed, "落款日期最晚")
        or _by(latest, lambda entry: entry.modified[:_MINUTE], "文件时间最晚")
        or Choice(None)
    )


def mark_of(path: str) -> Mark:
    """How late a draft is by the words in its name, or in that of the folder nearest to it."""
    pure = PurePosixPath(path)
    for part in (pure.stem, *reversed(pure.parent.parts)):
        for pattern, rank in _MARKS:
            match = pattern.search(part)
            if match:
                return Mark(rank, match[0].strip("（()）"), _number(part))
    return _NONE


def _number(part: str) -> int:
    match = _NUMBER.search(part)
    digit = next(filter(None, match.groups())) if match else "0"
    return _DIGITS.index(digit) + 1 if digit in _DIGITS else int(digit)


def _marks(entries: Sequence[Entry]) -> dict[str, Mark]:
    """The marks of some files; the folder that all of them lie in says nothing about their order."""
    levels = zip(*(PurePosixPath(entry.path).parent.parts for entry in entries), strict=False)
    shared = len(list(takewhile(lambda names: len(set(names)) == 1, levels)))
    return {entry.path: mark_of("/".join(PurePosixPath(entry.path).parts[shared:])) for entry in entries}


def _latest(entries: Sequence[Entry], marks: dict[str, Mark]) -> list[Entry]:
    """The files that no other one follows by its words: final ones, else all but the first drafts, else all.

    Between a revised draft and a file that says nothing there is no order by words.
    """
    final = [entry for entry in entries if marks[entry.path].rank == FINAL]
    if final:
        return final
    later = [entry for entry in entries if marks[entry.path].rank != FIRST] or list(entries)
    numbers = [marks[entry.path].number for entry in later]
    if all(marks[entry.path].rank == REVISED for entry in later) and all(numbers):
        return [entry for entry in later if marks[entry.path].number == max(numbers)]
    return later


def _by(entries: Sequence[Entry], told: Callable[[Entry], str], words: str) -> Choice | None:
    """By days, where every file has one and one of them is the last."""
    days = [told(entry) for entry in entries]
    if not all(days) or days.count(max(days)) != 1:
        return None
    return Choice(entries[days.index(max(days))], words)


def is_wanted(path: str, wanted: str) -> bool:
    """Whether a file is the one of 采用文件: its path as the audit tells it, or the end of it; of a file that holds
    several reports every one where the list names none."""
    plain = wanted.replace("\\", "/").strip().strip("/")
    paths = (path, path.rpartition("#")[0]) if "#" in path else (path,)
    return bool(plain) and any(one == plain or one.endswith("/" + plain) for one in paths)
