"""How the roll-up's rules tell figures and units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from ...form import Form
from ...language import Text
from ..subject.table_cells import short
from .comparable_figures import Number, Why

WHY_TOLD: Mapping[Why, str] = {
    Why.BLANK: "填写为空白",
    Why.TEXT: "填写的不是数字",
    Why.ABSENT: "没有这一格",
    Why.SINGLE: "“其他处理”只填了一行，没有分项",
    Why.FORM: "用的是其他年度的格式，没有这一格",
}
"""Why a unit's cell cannot be added, said after the unit's name."""

WHY_ENGLISH: Mapping[Why, str] = {
    Why.BLANK: "blank",
    Why.TEXT: "no number",
    Why.ABSENT: "no such cell",
    Why.SINGLE: "one row for other results, not three",
    Why.FORM: "the form of other years, without this cell",
}

# More names than these are counted, not told.
_MOST_NAMES = 4


def figure_words(value: Number) -> str:
    """A figure without the zeros that a sum of decimals leaves behind."""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def names_words(names: Sequence[str]) -> Text:
    """The names of units; of many the first ones and how many there are."""
    told = names[:_MOST_NAMES]
    if len(told) == len(names):
        return Text("、".join(told), ", ".join(told))
    return Text(f"{'、'.join(told)}等 {len(names)} 个单位", f"{', '.join(told)} and {len(names) - len(told)} more")


def cell_words(form: Form, table: str, row: str, column: str) -> Text:
    """A cell: ``“新收”总计``."""
    found = form.table(table)
    one, other = short(found.row(row)), short(found.column(column))
    return Text(f"“{one.zh}”{other.zh}", f"“{one.en}”, {other.en}")
