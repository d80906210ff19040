"""Which files the words on the command line mean: files, folders, patterns, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...folders import is_own_copy, is_special, walk
from ...language import Text
from ...output.words.problems import Problem

STANDARD_INPUT = "-"
_NO_FILE = Text("没有这个文件或文件夹", "no such file or folder")
_NO_MATCH = Text("没有与此匹配的文件", "no file matches")
_NO_REPORT = Text("文件夹中没有可读格式的文件（可读：{suffixes}）", "no file in a format that can be read ({suffixes})")
_CLOSED = Text("无法打开文件夹：{reason}", "the folder cannot be opened: {reason}")
_PASSED_OVER = Text(
    "另有 {count} 个文件不是可读格式，未检查（{kinds}）",
    "{count} more files are in no format that can be read and were not checked ({kinds})",
)
_COPIES = Text(
    "另有 {count} 个批注副本（文件名带 .checked）未检查",
    "{count} annotated copies (.checked in their names) were not checked",
)
_NO_SUFFIX = Text("无扩展名", "no suffix")
_SPECIAL = "*"
_COPY = "copy"
_SPECIAL_WORDS = Text("不是普通文件", "no regular files:")


class Found(Struct):
    """What the words came to: paths and problems in order, and what was passed over, by suffix or kind."""

    items: list[str | Problem]
    passed_over: Counter[str]

    @property
    def paths(self) -> list[str]:
        """The files to read."""
        return [item for item in self.items if isinstance(item, str)]


def find_files(words: Sequence[str], suffixes: Sequence[str]) -> Found:
    """The files that the words mean, each once; ``suffixes`` are those looked for in folders."""
    found = Found([], Counter())
    seen: set[str] = set()
    for word in words:
        for item in _expand(word, tuple(suffixes), found.passed_over):
            name = os.path.realpath(item) if isinstance(item, str) and item != STANDARD_INPUT else item
            if isinstance(name, str):
                if name in seen:
                    continue
                seen.add(name)
            found.items.append(item)
    return found


def remarks(found: Found, language: str) -> tuple[str, ...]:
    """What is to be said of files that were passed over in folders."""
    passed = Counter(found.passed_over)
    copies = passed.pop(_COPY, 0)
    said = (_COPIES.in_language(language).format(count=copies),) if copies else ()
    if not passed:
        return said
    names = {"": _NO_SUFFIX.in_language(language), _SPECIAL: _SPECIAL_WORDS.in_language(language)}
    kinds = [f"{names.get(suffix, suffix)} {count}" for suffix, count in passed.most_common()]
    listed = (", " if language == "en" else "，").join(kinds)
    words = _PASSED_OVER.in_language(language)
    return (words.format(count=passed.total(), kinds=listed), *said)


def _expand(word: str, suffixes: tuple[str, ...], passed: Counter[str]) -> Iterator[str | Problem]:
    if word == STANDARD_INPUT:
        yield word
    elif Path(word).is_dir():
        yield from _folder(word, suffixes, passed)
    elif os.path.lexists(word):
        yield word
    elif any(mark in word for mark in "*?["):
        import glob

        matches = sorted(glob.glob(word, recursive=True))  # noqa: PTH207 -- absolute patterns too
        if not matches:
            yield Problem(word, _NO_MATCH)
        for match in matches:
            if Path(match).is_dir():
                yield from _folder(match, suffixes, passed)
            else:
                yield match
    else:
        yield Problem(word, _NO_FILE)


def _folder(folder: str, suffixes: tuple[str, ...], passed: Counter[str]) -> Iterator[str | Problem]:
    """The files of a folder and the folders in it; of no such file a problem."""
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        reason = error.strerror
        words = Text(_CLOSED.zh.format(reason=reason), _CLOSED.en.format(reason=reason))
        problems.append(Problem(str(error.filename), words))

    count = 0
    for path in walk(folder, closed):
        if is_special(path):
            passed[_SPECIAL] += 1
        elif is_own_copy(path):
            passed[_COPY] += 1
        elif path.lower().endswith(suffixes):
            count += 1
            yield path
        else:
            passed[Path(path).suffix.lower()] += 1
    yield from problems
    if not count and not problems:
        known = " ".join(suffixes)
        yield Problem(folder, Text(_NO_REPORT.zh.format(suffixes=known), _NO_REPORT.en.format(suffixes=known)))
