"""Kinds ``blank-cell`` and ``mixed-row``: cells left empty or struck out (空白, /, —, 无)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..language import Text
from ..report import Figure, State
from .cells import BLANK, Cells, cells_of, short, unread
from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject
from .tables import each_table


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``mixed_in``: the tables in which a row with both blank cells and 0 is judged as a row."""

    kind: str
    mixed_in: tuple[str, ...]


def blank_cells(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each table once; rows that are mixed are told by themselves and left out."""

    def faults(cells: Cells) -> Iterator[Failed]:
        mixed_in = cells.table.key in options.mixed_in
        rows = [cells.row(key) for key in cells.rows]
        found = [f for row in rows if not (mixed_in and is_mixed(row)) for f in row if f.state in BLANK]
        if found:
            yield _blank(cells, found)

    return each_table(subject, faults)


def _blank(cells: Cells, found: list[Figure]) -> Failed:
    rows = list(dict.fromkeys(figure.row for figure in found))
    names = [short(cells.table.row(row)) for row in rows[:3]]
    more = len(rows) > 3
    listed = Text(
        "".join(f"“{name.zh}”" for name in names) + ("等行" if more else "行"),
        ", ".join(f"“{name.en}”" for name in names) + (" and more" if more else ""),
    )
    return Failed(
        place=cells.place(), location=found[0].location, quote="",
        values={**cells.words(found[0]), "count": str(len(found)), "rows": listed},
        evidence=cells.evidence(found),
    )  # fmt: skip


def mixed_rows(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each row of the tables: are its zeros written as 0 in some cells and left blank in others?"""
    for table in options.mixed_in:
        cells = cells_of(subject, table)
        reason = unread(cells)
        if reason:
            yield NotAssessable(cells.place(), reason)
            continue
        for key in cells.rows:
            row = cells.row(key)
            yield _mixed(cells, row) if is_mixed(row) else Passed(cells.place(key))


def _mixed(cells: Cells, row: tuple[Figure, ...]) -> Failed:
    found = [figure for figure in row if figure.state in BLANK]
    names = [short(cells.table.column(figure.column)) for figure in found]
    listed = Text("、".join(name.zh for name in names), ", ".join(name.en for name in names))
    return Failed(
        place=cells.place(found[0].row), location=found[0].location, quote="",
        values={**cells.words(found[0]), "count": str(len(found)), "columns": listed},
        evidence=cells.evidence(found),
    )  # fmt: skip


def is_mixed(row: tuple[Figure, ...]) -> bool:
    """Whether a row has both blank cells and 0."""
    states = {figure.state for figure in row}
    return State.ZERO in states and not states.isdisjoint(BLANK)


BLANK_CELL = Kind(Options, blank_cells)
MIXED_ROW = Kind(Options, mixed_rows)
