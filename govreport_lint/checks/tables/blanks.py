"""Kinds ``blank-cell`` and ``mixed-row``: cells left empty or struck out (空白, /, —, 无)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...finding import Place
from ...language import Text
from ...report import Figure, State
from ...rulebook.kinds import Kind, TableKey
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import BLANK, Cells, short, unread
from .readable import each_table


class BlankOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``mixed_in``: the tables in which a row with both blank cells and 0 is told by itself."""

    mixed_in: tuple[TableKey, ...]


class MixedOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``mixed_in``: the tables; ``habit``: so many rows with the same cells blank are told as one."""

    mixed_in: tuple[TableKey, ...]
    habit: int


def blank_cells(subject: Subject, options: BlankOptions) -> Iterator[Outcome]:
    """Judge each table once; rows that are mixed are told by themselves and left out."""

    def faults(cells: Cells) -> Iterator[Failed]:
        mixed_in = cells.table.key in options.mixed_in
        rows = [cells.row(key) for key in cells.rows]
        found = [f for row in rows if not (mixed_in and is_mixed(row)) for f in row if f.state in BLANK]
        if found:
            yield _blank(cells, found)

    return each_table(subject, faults)


def _blank(cells: Cells, found: list[Figure]) -> Failed:
    rows = tuple(dict.fromkeys(figure.row for figure in found))
    return Failed(
        place=cells.place(),
        location=found[0].location,
        quote="",
        values={**cells.words(found[0]), "count": str(len(found)), "rows": _rows(cells, rows)},
        evidence=cells.evidence(found),
    )


def _rows(cells: Cells, rows: Sequence[str]) -> Text:
    names = [short(cells.table.row(row)) for row in rows[:3]]
    more = len(rows) > 3
    return Text(
        "".join(f"“{name.zh}”" for name in names) + (f"等 {len(rows)} 行" if more else "行"),
        ", ".join(f"“{name.en}”" for name in names) + (f" and {len(rows) - 3} more" if more else ""),
    )


def mixed_rows(subject: Subject, options: MixedOptions) -> Iterator[Outcome]:
    """Judge each row of the tables: are its zeros written as 0 in some cells and left blank in others?"""
    for table in options.mixed_in:
        cells = subject.cells(table)
        reason = unread(cells)
        if reason:
            yield NotAssessable(cells.place(), reason)
            continue
        alike: dict[tuple[str, ...], list[list[Figure]]] = {}
        for key in cells.rows:
            row = cells.row(key)
            blank = [figure for figure in row if figure.state in BLANK]
            if is_mixed(row):
                alike.setdefault(tuple(figure.column for figure in blank), []).append(blank)
            else:
                yield Passed(cells.place(key))
        for rows in alike.values():
            yield from _mixed(cells, rows, options.habit)


def _mixed(cells: Cells, rows: Sequence[list[Figure]], habit: int) -> Iterator[Failed]:
    """One finding for each row, or one for all where leaving these cells blank is a habit of the table."""
    if len(rows) < habit:
        for row in rows:
            yield _mixed_row(cells, cells.place(row[0].row), [row], None)
    else:
        yield _mixed_row(cells, cells.place(), rows, "habit")


def _mixed_row(cells: Cells, place: Place, rows: Sequence[list[Figure]], wording: str | None) -> Failed:
    first = rows[0]
    names = [short(cells.table.column(figure.column)) for figure in first]
    listed = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    return Failed(
        place=place,
        location=first[0].location,
        quote="",
        wording=wording,
        values={
            **cells.words(first[0]),
            "count": str(len(first)),
            "columns": listed,
            "rows": _rows(cells, [row[0].row for row in rows]),
        },
        evidence=cells.evidence([figure for row in rows for figure in row]),
    )


def is_mixed(row: tuple[Figure, ...]) -> bool:
    """Whether a row has both blank cells and 0."""
    states = {figure.state for figure in row}
    return State.ZERO in states and not states.isdisjoint(BLANK)


BLANK_CELL = Kind(
    name="blank-cell",
    options=BlankOptions,
    check=blank_cells,
    says=("column", "count", "printed", "row", "rows", "table"),
)
MIXED_ROW = Kind(
    name="mixed-row",
    options=MixedOptions,
    check=mixed_rows,
    says=("column", "columns", "count", "printed", "row", "rows", "table"),
    wordings={"habit": None},
)
