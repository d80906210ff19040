"""Kind ``workbook-differs``: the county's 汇总表 has what the unit's report says; a finding is a row of the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from ...finding import Evidence
from ...language import Text
from ...report import Figure, State
from ...rulebook.kinds import Kind, Need, NoOptions
from ...sheets.cell_addresses import address
from ..subject.cell_values import Cell, cell_values, form_cells
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from .comparable_figures import Number, Why, comparable_figures
from .words import WHY_ENGLISH, WHY_TOLD, cell_words, figure_words


class _Pair(Struct, frozen=True):
    """A cell of the 汇总表 and the same of the report."""

    cell: Cell
    entered: Figure
    own: Number | Why

    @property
    def differs(self) -> bool:
        """Whether both are known and not the same. A blank cell of a 汇总表 says nothing against 0."""
        if isinstance(self.own, Why) or self.entered.value == self.own:
            return False
        return bool(self.own) or self.entered.state not in (State.BLANK, State.DASH)


def check(subject: Subject, _options: NoOptions) -> Iterator[Outcome]:
    """Hold every row that the 汇总表 has of this unit against its report."""
    workbook = subject.beside.workbook if subject.beside else None
    if workbook is None:
        return
    for (table, row), pairs in groupby(_pairs(subject, workbook), key=lambda pair: pair.cell[:2]):
        yield _judge(subject, table, row, sorted(pairs, key=lambda pair: pair.cell[2] != "total"))


def _pairs(subject: Subject, workbook: Mapping[Cell, Figure]) -> Iterator[_Pair]:
    own = comparable_figures(cell_values(subject.report, subject.form), subject.form)
    for cell in form_cells(subject.form):
        if cell in workbook:
            yield _Pair(cell, workbook[cell], own[cell])


def _judge(subject: Subject, table: str, row: str, pairs: Sequence[_Pair]) -> Outcome:
    wrong = [pair for pair in pairs if pair.differs]
    if wrong:
        return _failed(subject, wrong)
    place = subject.cells(table).place(row)
    unsure = next((pair for pair in pairs if isinstance(pair.own, Why)), None)
    if unsure is None or not isinstance(unsure.own, Why):
        return Passed(place)
    cell = cell_words(subject.form, *unsure.cell)
    return NotAssessable(place, Text(f"年报{cell.zh}{WHY_TOLD[unsure.own]}", f"{cell.en}: {WHY_ENGLISH[unsure.own]}"))


def _failed(subject: Subject, wrong: Sequence[_Pair]) -> Failed:
    first = wrong[0]
    cells = subject.cells(first.cell[0])
    figure = cells.figure(*first.cell[1:])
    place = cells.place(*first.cell[1:])
    own, entered = _own(first), _entered(first)
    return Failed(
        place=place,
        location=figure.location,
        quote=figure.raw,
        values={
            **cells.words(figure),
            "cell": cell_words(subject.form, *first.cell),
            "printed": own,
            "entered": entered,
            "at": address("", first.entered.location.row or 1, first.entered.location.cell or 1),
            "difference": _difference(first),
            "others": _others(subject, wrong[1:]),
        },
        expected=entered.zh,
        actual=own,
        evidence=(Evidence(place, own), Evidence(place, entered.zh, "workbook")),
    )


def _own(pair: _Pair) -> str:
    return "" if isinstance(pair.own, Why) else figure_words(pair.own)


def _entered(pair: _Pair) -> Text:
    raw = pair.entered.raw.strip()
    return Text(raw or "空白", raw or "blank")


def _difference(pair: _Pair) -> Text:
    value = pair.entered.value
    if value is None or isinstance(pair.own, Why):
        return Text("", "")
    apart = figure_words(max(value - pair.own, pair.own - value))
    return Text(f"，相差 {apart}", f", apart by {apart}")


def _others(subject: Subject, others: Sequence[_Pair]) -> Text:
    zh = en = ""
    for pair in others:
        column = subject.form.table(pair.cell[0]).column(pair.cell[2])
        own, entered = _own(pair), _entered(pair)
        zh += f"；{column.told or column.short}汇总表 {entered.zh}、年报 {own}"
        en += f"; {column.english}: {entered.en}, report {own}"
    return Text(zh, en)


KIND = Kind(
    name="workbook-differs",
    options=NoOptions,
    check=check,
    says=("at", "cell", "column", "difference", "entered", "others", "printed", "row", "table"),
    needs=(Need.WORKBOOK,),
)
