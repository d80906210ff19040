"""Kinds ``not-a-number`` and ``whole-number``: what may stand in a cell of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...cells import is_parted
from ...report import Figure, State
from ...rulebook.kinds import Kind, NoOptions
from ..subject.outcome import Failed, Outcome
from ..subject.subject import Subject
from ..subject.table_cells import Cells
from .readable import each_table


class NumberOptions(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``negative`` and ``fraction``: the types of column that may hold such a number; ``habit``: so many whole numbers
    of a table that are printed with decimals (1.0) are how a program wrote it, and no fault."""

    negative: tuple[str, ...] = ()
    fraction: tuple[str, ...] = ()
    habit: int


class WordOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``habit``: so many cells of a table that are no numbers are told as one."""

    habit: int


def not_a_number(subject: Subject, options: WordOptions) -> Iterator[Outcome]:
    """Judge each table; every cell that is not a number is a fault of its own, unless it is how the table is filled."""

    def faults(cells: Cells) -> Iterator[Failed]:
        found = [figure for key in cells.rows for figure in cells.row(key) if figure.state is State.TEXT]
        if len(found) < options.habit:
            yield from (_failed(cells, figure, "parted" if is_parted(figure.raw) else None) for figure in found)
        else:
            yield _habit(cells, found)

    return each_table(subject, faults)


def _habit(cells: Cells, found: Sequence[Figure]) -> Failed:
    return Failed(
        place=cells.place(),
        location=found[0].location,
        quote=found[0].raw,
        values={**cells.words(found[0]), "count": str(len(found))},
        actual=found[0].raw,
        evidence=cells.evidence(found),
        wording="habit",
    )


def parted_digits(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Judge each table once: digits that stand apart and were read as one number, because its row adds up so."""

    def faults(cells: Cells) -> Iterator[Failed]:
        figures = (figure for key in cells.rows for figure in cells.row(key))
        found = [figure for figure in figures if figure.value is not None and is_parted(figure.raw)]
        if found:
            yield Failed(
                place=cells.place(),
                location=found[0].location,
                quote=found[0].raw,
                values={**cells.words(found[0]), "count": str(len(found)), "value": str(found[0].value)},
                actual=found[0].raw,
                expected=str(found[0].value),
                evidence=cells.evidence(found),
            )

    return each_table(subject, faults)


def whole_number(subject: Subject, options: NumberOptions) -> Iterator[Outcome]:
    """Judge each table; every negative number or fraction where there can be none is a fault of its own."""

    pointed = Counter(figure.table for figure in subject.report.figures if _is_pointed(figure))

    def fault(figure: Figure, column_type: str) -> str | None:
        if figure.value is None:
            return None
        if figure.value < 0 and column_type not in options.negative:
            return "negative"
        if figure.value != int(figure.value) and column_type not in options.fraction:
            return "fraction"
        if _is_pointed(figure) and column_type not in options.fraction and pointed[figure.table] < options.habit:
            return "fraction"
        return None

    return _each_cell(subject, fault)


def _is_pointed(figure: Figure) -> bool:
    """Whether a whole number is printed with decimals: 1.0."""
    return isinstance(figure.value, Decimal) and figure.value == int(figure.value)


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
    options=WordOptions,
    check=not_a_number,
    says=("column", "printed", "row", "table"),
    wordings={"habit": ("column", "count", "printed", "row", "table"), "parted": None},
)
PARTED = Kind(
    name="parted-digits",
    options=NoOptions,
    check=parted_digits,
    says=("column", "count", "printed", "row", "table", "value"),
)
WHOLE_NUMBER = Kind(
    name="whole-number",
    options=NumberOptions,
    check=whole_number,
    says=("column", "printed", "row", "table"),
    wordings={"fraction": None, "negative": None},
)
