"""Which files the words on the command line mean: files, folders, patterns, standard input."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from ...file_patterns import FilePatterns, file_patterns
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
    "另有 {count} 个批注副本或改正稿（文件名带 .checked、.fixed）未检查",
    "{count} annotated or mended copies (.checked or .fixed in their names) were not checked",
)
_LEFT_OUT = Text("按 exclude 略过 {count} 个文件", "{count} files were left out by exclude")
_NO_SUFFIX = Text("无扩展名", "no suffix")
_SPECIAL = "*"
_COPY = "copy"
_EXCLUDED = "excluded"
_SPECIAL_WORDS = Text("不是普通文件", "no regular files:")


class Found(Struct):
    """What the words came to: paths and problems in order, and what was passed over, by suffix or kind.

    ``in_folders`` are the paths that nobody named: they were found in a folder.
    """

    items: list[str | Problem]
    passed_over: Counter[str]
    in_folders: frozenset[str] = frozenset()

    @property
    def paths(self) -> list[str]:
        """The files to read."""
        return [item for item in self.items if isinstance(item, str)]


def find_files(
    words: Sequence[str], suffixes: Sequence[str], exclude: Sequence[str] = (), own: Iterable[str] = ()
) -> Found:
    """The files that the words mean, each once; ``suffixes`` are those looked for in folders, ``exclude`` the patterns
    of those that are left out there, ``own`` the files of the run itself (its configuration, its baseline): they are
    neither reports nor junk."""
    found = Found([], Counter())
    own_files = frozenset(map(os.path.realpath, own))
    search = _Search(tuple(suffixes), file_patterns(exclude), found.passed_over, set(), own_files)
    seen: set[str] = set()
    for word in words:
        for item in _expand(word, search):
            name = os.path.realpath(item) if isinstance(item, str) and item != STANDARD_INPUT else item
            if isinstance(name, str):
                if name in seen:
                    continue
                seen.add(name)
            found.items.append(item)
    found.in_folders = frozenset(search.inside)
    return found


class _Search(Struct, frozen=True):
    """What is looked for in folders, the count of what is passed over, and the paths that were found there."""

    suffixes: tuple[str, ...]
    excluded: FilePatterns
    passed: Counter[str]
    inside: set[str]
    own: frozenset[str]


def remarks(found: Found, language: str) -> tuple[str, ...]:
    """What is to be said of files that were passed over in folders."""
    passed = Counter(found.passed_over)
    counts = ((_LEFT_OUT, passed.pop(_EXCLUDED, 0)), (_COPIES, passed.pop(_COPY, 0)))
    said = tuple(words.in_language(language).format(count=count) for words, count in counts if count)
    if not passed:
        return said
    names = {"": _NO_SUFFIX.in_language(language), _SPECIAL: _SPECIAL_WORDS.in_language(language)}
    kinds = [f"{names.get(suffix, suffix)} {count}" for suffix, count in passed.most_common()]
    listed = (", " if language == "en" else "，").join(kinds)
    words = _PASSED_OVER.in_language(language)
    return (words.format(count=passed.total(), kinds=listed), *said)


def _expand(word: str, search: _Search) -> Iterator[str | Problem]:
    if word == STANDARD_INPUT:
        yield word
    elif Path(word).is_dir():
        yield from _folder(word, search)
    elif os.path.lexists(word):
        yield word
    elif any(mark in word for mark in "*?["):
        import glob

        matches = sorted(glob.glob(word, recursive=True))  # noqa: PTH207 -- absolute patterns too
        if not matches:
            yield Problem(word, _NO_MATCH)
        for match in matches:
            if Path(match).is_dir():
                yield from _folder(match, search)
            else:
                yield match
    else:
        yield Problem(word, _NO_FILE)


def _folder(folder: str, search: _Search) -> Iterator[str | Problem]:
    """The files of a folder and the folders in it; of no such file a problem."""
    problems: list[Problem] = []

    def closed(error: OSError) -> None:
        reason = error.strerror
        words = _CLOSED.filled(reason=reason)
        problems.append(Problem(str(error.filename), words))

    count = 0
    for path in walk(folder, closed):
        if kind := _passed_over(path, folder, search):
            search.passed[kind] += 1
        elif path.lower().endswith(search.suffixes):
            count += 1
            search.inside.add(path)
            yield path
        elif os.path.realpath(path) not in search.own:
            search.passed[Path(path).suffix.lower()] += 1
    yield from problems
    if not count and not problems:
        known = " ".join(search.suffixes)
        yield Problem(folder, _NO_REPORT.filled(suffixes=known))


def _passed_over(path: str, folder: str, search: _Search) -> str:
    """The kind of a file that is passed over whatever its suffix is; empty for any other."""
    if is_special(path):
        return _SPECIAL
    if search.excluded.fit(os.path.relpath(path, folder).replace(os.sep, "/")):
        return _EXCLUDED
    return _COPY if is_own_copy(path) else ""
