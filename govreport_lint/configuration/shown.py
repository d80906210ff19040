"""What is in force, as TOML that could be put into a file, each value with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from ..language import Text
from .in_force import InForce
from .records import Configuration

_DEFAULT = Text("默认", "default")
_NO_FILE = Text("# 没有配置文件，以下是默认值", "# no configuration file; these are the defaults")
_FILES = Text("# 配置文件，后面的在前面的之上改：", "# configuration files, each changes those before it:")
# Tables of their own come last: a key below them would be theirs.
_TABLES = ("severity", "per_file", "suppress", "audit")


def shown(force: InForce, language: str) -> Iterator[str]:
    """The lines of ``config show`` in ``zh`` or ``en``."""
    yield from _files(force, language)
    plain = [key for key in Configuration.__struct_fields__ if key not in (*_TABLES, "extends")]
    for key in plain:
        yield _line(force, language, key, getattr(force.configuration, key), key)
    yield from _table(force, language, "severity", force.configuration.severity)
    for key in ("per_file", "suppress"):
        for number, entry in enumerate(getattr(force.configuration, key)):
            yield from ("", f"[[{key}]]  # {_origins(force, language, f'{key}.{number}')}", *_entry(entry))
    audit = force.configuration.audit
    yield from _table(force, language, "audit", {name: getattr(audit, name) for name in audit.__struct_fields__})


def _files(force: InForce, language: str) -> Iterator[str]:
    if not force.written:
        yield _NO_FILE.in_language(language)
        return
    yield _FILES.in_language(language)
    yield from (f"#   {written.path}" for written in force.written)


def _table(force: InForce, language: str, name: str, values: Mapping[str, Any]) -> Iterator[str]:
    if values:
        yield from ("", f"[{name}]")
    for key, value in values.items():
        yield _line(force, language, _key(key), value, f"{name}.{key}")


def _line(force: InForce, language: str, key: str, value: Any, origin: str) -> str:
    written = f"{key} = {_toml(value)}" if value is not None else f"# {key} ="
    return f"{written}  # {_origins(force, language, origin)}"


def _origins(force: InForce, language: str, key: str) -> str:
    """Where a value comes from; a file may hold a line end in its name."""
    found = " + ".join(str(origin) for origin in force.origins.get(key, ())) or _DEFAULT.in_language(language)
    return json.dumps(found, ensure_ascii=False)[1:-1]


def _entry(entry: Struct) -> Iterator[str]:
    for key in entry.__struct_fields__:
        value = getattr(entry, key)
        if value not in (None, (), {}):
            yield f"{key} = {_toml(value)}"


def _key(word: str) -> str:
    bare = word.isascii() and word.replace("_", "").replace("-", "").isalnum()
    return word if bare else json.dumps(word, ensure_ascii=False)


def _toml(value: Any) -> str:
    """A value as TOML writes it; what JSON writes as text, TOML reads as text."""
    plain = msgspec.to_builtins(value)
    if isinstance(plain, Mapping):
        inside = ", ".join(f"{_key(key)} = {_toml(one)}" for key, one in plain.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(plain, list | tuple):
        return f"[{', '.join(_toml(one) for one in plain)}]"
    return json.dumps(plain, ensure_ascii=False)
