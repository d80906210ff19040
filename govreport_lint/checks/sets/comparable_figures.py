"""A report's figures as cells of another report's form: what can be added, and why the rest cannot.

A blank cell is never 0. A report in the format of other years has only the cells that both formats share.
（六）其他处理 may be one row or three: three make one, and one row of 0 makes three of 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum

from ...form import Form, Row, TableForm
from ...report import State
from ...rulebook.forms import load_form
from ..subject.cell_values import Cell, CellValues, form_cells

Number = int | Decimal


class Why(StrEnum):
    """Why a report's cell cannot be added."""

    BLANK = "空白"
    TEXT = "不是数字"
    ABSENT = "没有这一格"
    SINGLE = "其他处理只填一行"
    FORM = "格式年度不同"


Figures = Mapping[Cell, Number | Why]


def comparable_figures(values: CellValues, form: Form) -> Figures:
    """What a report says in every cell of a form."""
    own = _own(values, form)
    cells = form_cells(form)
    found: dict[Cell, Number | Why] = dict.fromkeys(cells, Why.FORM)
    found |= {cell: _read(value, state) for cell, value, state in values.each(own)}
    for each in dict.fromkeys((own, form)):
        for table, whole, members in _singles(each):
            for column in table.columns_of(whole.key):
                _settle(found, (table.key, whole.key, column), [(table.key, member, column) for member in members])
    return {cell: found[cell] for cell in cells}


def has_one_row(values: CellValues, form: Form) -> frozenset[tuple[str, str]]:
    """The tables and single rows of a form that a report prints in the place of a group's rows."""
    printed = {cell[:2] for cell, _, state in values.each(_own(values, form)) if state is not State.MISSING}
    return frozenset(
        (table.key, whole.key)
        for table, whole, members in _singles(form)
        if (table.key, whole.key) in printed and printed.isdisjoint((table.key, member) for member in members)
    )


def _settle(found: dict[Cell, Number | Why], whole: Cell, parts: Sequence[Cell]) -> None:
    """Tell the single row from its parts, or its parts from it."""
    if _has(found[whole]) and not any(_has(found[part]) for part in parts):
        found.update(dict.fromkeys(parts, 0 if found[whole] == 0 else Why.SINGLE))
        return
    added = _added(found[part] for part in parts)
    if not isinstance(added, Why) or isinstance(found[whole], Why):
        found[whole] = added


def _own(values: CellValues, form: Form) -> Form:
    return form if values.form == form.key else load_form(values.form)


def _singles(form: Form) -> Iterable[tuple[TableForm, Row, tuple[str, ...]]]:
    """The rows that may stand for a whole group, with the group's rows."""
    for table in form.tables:
        for row in table.rows:
            members = table.members(row.alone) if row.alone else ()
            if members:
                yield table, row, members


def _read(value: Number | None, state: State) -> Number | Why:
    if value is not None:
        return value
    return Why.BLANK if state in (State.BLANK, State.DASH) else Why.TEXT if state is State.TEXT else Why.ABSENT


def _has(value: Number | Why) -> bool:
    return value not in (Why.ABSENT, Why.FORM)


def _added(values: Iterable[Number | Why]) -> Number | Why:
    total: Number = 0
    for value in values:
        if isinstance(value, Why):
            return value
        total += value
    return total
