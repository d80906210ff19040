"""What is wrong in a pack, told where it stands: file, line, key, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_type_hints

from msgspec import Struct

from ..errors import RuleError
from ..language import Text

_LINE = re.compile(r"at line (\d+)")
_FAULT = re.compile(r"^(?P<what>.*?)(?: - at `\$?\.?(?P<path>[^`]*)`)?$", re.S)
_MISSING = re.compile(r"missing required field `(.*?)`")
_VALUE = re.compile(r"Invalid enum value '(.*?)'")
_UNKNOWN = re.compile(r"contains unknown field `(.*?)`")


class Mistake(Struct, frozen=True):
    """What is wrong with one option of a rule: its ``key`` (``check.compared.equals``) and why."""

    key: str
    reason: Text


def unknown(thing: Text, word: str, known: Iterable[str]) -> Text:
    """That there is no ``thing`` called ``word``, and which one may be meant."""
    import difflib

    names = sorted(set(known))
    alike = difflib.get_close_matches(word, names, 3, 0.5) or [name for name in names if word and word in name][:3]
    if alike:
        zh, en = f"；是不是 {'、'.join(alike)}", f"; did you mean {', '.join(alike)}"
    elif 0 < len(names) <= 12:
        zh, en = f"；可用的有 {'、'.join(names)}", f"; there are {', '.join(names)}"
    else:
        zh = en = ""
    return Text(f"没有名为“{word}”的{thing.zh}{zh}", f"there is no {thing.en} “{word}”{en}")


def syntax_error(path: Path, error: Exception) -> RuleError:
    """A file that is no TOML, or cannot be opened."""
    line = _LINE.search(str(error))
    return RuleError(str(path), Text(f"不是有效的 TOML：{error}", f"no valid TOML: {error}"), line and int(line[1]))


def mistake_of(error: Exception, record: Any) -> Mistake:
    """Why a ``record`` (its type) could not be made, as ``msgspec`` tells it."""
    match = _FAULT.match(str(error))
    what, path = (match["what"], match["path"] or "") if match else (str(error), "")
    key = re.sub(r"\[[^\]]*\]", "", path)
    meant = _type_at(record, [part for part in key.split(".") if part])
    if found := _UNKNOWN.search(what):
        return Mistake(_under(key, found[1]), unknown(Text("键", "key"), found[1], _keys(meant)))
    if found := _MISSING.search(what):
        return Mistake(key, Text(f"缺少键“{found[1]}”", f"the key “{found[1]}” is missing"))
    if found := _VALUE.search(what):
        return Mistake(key, unknown(Text("取值", "value"), found[1], _values(meant)))
    return Mistake(key, Text(f"写法有误：{what}", f"not as it should be: {what}"))


def _type_at(kind: Any, path: list[str]) -> Any:
    """The type of the option that a path of keys leads to."""
    for name in path:
        record = next((one for one in _within(kind) if name in getattr(one, "__struct_fields__", ())), None)
        if record is None:
            return None
        kind = get_type_hints(record)[name]
    return kind


def _within(kind: Any) -> Iterator[Any]:
    """A type and those that it is made of."""
    yield kind
    for inner in get_args(kind):
        yield from _within(inner)


def _keys(kind: Any) -> list[str]:
    return [name for one in _within(kind) for name in getattr(one, "__struct_fields__", ())]


def _values(kind: Any) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(one.value) for one in kind]
    return [str(value) for value in get_args(kind)]


def _under(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


def line_of(path: Path, table: str, index: int, key: str = "") -> int | None:
    """The line of the ``index``-th ``[[table]]`` of a TOML file, or of the key in it that a mistake is about."""
    lines = path.read_text(encoding="utf-8").splitlines()
    opening = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
    starts = [number for number, line in enumerate(lines) if opening.match(line)]
    if index >= len(starts):
        return None
    start = starts[index]
    stop = starts[index + 1] if index + 1 < len(starts) else len(lines)
    for name in reversed([part for part in key.split(".") if part]):
        named = re.compile(rf"(?:^|[\[{{,.\s])[\"']?{re.escape(name)}[\"']?\s*(?:=|\])")
        for number in range(start, stop):
            if not lines[number].lstrip().startswith("#") and named.search(lines[number]):
                return number + 1
    return start + 1
