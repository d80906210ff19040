"""Rows of the county's report that one unit explains are one cause, and one item."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ...finding import Place
from ...form import Form
from ...language import Text
from ..audited import Explanation, Item, Sums
from ..sums.explanation_words import explanation_words
from .items import ordered

_CODE = "R801"


def with_one_cause(items: Sequence[Item], sums: Sums | None, form: Form) -> tuple[Item, ...]:
    """The items of the county's report; those whose difference is explained by the same units become one."""
    left = list(items)
    for explanation in sums.explanations if sums else ():
        meant = [item for item in left if item.code == _CODE and explanation.table in (None, item.place.table)]
        if len(meant) > 1:
            left = [item for item in left if item not in meant] + [_together(meant, explanation, form)]
    return ordered(left)


def _together(items: Sequence[Item], explanation: Explanation, form: Form) -> Item:
    first = items[0]
    words = explanation_words(form, explanation)
    table = next((table for table in form.tables if table.key == explanation.table), None)
    where = Text(table.name, table.name_en) if table else Text("三张表", "the three tables")
    units = ", ".join(f"{move.kind.value} {move.unit}" for move in explanation.moves)
    return replace(
        first,
        place=Place(table.section, table.key) if table else Place(),
        where=where,
        quote="",
        message=Text(words, f"{where.en}: the difference is that of {units} ({explanation.cells} cells)."),
        also=tuple(Text(f"{_CODE} {item.message.zh}", f"{_CODE} {item.message.en}") for item in items),
        fingerprint=f"{_CODE}-{explanation.table or 'all'}",
    )
