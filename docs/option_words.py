"""What the options of a kind are, taken from their records: types and defaults in words, the docstring as it stands."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any, Literal, NamedTuple, get_args, get_origin

import msgspec

from govreport_lint.language import Text
from govreport_lint.rulebook.kinds import Names
from govreport_lint.rulebook.option_types import choices_of, mapping_types, meaning_of, option_types

_NAMED = {
    Names.FORM: "格式的代码 key of a form",
    Names.TABLE: "表的代码 key of a table",
    Names.ROW: "行名 name of a row",
    Names.ROW_KEY: "行的代码 key of a row",
    Names.COLUMN: "列名 name of a column",
    Names.COLUMN_KEY: "列的代码 key of a column",
    Names.LINE: "行或列的代码 key of a row or column",
    Names.CELL: "格：行.列 cell",
    Names.EQUATION: "等式 equation",
    Names.YEAR_EQUATION: "两年的等式 equation of two years",
    Names.SUM: "格的和 sum of cells",
    Names.SUBJECT: "正文说法 claim",
    Names.WORDING: "提示的名称 name of a wording",
    Names.PATTERN: "正则表达式 regular expression",
    Names.RULE: "规则代码 code of a rule",
}
_PLAIN = {str: "文字 text", int: "整数 whole number", float: "数 number", bool: "true / false"}


class Option(NamedTuple):
    """An option: its name, its type in words, its default as TOML has it (None: it must be given)."""

    name: str
    type: str
    default: str | None


def options_of(record: Any) -> list[Option]:
    """The options of a record, in their order."""
    types = option_types(record)
    return [
        Option(field.name, type_words(types[field.name]), _default(field)) for field in msgspec.structs.fields(record)
    ]


def records_of(record: Any) -> list[Any]:
    """The record itself and those that stand in its options, each once."""
    found: list[Any] = []
    _collect(record, found)
    return found


def docstring_of(record: Any) -> str:
    """What a record says of its options."""
    return inspect.cleandoc(record.__doc__ or "")


def type_words(kind: Any) -> str:
    """A type in words, Chinese and English."""
    named = meaning_of(kind)
    if named:
        return _NAMED[named]
    choices = [one for one in choices_of(kind) if one is not type(None)]
    if len(choices) > 1:
        return "，或 ".join(dict.fromkeys(map(type_words, choices)))
    (one,) = choices
    if get_origin(one) is tuple:
        items = [item for item in get_args(one) if item is not Ellipsis]
        return f"清单 list：{'、'.join(dict.fromkeys(map(type_words, items)))}"
    if get_origin(one) is dict:
        key, value = mapping_types(one)
        return f"表 table：{type_words(key)} → {type_words(value)}"
    if get_origin(one) is Literal:
        return "、".join(f"`{value}`" for value in get_args(one))
    if isinstance(one, type) and issubclass(one, Enum):
        return "、".join(f"`{value.value}`" for value in one)
    if one is Text:
        return "中英文的话 text in both languages"
    if hasattr(one, "__struct_fields__"):
        return f"[{one.__name__}](#{one.__name__.lower()})"
    return _PLAIN[one]


def _default(field: Any) -> str | None:
    if field.default is not msgspec.NODEFAULT:
        return toml(msgspec.to_builtins(field.default))
    if field.default_factory is not msgspec.NODEFAULT:
        return toml(msgspec.to_builtins(field.default_factory()))
    return None


def _collect(kind: Any, found: list[Any]) -> None:
    if hasattr(kind, "__struct_fields__") and kind is not Text:
        if kind not in found:
            found.append(kind)
            for inner in option_types(kind).values():
                _collect(inner, found)
        return
    for inner in _inner(kind):
        _collect(inner, found)


def _inner(kind: Any) -> Iterator[Any]:
    for one in choices_of(kind):
        if one is not kind:
            yield one
        elif get_origin(one) in (tuple, dict):
            yield from (item for item in get_args(one) if item is not Ellipsis)


def toml(value: Any, most: int = 1000) -> str:
    """A value as TOML has it on one line; of a list the first ``most`` items."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return (
            f"'{value}'"
            if "\\" in value and "'" not in value
            else '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        )
    if isinstance(value, dict):
        inside = ", ".join(f"{_key(name)} = {toml(inner, most)}" for name, inner in value.items() if inner is not None)
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml(inner, most) for inner in value[:most]) + "]"
    return "" if value is None else str(value)


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() and name.isascii() else f'"{name}"'
