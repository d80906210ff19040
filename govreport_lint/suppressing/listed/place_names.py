"""A place in words read: 「表三 · 予以公开 · 自然人」, ``applications/granted/natural_person``, 「三」."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from ...form import Form, Label, TableForm
from ...labels import bare, normalise
from ...language import Text
from ...rulebook.form_names import names_of
from ...rulebook.mistakes import unknown
from .suppression import MeantPlace

_PARTED = re.compile(r"\s*[·・•‧∙]\s*")
_SECTION = re.compile(
    r"(?:第|section\s*)?\s*([一二三四五六1-6])\s*(?:部分|章|节)?(?:[、.．\s].*)?", re.IGNORECASE | re.DOTALL
)
_DIGITS = "一二三四五六"
_TABLE, _CELL = Text("表", "table"), Text("行或列", "row or column")
Names = dict[str, frozenset[str]]


def place_meant(words: str, forms: Sequence[Form]) -> MeantPlace | Text:
    """The place that words name in any of the forms, or what is wrong with them."""
    text = words.strip()
    parts = _PARTED.split(text) if _PARTED.search(text) else [part.strip() for part in text.split("/")]
    tables = [table for form in forms for table in form.tables if _key(parts[0]) in _table_names(table)]
    if tables:
        return _in_tables(parts[1:], tables)
    section = _SECTION.fullmatch(text)
    if section and len(parts) == 1:
        found = section[1]
        return MeantPlace(section=_DIGITS.index(found) + 1 if found in _DIGITS else int(found))
    known = (name for form in forms for table in form.tables for name in (table.name, table.key))
    return unknown(_TABLE, parts[0], known)


def _in_tables(parts: Sequence[str], tables: Sequence[TableForm]) -> MeantPlace | Text:
    """What further words name in a table, as the forms of several years have it."""
    key, rows, columns = tables[0].key, _names(tables, rows=True), _names(tables, rows=False)
    if not parts:
        return MeantPlace(table=key)
    if len(parts) == 1:
        own, others = rows.get(_key(parts[0]), frozenset()), columns.get(_key(parts[0]), frozenset())
        return MeantPlace(None, key, own, others, True) if own or others else _no(parts[0], tables)
    if len(parts) > 2:
        return Text("最多写到表、行、列三级", "a place has a table, a row and a column at most")
    missing = [name for name, known in zip(parts, (rows, columns), strict=True) if _key(name) not in known]
    if missing:
        return _no(missing[0], tables)
    return MeantPlace(None, key, rows[_key(parts[0])], columns[_key(parts[1])])


def _no(word: str, tables: Iterable[TableForm]) -> Text:
    return unknown(_CELL, word, (label.short for table in tables for label in (*table.rows, *table.columns)))


def _names(tables: Iterable[TableForm], *, rows: bool) -> Names:
    """The keys behind each name of rows or columns; a name that is the whole label is meant before a part of it."""
    found: Names = {}
    for table in tables:
        named = names_of(table).rows if rows else names_of(table).columns
        pairs = [(name, keys) for name, keys in named.items()]
        pairs += [
            (name, (label.key,)) for label in (table.rows if rows else table.columns) for name in _own(label, table)
        ]
        for name, keys in pairs:
            found[_key(name)] = found.get(_key(name), frozenset()) | frozenset(keys)
    return found


def _own(label: Label, table: TableForm) -> Iterator[str]:
    """The names of a row or column as the program tells them, and its key."""
    group = next((group.label for group in table.groups if group.key == label.group), "")
    plain = re.sub(r"（[^（）]{8,}）$", "", label.label)
    yield from {label.key, label.label, plain, bare(label.label), bare(plain), label.short, label.english}
    yield from (name for name in (label.told, f"{group} {plain}" if group else "") if name)
    numbering = plain[: len(plain) - len(_unnumbered(plain))]
    if numbering:
        yield numbering + label.short


def _unnumbered(label: str) -> str:
    return re.sub(r"^(?:（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、|\d+\.)", "", label)


def _table_names(table: TableForm) -> set[str]:
    names = (table.key, table.name, table.name_en, table.title, f"{table.name} {table.title}")
    return {_key(name) for name in names}


def _key(name: str) -> str:
    """How names are compared. An underscore is part of a key, a number part of a label."""
    return normalise(name.replace("_", "")).lower()
