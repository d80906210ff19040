"""Which of a unit's files counts: 终稿 before 修改稿 before 初稿, else the later signature, else the later file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from ..entry import Entry

# The surest word about a draft, the last one first.
_MARKS = (
    (re.compile(r"终稿|定稿|最终|盖章|正式"), 4, "终稿"),
    (re.compile(r"修改|修订|更正|补正|重报|第?[三四五六七八九]稿|最新"), 3, "修改稿"),
    (re.compile(r"第?二稿|[（(]?v?2[)）]?稿"), 2, "二稿"),
    (re.compile(r"初稿|草稿|一稿|送审|征求意见"), 1, "初稿"),
)


class Choice(Struct, frozen=True):
    """The version that counts (None: there is no order between two of them), and why."""

    entry: Entry | None
    by: str = ""


def choose_version(entries: Sequence[Entry], wanted: str, *, ask: bool) -> Choice:
    """The version that counts among different files of one unit; ``wanted`` is 采用文件, ``ask`` lets nobody but a
    person choose."""
    if len(entries) == 1:
        return Choice(entries[0])
    if wanted:
        named = [entry for entry in entries if _is_wanted(entry.path, wanted)]
        if len(named) == 1:
            return Choice(named[0], "名单中注明采用")
    if ask:
        return Choice(None)
    return (
        _by_mark(entries)
        or _by(entries, "signed", "落款日期最晚")
        or _by(entries, "modified", "文件时间最晚")
        or Choice(None)
    )


def mark_of(path: str) -> tuple[int, str]:
    """How late a draft is by the words in its name, or in that of its folder; 0 where they do not say."""
    pure = PurePosixPath(path)
    for part in (pure.stem, *reversed(pure.parent.parts)):
        for pattern, rank, words in _MARKS:
            if pattern.search(part):
                return rank, words
    return 0, ""


def _is_wanted(path: str, wanted: str) -> bool:
    plain = wanted.replace("\\", "/").strip().strip("/")
    return path == plain or path.endswith("/" + plain)


def _by_mark(entries: Sequence[Entry]) -> Choice | None:
    """By the words in the names, where every file has one and one of them is the last."""
    ranks = [mark_of(entry.path)[0] for entry in entries]
    best = max(ranks)
    if not all(ranks) and best < 4:
        return None
    if ranks.count(best) != 1:
        return None
    chosen = entries[ranks.index(best)]
    return Choice(chosen, f"文件名注明“{mark_of(chosen.path)[1]}”")


def _by(entries: Sequence[Entry], field: str, words: str) -> Choice | None:
    days: list[str] = [getattr(entry, field) for entry in entries]
    if not all(days) or days.count(max(days)) != 1:
        return None
    return Choice(entries[days.index(max(days))], words)
