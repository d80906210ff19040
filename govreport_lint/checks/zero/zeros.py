"""Kinds ``handled-without-input`` and ``zero-total``: zeros and figures that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...language import Text
from ...report import Figure, State
from ...rulebook.kinds import ColumnKey, Kind, RowName, TableKey
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import BLANK, Cells, number, short, unread

_UNKNOWN = (State.MISSING, State.TEXT)


class InputOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """The short names of the rows that bring applications in (``inputs``) and of those that account for them
    (``results``); ``parts`` are asked where a result is not printed.
    ``table``: the table of the rows.
    """

    table: TableKey
    inputs: tuple[RowName, ...]
    results: tuple[RowName, ...]
    parts: tuple[RowName, ...]


class TotalOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """``total``: the column of the totals; the other columns of the table are its parts.

    ``table``: the table of the column.
    """

    table: TableKey
    total: ColumnKey


def handled_without_input(subject: Subject, options: InputOptions) -> Iterator[Outcome]:
    """Judge each column: is anything handled or carried on where nothing came in?"""
    cells = subject.cells(options.table)
    reason = unread(cells)
    for column in cells.table.columns:
        place = cells.place(column=column.key)
        yield NotAssessable(place, reason) if reason else _column(cells, column.key, options)


def _column(cells: Cells, column: str, options: InputOptions) -> Outcome:
    place = cells.place(column=column)
    inputs = _named(cells, options.inputs, column)
    if any(number(figure) for figure in inputs):
        return Passed(place)
    results = _named(cells, options.results, column)
    if any(figure.state in (*_UNKNOWN, *BLANK) for figure in results):
        results = [*results, *_named(cells, options.parts, column)]
    # A negative figure is told as such.
    found = [figure for figure in results if number(figure) > 0]
    if not found:
        unknown = any(figure.state in _UNKNOWN for figure in (*inputs, *results))
        return _untold(cells, column) if unknown else Passed(place)
    if any(figure.state is not State.ZERO for figure in inputs):
        return _untold(cells, column)
    return _failed(cells, column, [*inputs, *found])


def _untold(cells: Cells, column: str) -> NotAssessable:
    return NotAssessable(
        cells.place(column=column), Text("新收、上年结转未填或无法读取", "received or carried in is not told")
    )


def _failed(cells: Cells, column: str, figures: Sequence[Figure]) -> Failed:
    found = next(figure for figure in figures if number(figure))
    return Failed(
        place=cells.place(column=column),
        location=found.location,
        quote=found.raw,
        expected="0",
        actual=found.raw,
        values={
            **cells.words(found),
            "inputs": _rows(cells, [f for f in figures if not number(f)]),
            "results": _rows(cells, [f for f in figures if number(f)]),
        },
        evidence=cells.evidence(figures),
    )


def _rows(cells: Cells, figures: Sequence[Figure]) -> Text:
    return _listed([(short(cells.table.row(figure.row)), figure.raw) for figure in figures])


def _columns(cells: Cells, figures: Sequence[Figure]) -> Text:
    return _listed([(short(cells.table.column(figure.column)), figure.raw) for figure in figures])


def _listed(named: Sequence[tuple[Text, str]]) -> Text:
    return Text(
        "、".join(f"{name.zh}({printed})" for name, printed in named),
        ", ".join(f"{name.en}({printed})" for name, printed in named),
    )


def _named(cells: Cells, names: Sequence[str], column: str) -> list[Figure]:
    return [figure for name in names for figure in cells.named(name, None, column)]


def zero_total(subject: Subject, options: TotalOptions) -> Iterator[Outcome]:
    """Judge each row: is the total 0 while a part is not, or every part 0 while the total is not?"""
    cells = subject.cells(options.table)
    reason = unread(cells)
    for row in cells.rows:
        place = cells.place(row, options.total)
        yield NotAssessable(place, reason) if reason else _row(cells, row, options.total)


def _row(cells: Cells, row: str, total_key: str) -> Outcome:
    total = cells.figure(row, total_key)
    parts = [figure for figure in cells.row(row) if figure.column != total_key]
    filled = [figure for figure in parts if number(figure)]
    negative = any(number(figure) < 0 for figure in parts)
    wording = None
    if total.state is State.ZERO and filled and not negative:
        wording = "total_zero"
    elif number(total) and all(figure.state is State.ZERO for figure in parts):
        wording = "parts_zero"
    elif any(figure.state in _UNKNOWN for figure in (total, *parts)):
        reason = Text("该行有单元格缺失或不是数字", "a cell of the row is missing or not a number")
        return NotAssessable(cells.place(row, total_key), reason)
    if wording is None:
        return Passed(cells.place(row, total_key))
    return Failed(
        place=cells.place(row, total_key),
        location=total.location,
        quote=total.raw,
        values={**cells.words(total), "parts": _columns(cells, filled), "sum": str(sum(map(number, parts)))},
        expected=str(sum(map(number, parts))),
        actual=total.raw,
        evidence=cells.evidence([total, *parts]),
        wording=wording,
    )


HANDLED_WITHOUT_INPUT = Kind(
    name="handled-without-input",
    options=InputOptions,
    check=handled_without_input,
    says=("column", "inputs", "printed", "results", "row", "table"),
)
ZERO_TOTAL = Kind(
    name="zero-total",
    options=TotalOptions,
    check=zero_total,
    says=("column", "parts", "printed", "row", "sum", "table"),
    wordings={"total_zero": None, "parts_zero": None},
)
