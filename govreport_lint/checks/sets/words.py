"""How the roll-up's rules tell figures and units."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from ...form import Form
from ...language import Text
from ..subject.table_cells import short
from .comparable_figures import Number

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
