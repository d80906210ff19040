"""Whether what the options of a rule name is there: forms, tables, rows, columns, claims, wordings, patterns.

The options say by their types what a text names (``kinds``); here each such text is looked up. A name in a sum or an
equation has to be there in every form that the rule is for, or, where a rule offers several sums of which a form has
one, in one form at least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from ..form import Form
from ..language import Text
from .expressions import LAST_YEAR, ExpressionError, names, parse
from .form_names import TableNames, tables_of
from .kinds import Kind, Names
from .mistakes import Mistake, unknown
from .option_types import item_type, mapping_types, meaning_of, option_types

if TYPE_CHECKING:
    from .files.positions import Part

_EMPTY = Text("不能为空", "it must not be empty")
_FORM = Text("格式", "form")
_RULE = Text("规则", "rule")
_TABLE = Text("表", "table")
_ROW = Text("行", "row")
_COLUMN = Text("列", "column")
_LINE = Text("行或列", "row or column")
_SUBJECT = Text("正文说法", "claim")
_WORDING = Text("提示", "wording")


# What makes an equation of a sum.
_ADDED = " == 0"


class World(Struct, frozen=True):
    """What there is to be named: tables by form and key, subjects of claims."""

    forms: tuple[str, ...]
    tables: dict[tuple[str, str], TableNames]
    keys: dict[str, tuple[frozenset[str], frozenset[str]]]
    subjects: frozenset[str]
    codes: frozenset[str]

    def names_in(self, table: str, form: str | None) -> list[TableNames]:
        """The names of a table in a form, or in every form that has it."""
        return [found for (own, key), found in self.tables.items() if key == table and form in (None, own)]


class _At(Struct, frozen=True):
    """Where the walk is: the table and the form that names are about, what ``each`` says, the kind.

    ``everywhere``: a name has to be there in each of the forms, not in one of them.
    """

    kind: Kind
    table: str = ""
    form: str | None = None
    each: str = ""
    everywhere: bool = False

    def has(self, tables: Iterable[TableNames], name: str, *sides: str) -> bool:
        """Whether a row or a column (``sides``) of this name is there."""
        found = [any(name in getattr(table, side) for side in sides) for table in tables]
        return bool(found) and (all(found) if self.everywhere else any(found))


class Wrong(Struct, frozen=True):
    """Why a text in an option is wrong, and the part of it that is."""

    reason: Text
    word: str = ""


_Lookup = Callable[[str, _At, World], Wrong | None]


def world_of(forms: Iterable[Form], subjects: Iterable[str], codes: Iterable[str]) -> World:
    """What rules may name."""
    every = tuple(forms)
    keys: dict[str, tuple[frozenset[str], frozenset[str]]] = {}
    for form in every:
        for table in form.tables:
            rows, columns = keys.get(table.key, (frozenset(), frozenset()))
            keys[table.key] = (
                rows | {row.key for row in table.rows},
                columns | {column.key for column in table.columns},
            )
    return World(tuple(form.key for form in every), tables_of(every), keys, frozenset(subjects), frozenset(codes))


def mistakes_in(options: Any, kind: Kind, world: World) -> Iterator[Mistake]:
    """What is wrong with the options of a rule, in their order."""
    yield from _record(options, ("check",), _At(kind), world)


def wordings_named(record: Struct) -> Iterator[str]:
    """The wordings that the options of a rule name."""
    hints = option_types(type(record))
    for name in record.__struct_fields__:
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Struct):
                yield from wordings_named(item)
            elif isinstance(item, str) and item and meaning_of(hints[name]) is Names.WORDING:
                yield item


def _record(record: Struct, path: tuple[Part, ...], at: _At, world: World) -> Iterator[Mistake]:
    hints = option_types(type(record))
    at = msgspec.structs.replace(
        at, table=getattr(record, "table", at.table), each=str(getattr(record, "each", at.each))
    )
    needed = {field.name for field in msgspec.structs.fields(record) if field.required}
    for name in record.__struct_fields__:
        value = getattr(record, name)
        # What may be left out may be empty.
        if value != "" or name in needed:
            yield from _value(value, hints[name], (*path, name), at, world)


def _value(value: Any, hint: Any, path: tuple[Part, ...], at: _At, world: World) -> Iterator[Mistake]:
    if isinstance(value, Struct):
        yield from _record(value, path, at, world)
    elif isinstance(value, Mapping):
        yield from _mapping(value, hint, path, at, world)
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _value(item, item_type(hint), (*path, number), at, world)
    elif isinstance(value, str) and (meaning := meaning_of(hint)):
        wrong = _LOOKUPS[meaning](value, at, world) if value else Wrong(_EMPTY)
        if wrong:
            yield Mistake(path, wrong.reason, word=wrong.word)


def _mapping(value: Mapping[str, Any], hint: Any, path: tuple[Part, ...], at: _At, world: World) -> Iterator[Mistake]:
    key_hint, item_hint = mapping_types(hint)
    for name, item in value.items():
        for mistake in _value(name, key_hint, (*path, name), at, world):
            yield msgspec.structs.replace(mistake, at_key=True)
        inner = at
        if meaning_of(key_hint) is Names.FORM:
            inner = msgspec.structs.replace(at, form=name)
        elif meaning_of(key_hint) is Names.TABLE:
            inner = msgspec.structs.replace(at, table=name)
        yield from _value(item, item_hint, (*path, name), inner, world)


def _form(value: str, _at: _At, world: World) -> Wrong | None:
    return None if value in world.forms else _none(_FORM, value, world.forms)


def _table(value: str, _at: _At, world: World) -> Wrong | None:
    return None if value in world.keys else _none(_TABLE, value, world.keys)


def _subject(value: str, _at: _At, world: World) -> Wrong | None:
    return None if value in world.subjects else _none(_SUBJECT, value, world.subjects)


def _wording(value: str, at: _At, _world: World) -> Wrong | None:
    return None if value in at.kind.wordings else _none(_WORDING, value, at.kind.wordings)


def _rule(value: str, _at: _At, world: World) -> Wrong | None:
    return None if value in world.codes else _none(_RULE, value, world.codes)


def _pattern(value: str, _at: _At, _world: World) -> Wrong | None:
    try:
        re.compile(value)
    except re.error as error:
        return Wrong(Text(f"正则表达式有误：{error}", f"no regular expression: {error}"))
    return None


def _row(value: str, at: _At, world: World) -> Wrong | None:
    found = world.names_in(at.table, at.form)
    return None if at.has(found, value, "rows") else _none(_ROW, value, _names(found, "rows"))


def _column(value: str, at: _At, world: World) -> Wrong | None:
    found = world.names_in(at.table, at.form)
    return None if at.has(found, value, "columns") else _none(_COLUMN, value, _names(found, "columns"))


def _row_key(value: str, at: _At, world: World) -> Wrong | None:
    rows, _ = world.keys.get(at.table, (frozenset(), frozenset()))
    return None if value in rows else _none(_ROW, value, rows)


def _column_key(value: str, at: _At, world: World) -> Wrong | None:
    tables = [at.table] if at.table else list(world.keys)
    columns = {key for table in tables for key in world.keys.get(table, (frozenset(), frozenset()))[1]}
    return None if value in columns else _none(_COLUMN, value, columns)


def _line_key(value: str, at: _At, world: World) -> Wrong | None:
    rows, columns = world.keys.get(at.table, (frozenset(), frozenset()))
    return None if value in rows | columns else _none(_LINE, value, rows | columns)


def _cell(value: str, at: _At, world: World) -> Wrong | None:
    if "." in value:
        row, column = value.split(".", 1)
        return _row(row, at, world) or _column(column, at, world)
    found = world.names_in(at.table, at.form)
    if at.has(found, value, "rows", "columns"):
        return None
    return _none(_LINE, value, _names(found, "rows") | _names(found, "columns"))


def _sum(value: str, at: _At, world: World) -> Wrong | None:
    return _expression(value + _ADDED, lambda name: _named(name, _row, at, world))


def _equation(value: str, at: _At, world: World) -> Wrong | None:
    lookup, there = _lookup(at), msgspec.structs.replace(at, everywhere=True)
    return _expression(value, lambda name: _named(name, lookup, there, world))


def _year_equation(value: str, at: _At, world: World) -> Wrong | None:
    """Last year's report may be printed in an earlier form: what is named of it has to be there in one of the forms."""
    lookup, there = _lookup(at), msgspec.structs.replace(at, everywhere=True)
    anywhere = msgspec.structs.replace(at, form=None)

    def named(name: str) -> Wrong | None:
        if name.startswith(LAST_YEAR):
            return _named(name.removeprefix(LAST_YEAR), lookup, anywhere, world)
        return _named(name, lookup, there, world)

    return _expression(value, named)


