"""Which cell of the official form the words over a column name, and only where they can name no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from ..form import Form, Row, TableForm
from ..labels import bare, normalise
from ..rulebook.forms import forms
from .vocabulary_words import load_words, plain

Place = tuple[str, str, str]


class Target(Struct, frozen=True, kw_only=True):
    """A cell of the form and the names that lead to it.

    ``row`` are names that only this row has in its table, ``shared`` those that a column or another row has too
    (总计, 其他): they count below one of ``near``. ``contexts`` may stand above and say nothing more, ``side`` names
    the columns of which this is one. ``alone``: the row's name is enough.
    """

    place: Place
    type: str
    row: frozenset[str]
    shared: frozenset[str]
    column: frozenset[str]
    contexts: frozenset[str]
    near: frozenset[str]
    side: frozenset[str]
    alone: bool

    def named_by(self, names: Sequence[str]) -> bool:
        """Whether the names over a column mean this cell: each has one part, and one of them is the row's."""
        return any(
            self._named(names, row, column)
            for row, name in enumerate(names)
            if name in self.row or name in self.shared
            for column in (None, *range(len(names)))
            if column != row
        )

    def _named(self, names: Sequence[str], row: int, column: int | None) -> bool:
        rest = [name for index, name in enumerate(names) if index not in (row, column)]
        if names[row] in self.shared and not self.near.intersection(rest):
            return False
        if not self.contexts.union(self.near, self.side).issuperset(rest):
            return False
        if column is None:
            # 法人或其他组织 without one of its columns is a sum that the form does not have.
            return self.alone and not self.side.intersection(rest)
        return names[column] in self.column


class Targets(Struct, frozen=True):
    """The cells of a form by the names of their rows, every name in use, the rows that a single row stands for."""

    by_row: dict[str, tuple[Target, ...]]
    names: frozenset[str]
    parts: dict[str, frozenset[str]]

    def meant_by(self, names: Sequence[str]) -> set[Place]:
        """The cells that a sequence of names may mean."""
        possible = {target.place: target for name in names for target in self.by_row.get(name, ())}
        return {place for place, target in possible.items() if target.named_by(names)}

    def types(self) -> dict[Place, str]:
        """The type of the column of every cell."""
        return {target.place: target.type for targets in self.by_row.values() for target in targets}


@cache
def targets_of(form: Form) -> Targets:
    """The cells of a form and their names."""
    found: dict[str, list[Target]] = {}
    names: set[str] = set()
    for table in form.tables:
        for target in _of_table(table, form):
            for name in target.row | target.shared:
                found.setdefault(name, []).append(target)
            names |= target.row | target.shared | target.column | target.contexts | target.near | target.side
    parts = {row.key: frozenset(table.members(row.alone)) for table in form.tables for row in table.rows if row.alone}
    return Targets({name: tuple(targets) for name, targets in found.items()}, frozenset(names), parts)


@cache
def group_targets_of(form: Form) -> Targets:
    """The sums of groups that no row of the form stands for (不予公开 over its eight), named as the cells are.

    The row of such a place is the key of the group.
    """
    found: dict[str, list[Target]] = {}
    for table in form.tables:
        single = {row.alone for row in table.rows}
        for group in table.groups:
            members = [key for key in table.members(group.key) if key in {row.key for row in table.rows}]
            if members and group.key not in single:
                for target in _of_group(table, group.key, members[0], form):
                    for name in target.row:
                        found.setdefault(name, []).append(target)
    return Targets({name: tuple(targets) for name, targets in found.items()}, targets_of(form).names, {})


def _of_group(table: TableForm, group: str, member: str, form: Form) -> Iterable[Target]:
    for key in table.columns_of(member):
        yield Target(
            place=(table.key, group, key),
            type=table.column(key).type,
            row=_group_names(table, group),
            shared=frozenset(),
            column=_plain((*table.column(key).names, table.column(key).short)),
            near=frozenset(),
            contexts=_contexts(table, form) | _whole(table, table.row(member)),
            side=_group_names(table, table.column(key).group),
            alone=key == "total",
        )


def _of_table(table: TableForm, form: Form) -> Iterable[Target]:
    columns = {column.key: _plain((*column.names, column.short)) for column in table.columns}
    named = {row.key: _row_names(table, row) for row in table.rows}
    every = [name for names in (*columns.values(), *named.values()) for name in names]
    contexts = _contexts(table, form)
    for row in table.rows:
        shared = frozenset(name for name in named[row.key] if every.count(name) > 1)
        block, keys = table.block(row.key), table.columns_of(row.key)
        for key in keys:
            yield Target(
                place=(table.key, row.key, key),
                type=table.column(key).type,
                shared=shared,
                row=named[row.key] - shared,
                column=columns[key],
                near=_group_names(table, row.group) or _whole(table, row),
                contexts=contexts | _plain([block.title] if block else ()) | _whole(table, row),
                side=_group_names(table, table.column(key).group),
                alone=len(keys) == 1 or (table.key == "applications" and key == "total"),
            )


def _row_names(table: TableForm, row: Row) -> frozenset[str]:
    """The names of a row in any of the forms; a row of no group also with its number, which no column has."""
    known = [row]
    known += [other for form in forms() for other in form.table(table.key).rows if other.key == row.key]
    names = {name for each in known for name in (*each.names, each.short)}
    return _plain(names) | (frozenset() if row.group else frozenset({plain(normalise(row.label))}))


def _contexts(table: TableForm, form: Form) -> frozenset[str]:
    section = form.section(table.section)
    titles = (table.title, table.name, *table.heads, section.title, *section.variants)
    return _plain((*titles, *load_words().contexts.get(table.key, ())))


def _whole(table: TableForm, row: Row) -> frozenset[str]:
    """本年度办理结果, a group without members of its own, stands above every row that is not numbered beside it."""
    if row.label.startswith(("一、", "二、", "四、")):
        return frozenset()
    single = {each.alone for each in table.rows}
    whole = (group.key for group in table.groups if group.key not in single and not table.members(group.key))
    return frozenset[str]().union(*(_group_names(table, key) for key in whole))


def _group_names(table: TableForm, key: str | None) -> frozenset[str]:
    if key is None:
        return frozenset()
    group = table.group(key)
    return _plain((*group.names, group.short)) | {plain(normalise(group.label))}


def _plain(names: Iterable[str]) -> frozenset[str]:
    return frozenset(plain(bare(name)) for name in names)
