"""The names by which rules speak of the rows, columns and groups of a table of a form."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ..form import Form, Label, TableForm


class TableNames(Struct, frozen=True):
    """The keys behind each name of a table: of rows and of columns, a group's name for all of its members."""

    rows: dict[str, tuple[str, ...]]
    columns: dict[str, tuple[str, ...]]


def names_of(table: TableForm) -> TableNames:
    """The names of a table; a row that may stand for its group has the group's name besides its own."""
    rows = {
        group.short: tuple(row.key for row in table.rows if group.key in (row.group, row.alone))
        for group in table.groups
    }
    columns = {
        group.short: tuple(column.key for column in table.columns if column.group == group.key)
        for group in table.groups
    }
    return TableNames(
        {name: keys for name, keys in rows.items() if keys} | _own(table.rows),
        {name: keys for name, keys in columns.items() if keys} | _own(table.columns),
    )


def tables_of(forms: Iterable[Form]) -> dict[tuple[str, str], TableNames]:
    """The names of every table, by the form's and the table's key."""
    return {(form.key, table.key): names_of(table) for form in forms for table in form.tables}


def _own(things: Iterable[Label]) -> dict[str, tuple[str, ...]]:
    return {thing.short: (thing.key,) for thing in things}