def _lookup(at: _At) -> _Lookup:
    """What a name alone means where an equation is one of each column, of each row, or of a table."""
    return {"column": _row, "row": _column}.get(at.each, _cell)


def _named(name: str, lookup: _Lookup, at: _At, world: World) -> Wrong | None:
    return (_cell if "." in name else lookup)(name, at, world)


def _expression(text: str, lookup: Callable[[str], Wrong | None]) -> Wrong | None:
    try:
        condition = parse(text)
    except ExpressionError as error:
        rest = text.strip()[error.place - 1 :] if error.place else ""
        return Wrong(Text(str(error), error.english), rest.removesuffix(_ADDED))
    return next((reason for name in names(condition) if (reason := lookup(name))), None)


def _none(thing: Text, word: str, known: Iterable[str]) -> Wrong:
    return Wrong(unknown(thing, word, known), word)


def _names(tables: Iterable[TableNames], side: str) -> set[str]:
    return {name for table in tables for name in getattr(table, side)}


_LOOKUPS: Mapping[Names, _Lookup] = {
    Names.FORM: _form, Names.TABLE: _table, Names.ROW: _row, Names.ROW_KEY: _row_key, Names.COLUMN: _column,
    Names.COLUMN_KEY: _column_key, Names.LINE: _line_key, Names.CELL: _cell, Names.EQUATION: _equation,
    Names.YEAR_EQUATION: _year_equation, Names.SUM: _sum, Names.SUBJECT: _subject, Names.WORDING: _wording,
    Names.PATTERN: _pattern, Names.RULE: _rule,
}  # fmt: skip
