"""One configuration file: what it says, told in the file itself where it is wrong, with its paths made absolute."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..errors import RuleError, Spot
from ..language import Text
from ..rulebook.files.positions import Part, spot_of
from ..rulebook.files.resources import load_toml
from ..rulebook.mistakes import mistake_of
from .place import PROJECT_FILE, TABLE
from .records import MADE, PATHS, Configuration

_NO_TABLE = Text("没有 [tool.govreport-lint] 这张表", "there is no table [tool.govreport-lint]")
_NO_FILE = Text("没有这个文件：{path}", "there is no such file: {path}")
_TWICE = Text("“{key}”写了两次（- 和 _ 相同）", "“{key}” is written twice (- and _ are the same)")
# The tables whose keys are ours: elsewhere a key is a rule's code or a unit's kind.
_OWN = {"audit": dict, "per_file": list, "suppress": list}


class Written(Struct, frozen=True):
    """A file with what it says: ``keys`` are those that stand in it, ``audit_keys`` those of its [audit], ``prefix``
    the tables around them."""

    path: Path
    text: str
    prefix: tuple[str, ...]
    keys: frozenset[str]
    says: Configuration
    audit_keys: frozenset[str] = frozenset()

    def spot(self, *keys: Part, word: str = "") -> Spot | None:
        """Where a value stands; ``word``: the part of it that is meant."""
        return _spot(self.text, self.prefix, keys, word)

    def error(self, reason: Text, *keys: Part, word: str = "") -> RuleError:
        """What is wrong with a value, told where it stands; a ``word`` that is the last key itself is told there."""
        at_key = bool(word) and keys[-1] == word
        spot = _spot(self.text, self.prefix, keys, "" if at_key else word, at_key=at_key)
        return RuleError(str(self.path), reason, spot, _key(keys))


def read_configuration(path: Path) -> Written:
    """A configuration file; raises ``RuleError`` with the place and the key."""
    data: Any = load_toml(path)
    text = path.read_bytes().decode("utf-8-sig")
    prefix = TABLE if path.name == PROJECT_FILE else ()
    for key in prefix:
        data = data.get(key) if isinstance(data, dict) else None
    if not isinstance(data, dict):
        raise RuleError(str(path), _NO_TABLE)
    table = _underscored(path, text, prefix, data)
    says = _converted(path, text, prefix, table)
    written = Written(path, text, prefix, frozenset(table), says, frozenset(table.get("audit", ())))
    return replace(written, says=_absolute(written))


def _converted(path: Path, text: str, prefix: tuple[str, ...], table: dict[str, Any]) -> Configuration:
    try:
        return msgspec.convert(table, Configuration)
    except msgspec.ValidationError as error:
        mistake = mistake_of(error, Configuration, table)
        spot = _spot(text, prefix, mistake.path, mistake.word, at_key=mistake.at_key)
        raise RuleError(str(path), mistake.reason, spot, mistake.key or None) from error


def _spot(text: str, prefix: tuple[str, ...], keys: Sequence[Part], word: str, *, at_key: bool = False) -> Spot | None:
    """Where a key stands, which may be written with ``-`` or with ``_``: the way that is found farther down."""
    ways = (tuple(keys), tuple(_hyphened(part) for part in keys))
    found = [spot_of(text, (*prefix, *way), at_key=at_key, word=word) for way in ways]
    return max((spot for spot in found if spot), key=lambda spot: (spot.line, spot.column), default=None)


def _hyphened(part: Part) -> Part:
    return part.replace("_", "-") if isinstance(part, str) else part


def _key(keys: Sequence[Part]) -> str:
    """``per_file.ignore``: a list's item has no name."""
    return ".".join(part for part in keys if isinstance(part, str))


def _underscored(path: Path, text: str, at: tuple[Part, ...], table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with its own keys written with ``_``; raises ``RuleError`` for one that stands there twice.

    ``at`` is where the table stands.
    """
    made: dict[str, Any] = {}
    for name, value in table.items():
        key = name.replace("-", "_")
        if key in made:
            reason = _TWICE.filled(key=name)
            raise RuleError(str(path), reason, spot_of(text, (*at, name), at_key=True), name)
        made[key] = _within(path, text, (*at, name), value, _OWN.get(key))
    return made


def _within(path: Path, text: str, at: tuple[Part, ...], value: Any, own: type | None) -> Any:
    """A value with the keys in it that are ours written with ``_``."""
    if own is list and isinstance(value, list):
        return [_within(path, text, (*at, number), one, dict) for number, one in enumerate(value)]
    return _underscored(path, text, at, value) if own is dict and isinstance(value, dict) else value


def _absolute(written: Written) -> Configuration:
    """What the file says with its paths told from its folder; raises ``RuleError`` for one that is not there."""
    changed: dict[str, Any] = {}
    for key in PATHS & written.keys:
        value = getattr(written.says, key)
        single = isinstance(value, str)
        made = [_path(written, key, word) for word in ([value] if single else value)]
        changed[key] = made[0] if single else tuple(made)
    return replace(written.says, **changed)


def _path(written: Written, key: str, word: str) -> str:
    path = Path(os.path.normpath(Path(written.path.parent, Path(word).expanduser())))
    if key not in MADE and not path.exists():
        reason = _NO_FILE.filled(path=path)
        raise written.error(reason, key, word=word)
    return str(path)
