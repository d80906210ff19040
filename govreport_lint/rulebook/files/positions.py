"""Where the keys and values of a TOML file stand in it, so that a mistake is shown in the file itself.

``tomli`` keeps no positions: the text is walked once more, and only when something is wrong. It is TOML already, so
nothing is judged here, and what cannot be followed has no position.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...errors import Spot

Part = str | int
"""A key, or the number (from 0) of an item of a list."""

Offsets = tuple[int, int]

_SPACE = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_BLANK = re.compile(r"[ \t]*")
_KEY = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|[A-Za-z0-9_-]+')
_STRING = re.compile(
    r'"""(?:\\.|"{1,2}(?!")|[^"\\])*"{3,5}|\'\'\'(?:\'{1,2}(?!\')|[^\'])*\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'', re.S
)
_BARE = re.compile(r"[^\s,\]}#]+(?: \d\d:[^\s,\]}#]*)?")


class Stands(Struct, frozen=True):
    """Where a value stands and the last part of its key; the end is exclusive."""

    key: Offsets
    value: Offsets


class _LostError(Exception):
    """The text is not what was expected."""


def spot_of(text: str, path: Sequence[Part], *, at_key: bool = False, word: str = "") -> Spot | None:
    """Where the value (or the key) at a path stands, or what it would stand in; None where nothing of it is found.

    ``word``: the part of the value that is meant.
    """
    text = text.replace("\r\n", "\n")
    found = positions(text)
    for length in range(len(path), 0, -1):
        stands = found.get(tuple(path[:length]))
        if stands:
            whole = length == len(path)
            start, end = stands.key if at_key and whole else stands.value
            # A text that is written once stands for both languages: title.zh is in title = "…".
            one = whole or text[start] in "\"'"
            return spot_at(text, *(_within(text, start, end, word) if one else (start, end)))
    return None


def spot_at(text: str, start: int, end: int) -> Spot:
    """What stands between two offsets, as far as it is on one line."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", start)
    line_end = len(text) if line_end < 0 else line_end
    width = max(1, min(end, line_end) - start)
    return Spot(text.count("\n", 0, start) + 1, start - line_start + 1, width, text[line_start:line_end])


def positions(text: str) -> dict[tuple[Part, ...], Stands]:
    """Where every key and every item of a list stands, by its path, as far as the text could be followed."""
    walk = _Walk(text)
    # What was found up to where it was lost is right.
    with contextlib.suppress(_LostError, RecursionError):
        walk.file()
    return walk.found


def _within(text: str, start: int, end: int, word: str) -> Offsets:
    """The word in the value, not as a part of a longer one where it can be helped; else the whole value."""
    if not word:
        return start, end
    alone = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text[start:end])
    at = start + alone.start() if alone else text.find(word, start, end)
    return (at, at + len(word)) if at >= 0 else (start, end)


class _Walk:
    """One way through a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.found: dict[tuple[Part, ...], Stands] = {}
        self._counts: dict[tuple[Part, ...], int] = {}

    def file(self) -> None:
        """All statements."""
        table: tuple[Part, ...] = ()
        self._skip(_SPACE)
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._statement(table)
            self._skip(_SPACE)

    def _header(self) -> tuple[Part, ...]:
        start = self.at
        several = self.text.startswith("[[", start)
        self.at += 2 if several else 1
        keys = list(self._keys())
        self._take("]]" if several else "]")
        whole = (start, self.at)
        path: tuple[Part, ...] = ()
        for number, (name, _) in enumerate(keys):
            path = (*path, name)
            last = number == len(keys) - 1
            if last and several:
                self._counts[path] = self._counts.get(path, 0) + 1
            self.found.setdefault(path, Stands(keys[number][1], whole))
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        self.found[path] = Stands(keys[-1][1], whole)
        return path

    def _statement(self, table: tuple[Part, ...]) -> None:
        keys = list(self._keys())
        self._take("=")
        self._skip(_BLANK)
        path = table
        for name, at in keys[:-1]:
            path = (*path, name)
            self.found.setdefault(path, Stands(at, at))
        name, at = keys[-1]
        start = self.at
        self._value((*path, name))
        self.found[(*path, name)] = Stands(at, (start, self.at))

    def _keys(self) -> Iterator[tuple[str, Offsets]]:
        """The parts of a key with dots, each with its place."""
        while True:
            self._skip(_BLANK)
            match = _KEY.match(self.text, self.at)
            if not match:
                raise _LostError
            self.at = match.end()
            yield _plain(match.group()), match.span()
            self._skip(_BLANK)
            if not self.text.startswith(".", self.at):
                return
            self.at += 1

    def _value(self, path: tuple[Part, ...]) -> None:
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._inline(path)
        else:
            match = (_STRING if opening in "\"'" else _BARE).match(self.text, self.at)
            if not match:
                raise _LostError
            self.at = match.end()

    def _list(self, path: tuple[Part, ...]) -> None:
        self._take("[")
        number = 0
        while not self._closes("]"):
            start = self.at
            self._value((*path, number))
            self.found[(*path, number)] = Stands((start, self.at), (start, self.at))
            number += 1

    def _inline(self, path: tuple[Part, ...]) -> None:
        self._take("{")
        while not self._closes("}"):
            self._statement(path)

    def _closes(self, mark: str) -> bool:
        """Whether the end of a list or a table comes, a comma before it passed over."""
        self._skip(_SPACE)
        if self.text.startswith(",", self.at):
            self.at += 1
            self._skip(_SPACE)
        if not self.text.startswith(mark, self.at):
            return False
        self.at += 1
        return True

    def _skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at

    def _take(self, mark: str) -> None:
        self._skip(_BLANK)
        if not self.text.startswith(mark, self.at):
            raise _LostError
        self.at += len(mark)


def _plain(key: str) -> str:
    """A key without its quotes."""
    if key[0] == "'":
        return key[1:-1]
    if key[0] != '"':
        return key
    import tomli

    try:
        return str(tomli.loads(f"key = {key}")["key"])
    except tomli.TOMLDecodeError as error:
        raise _LostError from error
