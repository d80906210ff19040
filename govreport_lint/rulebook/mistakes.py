"""What is wrong in a pack, told where it stands: file, line, key, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path
from types import EllipsisType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from ..errors import RuleError, Spot
from ..language import Text

if TYPE_CHECKING:
    from .files.positions import Part

_FAULT = re.compile(r"^(?P<what>.*?)(?: - at `(?:key` in `)?\$?(?P<path>[^`]*)`)?$", re.S)
_PARTS = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]|\[\.\.\.\]")
_MISSING = re.compile(r"missing required field `(.*?)`")
_VALUE = re.compile(r"Invalid enum value '(.*?)'")
_UNKNOWN = re.compile(r"contains unknown field `(.*?)`")
_TYPES = re.compile(r"Expected `(?P<wanted>\w+)(?: \| null)?`, got `(?P<got>\w+)`")
_TYPE_WORDS = {
    "str": Text("带引号的文字", "a text in quotes"),
    "int": Text("整数", "a whole number"),
    "float": Text("数", "a number"),
    "bool": Text("true 或 false", "true or false"),
    "array": Text("清单 […]", "a list […]"),
    "object": Text("表 { 键 = 值 }", "a table { key = value }"),
}

if TYPE_CHECKING:
    _Step = Part | EllipsisType


class Mistake(Struct, frozen=True):
    """What is wrong with one option of a rule: the ``path`` of keys and numbers of items to it, and why.

    ``at_key``: the key itself is wrong, not its value. ``word``: the part of the value that is meant.
    """

    path: tuple[Part, ...]
    reason: Text
    at_key: bool = False
    word: str = ""

    @property
    def key(self) -> str:
        """Its path as people read it: ``check.compared.equals``."""
        return ".".join(part for part in self.path if isinstance(part, str))


def rule_error(path: Path, mistake: Mistake, within: Sequence[Part] = (), name: str = "") -> RuleError:
    """A mistake in a TOML file, shown where it stands.

    ``within``: the path of the table that it was found in; ``name``: what is said before the key, as a rule's code.
    """
    spot = spot_in(path, (*within, *mistake.path), at_key=mistake.at_key, word=mistake.word)
    return RuleError(str(path), mistake.reason, spot, f"{name} {mistake.key}".strip() or None)


def spot_in(path: Path, keys: Sequence[Part], *, at_key: bool = False, word: str = "") -> Spot | None:
    """Where the value (or the key) at a path of keys stands in a TOML file; None where it cannot be said."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    from .files.positions import spot_of

    return spot_of(text, keys, at_key=at_key, word=word)


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


def mistake_of(error: Exception, record: Any, data: object = None) -> Mistake:
    """Why a ``record`` (its type) could not be made of ``data``, as ``msgspec`` tells it."""
    match = _FAULT.match(str(error))
    what, told = (match["what"], match["path"] or "") if match else (str(error), "")
    path = _exact(_steps(told), record, data)
    meant = _type_at(record, path)
    if found := _UNKNOWN.search(what):
        return Mistake((*path, found[1]), unknown(Text("键", "key"), found[1], _keys(meant)), at_key=True)
    if found := _MISSING.search(what):
        misspelt = _misspelt(_at(data, path), found[1], meant)
        if misspelt:
            return Mistake((*path, misspelt), unknown(Text("键", "key"), misspelt, [found[1]]), at_key=True)
        return Mistake(path, Text(f"缺少键“{found[1]}”", f"the key “{found[1]}” is missing"))
    if found := _VALUE.search(what):
        return Mistake(path, unknown(Text("取值", "value"), found[1], _values(meant)))
    return Mistake(path, _wrong_type(what))


def _steps(told: str) -> list[_Step]:
    """The parts of a path as ``msgspec`` writes it: ``.wordings[...].message``."""
    return [
        match[1] if match[1] is not None else int(match[2]) if match[2] is not None else ...
        for match in _PARTS.finditer(told)
    ]


def _exact(steps: Sequence[_Step], kind: Any, data: object) -> tuple[Part, ...]:
    """The path with the keys of mappings, which ``msgspec`` does not name: the first whose value is wrong."""
    path: list[Part] = []
    for step in steps:
        name = _wrong_key(_value_type(_type_at(kind, path)), data) if isinstance(step, EllipsisType) else step
        if name is None:
            break
        path.append(name)
        data = _part_of(data, name)
    return tuple(path)


def _wrong_key(kind: Any, data: object) -> str | None:
    for name, value in data.items() if isinstance(data, Mapping) else ():
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError:
            return str(name)
    return None


def _misspelt(data: object, missing: str, kind: Any) -> str | None:
    """A key that there is not and that may be the missing one."""
    import difflib

    known = _keys(kind)
    others = [str(name) for name in data if name not in known] if isinstance(data, Mapping) else []
    return next(iter(difflib.get_close_matches(missing, others, 1, 0.6)), None)


def _at(data: object, path: Sequence[Part]) -> object:
    for name in path:
        data = _part_of(data, name)
    return data


def _part_of(data: object, name: Part) -> object:
    if isinstance(data, Mapping):
        return data.get(name)
    if isinstance(data, Sequence) and isinstance(name, int) and name < len(data):
        return data[name]
    return None


def _value_type(kind: Any) -> Any:
    """The type of the values of the mapping that a type is or has in it."""
    found = [get_args(one) for one in _within(kind) if get_origin(one) in (dict, Mapping)]
    return found[0][1] if found else Any


def _type_at(kind: Any, path: Sequence[Part]) -> Any:
    """The type of the option that a path of keys leads to."""
    for name in path:
        if isinstance(name, int):
            continue
        record = next((one for one in _within(kind) if name in getattr(one, "__struct_fields__", ())), None)
        kind = _value_type(kind) if record is None else get_type_hints(record, include_extras=True)[name]
    return kind


def _within(kind: Any) -> Iterator[Any]:
    """A type and those that it is made of."""
    yield kind
    for inner in get_args(kind):
        yield from _within(inner)


def _keys(kind: Any) -> list[str]:
    return [name for one in _within(kind) for name in getattr(one, "__struct_fields__", ())]


def _values(kind: Any) -> list[str]:
    """The values that an option may have."""
    for one in _within(kind):
        if isinstance(one, type) and issubclass(one, Enum):
            return [str(value.value) for value in one]
        if get_origin(one) is Literal:
            return [str(value) for value in get_args(one)]
    return []


def _wrong_type(what: str) -> Text:
    """That a value is not of the right type, with the words for what TOML has."""
    match = _TYPES.match(what)
    if not match:
        return Text(f"写法有误：{what}", f"not as it should be: {what}")
    wanted, got = _TYPE_WORDS.get(match["wanted"]), _TYPE_WORDS.get(match["got"])
    if not wanted or not got:
        return Text(f"写法有误：{what}", f"not as it should be: {what}")
    return Text(f"应为{wanted.zh}，写成了{got.zh}", f"{wanted.en} is wanted, not {got.en}")
