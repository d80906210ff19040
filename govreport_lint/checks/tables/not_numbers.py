"""Kinds ``not-a-number`` and ``whole-number``: what may stand in a cell of the tables."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from ...report import Figure, State
from ...rulebook.kinds import Kind, NoOptions
from ..subject.outcome import Failed, Outcome
from ..subject.subject import Subject
from ..subject.table_cells import Cells
from .readable import each_table


class NumberOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``negative`` and ``fraction``: the types of column that may hold such a number."""

    negative: tuple[str, ...] = ()
    fraction: tuple[str, ...] = ()


def not_a_number(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Judge each table; every cell that is not a number is a fault of its own."""

    return _each_cell(subject, lambda figure, _type: "" if figure.state is State.TEXT else None)


def whole_number(subject: Subject, options: NumberOptions) -> Iterator[Outcome]:
    """Judge each table; every negative number or fraction where there can be none is a fault of its own."""

    def fault(figure: Figure, column_type: str) -> str | None:
        if figure.value is None:
            return None
        if figure.value < 0 and column_type not in options.negative:
            return "negative"
        if figure.value != int(figure.value) and column_type not in options.fraction:
            return "fraction"
        return None

    return _each_cell(subject, fault)


def _each_cell(subject: Subject, fault: Callable[[Figure, str], str | None]) -> Iterator[Outcome]:
    """Ask ``fault`` of every cell: None for none, else the wording of the fault (empty: the rule's own)."""

    def faults(cells: Cells) -> Iterator[Failed]:
        for figure in (figure for key in cells.rows for figure in cells.row(key)):
            wording = fault(figure, cells.table.column(figure.column).type)
            if wording is not None:
                yield _failed(cells, figure, wording or None)

    return each_table(subject, faults)


def _failed(cells: Cells, figure: Figure, wording: str | None) -> Failed:
    return Failed(
        place=cells.place(figure.row, figure.column),
        location=figure.location,
        quote=figure.raw,
        values=cells.words(figure),
        actual=figure.raw,
        wording=wording,
    )


NOT_A_NUMBER = Kind(
    name="not-a-number",
    options=NoOptions,
    check=not_a_number,
    says=("column", "printed", "row", "table"),
)
WHOLE_NUMBER = Kind(
    name="whole-number",
    options=NumberOptions,
    check=whole_number,
    says=("column", "printed", "row", "table"),
    wordings={"fraction": None, "negative": None},
)
