"""Kind ``roll-up``: every cell of the county's report is the sum of the units that count; a finding is a row.

What is not certain is not said: with a report missing or a cell blank, only a county that has less than what was
reported is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from ...finding import Evidence
from ...language import Text
from ...rulebook.kinds import Kind, Need, NoOptions
from ..subject.cell_values import Cell, cell_values
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from .comparable_figures import Figures, Number, Why, comparable_figures
from .unit_sums import Reported, UnitSum, Verdict, reported, verdict_of
from .words import WHY_ENGLISH, WHY_TOLD, cell_words, figure_words, names_words

ALL_UNITS = "各单位"
"""The source of a sum: the units together."""

# Of more units the sum is told, not each.
_MOST_TOLD = 6


class _Held(Struct, frozen=True):
    """A cell of the county's report held against its sum."""

    cell: Cell
    printed: Number | Why
    sum: UnitSum
    verdict: Verdict


def check(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Hold every row of the county's report against its units."""
    units = subject.beside.units if subject.beside else None
    if units is None:
        return
    known = reported(units, subject.form)
    county = cell_values(subject.report, subject.form)
    own = comparable_figures(county, subject.form)
    for _, cells in groupby(known.cells(county), key=lambda cell: cell[:2]):
        yield _judge(subject, [_held(known, own, cell) for cell in _total_first(tuple(cells))])


def _total_first(cells: Sequence[Cell]) -> list[Cell]:
    return sorted(cells, key=lambda cell: cell[2] != "total")


def _held(known: Reported, own: Figures, cell: Cell) -> _Held:
    found = known.sum(cell)
    column = known.form.table(cell[0]).column(cell[2])
    return _Held(cell, own[cell], found, verdict_of(own[cell], found, column.type))


def _judge(subject: Subject, row: Sequence[_Held]) -> Outcome:
    table, key, _ = row[0].cell
    wrong = [held for held in row if held.verdict in (Verdict.LESS, Verdict.MORE)]
    if wrong:
        return _failed(subject, wrong)
    place = subject.cells(table).place(key)
    unsure = next((held for held in row if held.verdict is Verdict.UNKNOWN), None)
    return NotAssessable(place, _reason(subject, unsure)) if unsure else Passed(place)


def _failed(subject: Subject, wrong: Sequence[_Held]) -> Failed:
    first = wrong[0]
    cells = subject.cells(first.cell[0])
    _, row, column = first.cell
    figure = cells.figure(row, column)
    printed, total = _number(first), first.sum.total
    return Failed(
        place=cells.place(row, column),
        location=figure.location,
        quote=figure.raw,
        values={
            **cells.words(figure),
            "cell": cell_words(subject.form, *first.cell),
            "printed": figure_words(printed),
            "sum": figure_words(total),
            "difference": figure_words(max(printed - total, total - printed)),
            "units": str(len(subject.beside.units or ()) if subject.beside else 0),
            "others": _others(subject, wrong[1:]),
            "left": _left(first.sum),
        },
        expected=figure_words(total),
        actual=figure_words(printed),
        evidence=tuple(_evidence(subject, first)),
        wording=None if first.sum.complete else "incomplete",
    )


def _number(held: _Held) -> Number:
    assert not isinstance(held.printed, Why)
    return held.printed


def _evidence(subject: Subject, held: _Held) -> Iterator[Evidence]:
    place = subject.cells(held.cell[0]).place(*held.cell[1:])
    yield Evidence(place, figure_words(_number(held)))
    yield Evidence(place, figure_words(held.sum.total), ALL_UNITS)
    if len(held.sum.parts) <= _MOST_TOLD:
        yield from (Evidence(place, figure_words(value), name) for name, value in held.sum.parts)


def _others(subject: Subject, others: Sequence[_Held]) -> Text:
    """The other columns of the row that differ: ``；自然人县级 12、合计 15``."""
    zh = en = ""
    for held in others:
        column = subject.form.table(held.cell[0]).column(held.cell[2])
        one, other = figure_words(_number(held)), figure_words(held.sum.total)
        zh += f"；{column.told or column.short}县级 {one}、合计 {other}"
        en += f"; {column.english}: {one}, sum {other}"
    return Text(zh, en)


def _left(found: UnitSum) -> Text:
    """Who is not in the sum, and why."""
    if found.missing:
        names = names_words(found.missing)
        return Text(f"{names.zh}未报", f"no report of {names.en}")
    by_reason: dict[Why, list[str]] = {}
    for gap in found.unusable:
        by_reason.setdefault(gap.why, []).append(gap.unit)
    told = [(names_words(names), WHY_ENGLISH[why], why) for why, names in by_reason.items()]
    return Text(
        "；".join(f"{names.zh}{WHY_TOLD[why]}" for names, _, why in told),
        "; ".join(f"{names.en}: {reason}" for names, reason, _ in told),
    )


def _reason(subject: Subject, held: _Held) -> Text:
    cell = cell_words(subject.form, *held.cell)
    if isinstance(held.printed, Why):
        return Text(
            f"县级年报{cell.zh}{WHY_TOLD[held.printed]}", f"the county's {cell.en}: {WHY_ENGLISH[held.printed]}"
        )
    left = _left(held.sum)
    own, total = figure_words(held.printed), figure_words(held.sum.total)
    return Text(
        f"{cell.zh}：县级 {own}，已报合计 {total}；{left.zh}",
        f"{cell.en}: the county has {own}, reported are {total}; {left.en}",
    )


KIND = Kind(
    name="roll-up",
    options=NoOptions,
    check=check,
    says=("cell", "column", "difference", "left", "others", "printed", "row", "sum", "table", "units"),
    wordings={"incomplete": None},
    needs=(Need.SET,),
)
