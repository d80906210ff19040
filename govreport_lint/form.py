"""The official formats of the report as values: sections, tables, rows, columns and the words that they may have.

A new official format is a new file in ``rules/forms`` and nothing else.
Sources: 国办公开办函〔2019〕60号 (2019 form), 国办公开办函〔2021〕30号 (2021 form).
"""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from msgspec import Struct

from .labels import bare

_Keyed = TypeVar("_Keyed", bound="Label | TableForm")


class Label(Struct, frozen=True, kw_only=True):
    """A thing of the form that has a printed name: a row, a column, a group of rows or columns.

    ``short`` is its name in rule expressions, and in messages where nothing is ``told``; ``variants`` are other
    printed names that are accepted.
    """

    key: str
    label: str
    short: str
    english: str
    told: str = ""
    variants: tuple[str, ...] = ()
    group: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The accepted printed names without numbering and marks; the official one first."""
        return _bare_names((self.label, *self.variants))


class Column(Label, frozen=True, kw_only=True):
    """A column. ``type``: ``count`` whole number ≥ 0, ``change`` any whole number, ``amount`` decimal ≥ 0."""

    type: str = "count"


class Row(Label, frozen=True, kw_only=True):
    """A row. ``alone`` names the group that this single row may stand for as a whole."""

    alone: str | None = None


class Block(Struct, frozen=True):
    """A part of 表二 under a header of its own (第二十条第（一）项 …)."""

    title: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]


class TableForm(Struct, frozen=True, kw_only=True):
    """One of the three tables. ``across``: its rows are printed side by side on one line (表四)."""

    key: str
    name: str
    name_en: str
    title: str
    section: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    groups: tuple[Label, ...] = ()
    blocks: tuple[Block, ...] = ()
    heads: tuple[str, ...] = ()
    across: bool = False

    def row(self, key: str) -> Row:
        """The row with a key; raises ``KeyError``."""
        return _find(self.rows, key)

    def column(self, key: str) -> Column:
        """The column with a key; raises ``KeyError``."""
        return _find(self.columns, key)

    def group(self, key: str) -> Label:
        """The group with a key; raises ``KeyError``."""
        return _find(self.groups, key)

    def block(self, row: str) -> Block | None:
        """The block of 表二 in which a row stands."""
        return next((block for block in self.blocks if row in block.rows), None)

    def columns_of(self, row: str) -> tuple[str, ...]:
        """The keys of the columns that a row has."""
        block = self.block(row)
        return block.columns if block else tuple(column.key for column in self.columns)

    def members(self, group: str) -> tuple[str, ...]:
        """The keys of the rows, or of the columns, of a group."""
        things: tuple[Label, ...] = (*self.rows, *self.columns)
        return tuple(thing.key for thing in things if thing.group == group)


class SectionForm(Struct, frozen=True):
    """A section: its number, its official title and other titles in use (not official: S103)."""

    number: int
    title: str
    variants: tuple[str, ...] = ()


class Form(Struct, frozen=True, kw_only=True):
    """The official format for the report years ``first_year`` to ``last_year`` (None: still in force)."""

    key: str
    first_year: int
    last_year: int | None = None
    basis: str
    signs: tuple[str, ...]
    sections: tuple[SectionForm, ...]
    tables: tuple[TableForm, ...]

    def table(self, key: str) -> TableForm:
        """The table with a key; raises ``KeyError``."""
        return _find(self.tables, key)

    def section(self, number: int) -> SectionForm:
        """The section with a number (1–6)."""
        return next(section for section in self.sections if section.number == number)


@cache
def _bare_names(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(bare(name) for name in names)


def _find(things: tuple[_Keyed, ...], key: str) -> _Keyed:
    for thing in things:
        if thing.key == key:
            return thing
    raise KeyError(key)
