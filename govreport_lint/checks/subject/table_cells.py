"""The figures of one table, found by the names that rules use for its rows, columns and groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from ...finding import Evidence, Place
from ...form import Form, Label, TableForm
from ...language import Text
from ...report import Figure, Report, State, TableReading
from ...rulebook.form_names import names_of

BLANK = (State.BLANK, State.DASH)


class Cells(Struct, frozen=True):
    """One table of a report: its form, its reading and its figures by (row key, column key).

    ``rows`` are the keys of the rows that the report has to fill in; ``row_names`` and ``column_names`` say which
    keys a name of rules stands for, a group's name for all of its members.
    """

    table: TableForm
    reading: TableReading
    figures: dict[tuple[str, str], Figure]
    rows: tuple[str, ...]
    row_names: dict[str, tuple[str, ...]]
    column_names: dict[str, tuple[str, ...]]

    def figure(self, row: str, column: str) -> Figure:
        """The figure of a cell; a missing one where the report says nothing of it."""
        found = self.figures.get((row, column))
        if found is not None:
            return found
        return Figure(self.table.key, row, column, None, "", State.MISSING, self.reading.location)

    def row(self, key: str) -> tuple[Figure, ...]:
        """The figures of a row, from left to right."""
        return tuple(self.figure(key, column) for column in self.table.columns_of(key))

    def named(self, name: str, row: str | None, column: str | None) -> tuple[Figure, ...]:
        """The figures behind a name: ``行.列``, a column's name in ``row`` or a row's name in ``column``.

        Empty where the form has no such cell.
        """
        if "." in name:
            row_name, column_name = name.split(".", 1)
            rows, columns = self.row_names.get(row_name, ()), self.column_names.get(column_name, ())
        elif row is None:
            rows, columns = self.row_names.get(name, ()), (column or "",)
        else:
            rows, columns = (row,), self.column_names.get(name, ())
        if not self.table.blocks:
            return tuple(self.figure(r, c) for r in rows for c in columns)
        own = ((r, self.table.columns_of(r)) for r in rows)
        return tuple(self.figure(r, c) for r, known in own for c in columns if c in known)

    def place(self, row: str | None = None, column: str | None = None) -> Place:
        """The place of a row, a column or a cell of this table."""
        return Place(self.table.section, self.table.key, row, column)

    def evidence(self, figures: Sequence[Figure]) -> tuple[Evidence, ...]:
        """The figures as what a finding rests on."""
        return tuple(Evidence(self.place(figure.row, figure.column), figure.raw) for figure in figures)

    def words(self, figure: Figure) -> dict[str, Text | str]:
        """What a template may say of a cell: {table}, {row}, {column} and the {printed} text."""
        return {
            "table": Text(self.table.name, self.table.name_en),
            "row": short(self.table.row(figure.row)),
            "column": short(self.table.column(figure.column)),
            "printed": figure.raw,
        }


def read_cells(report: Report, form: Form) -> dict[str, Cells]:
    """The cells of every table of a report, by the table's key."""
    figures: dict[str, dict[tuple[str, str], Figure]] = {table.key: {} for table in form.tables}
    for figure in report.figures:
        figures[figure.table][figure.row, figure.column] = figure
    return {table.key: _cells(table, report.table(table.key), figures[table.key]) for table in form.tables}


def _cells(table: TableForm, reading: TableReading, figures: dict[tuple[str, str], Figure]) -> Cells:
    rows = _rows(table, figures.values())
    names = names_of(table)
    single = {row.short for row in table.rows}
    row_names = {
        name: keys if name in single else tuple(key for key in keys if key in rows) for name, keys in names.rows.items()
    }
    return Cells(table, reading, figures, rows, row_names, names.columns)


def _rows(table: TableForm, figures: Iterable[Figure]) -> tuple[str, ...]:
    """The rows to be filled in.

    A single row that stands for its group (（六）其他处理) takes the place of the group's own rows where the
    report prints it and none of them.
    """
    left_out: set[str] = set()
    for row in table.rows:
        members = table.members(row.alone) if row.alone else ()
        if members:
            printed = {figure.row for figure in figures if figure.state is not State.MISSING}
            alone = row.key in printed and printed.isdisjoint(members)
            left_out |= set(members) if alone else {row.key}
    return tuple(row.key for row in table.rows if row.key not in left_out)


def unread(cells: Cells) -> Text | None:
    """Why nothing can be said of a whole table, or None when it can."""
    reading, name, english = cells.reading, cells.table.name, cells.table.name_en
    if reading.unreadable:
        return Text(f"{name}无法读取：{reading.unreadable.zh}", f"{english} cannot be read: {reading.unreadable.en}")
    if reading.image:
        return Text(f"{name}是图片，无法读取", f"{english} is an image")
    if not reading.found:
        return Text(f"没有找到{name}", f"{english} was not found")
    return None


def number(figure: Figure) -> int:
    """The whole number of a cell, 0 for one without."""
    return int(figure.value) if figure.value is not None else 0


def short(label: Label) -> Text:
    """The name of a row, a column or a group in messages."""
    return Text(label.told or label.short, label.english)
