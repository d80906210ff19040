"""How a failed equation is told: both sides with their values, and the difference.

``新收(60)＋上年结转(0)＝60，办理结果总计(61)＋结转下年度(0)＝61，相差 1``
"""

from __future__ import annotations

from ...document import Location
from ...language import Text, same
from ...report import Figure
from ...rulebook.expressions import Comparison, Sum
from ..subject.equations.instances import Instance
from ..subject.outcome import Failed
from ..subject.table_cells import Cells, number, short

# A sum with more parts than this shows only those that are not 0.
_ALL_SHOWN = 6
_PLUS = Text("＋", " + ")
_MINUS = Text("－", " - ")


def failure(cells: Cells, instance: Instance, form: str) -> Failed:
    """The finding of an equation that does not hold; a rule may have a wording for a form."""
    figures = instance.cells
    at = instance.at or figures[0]
    values = cells.words(at)
    expected = actual = None
    condition = instance.condition
    if isinstance(condition, Comparison):
        left, right = _sum(instance, condition.left), _sum(instance, condition.right)
        values["left"] = _written(cells, instance, condition.left)
        values["right"] = _written(cells, instance, condition.right)
        values["difference"] = str(abs(left - right))
        expected, actual = str(right), str(left)
    return Failed(
        place=instance.place,
        location=at.location if at.raw else _nearest(figures),
        quote=at.raw,
        values=values,
        expected=expected,
        actual=actual,
        evidence=cells.evidence(figures),
        wording=form,
    )


def _nearest(figures: tuple[Figure, ...]) -> Location:
    return next((figure.location for figure in figures if figure.raw), figures[0].location)


def _sum(instance: Instance, side: Sum) -> int:
    parts = ((factor, figure) for name, factor in side.terms for figure in instance.figures[name])
    return side.constant + sum(factor * number(figure) for factor, figure in parts)


def _written(cells: Cells, instance: Instance, side: Sum) -> Text:
    """One side with its values; of many parts only those that are not 0."""
    if not side.terms:
        return same(str(side.constant))
    parts = [(factor, name, figure) for name, factor in side.terms for figure in instance.figures[name]]
    if len(parts) > _ALL_SHOWN:
        parts = [part for part in parts if number(part[2])]
    one = len(parts) == 1 and not side.constant
    total = _sum(instance, side)
    return Text(
        _in_language("zh", cells, instance, side, parts) + ("" if one else f"＝{total}"),
        _in_language("en", cells, instance, side, parts) + ("" if one else f" = {total}"),
    )


def _in_language(
    language: str, cells: Cells, instance: Instance, side: Sum, parts: list[tuple[int, str, Figure]]
) -> str:
    text = ""
    for factor, name, figure in parts:
        sign = _MINUS if factor < 0 else _PLUS
        if text or factor < 0:
            text += sign.in_language(language)
        printed = figure.raw.strip() or Text("空", "blank").in_language(language)
        text += f"{_name(cells, instance, name, figure).in_language(language)}({printed})"
    if side.constant:
        text += (_PLUS.in_language(language) if text else "") + str(side.constant)
    return text or Text("各分项之和", "sum of the parts").in_language(language)


def _name(cells: Cells, instance: Instance, name: str, figure: Figure) -> Text:
    row, column = short(cells.table.row(figure.row)), short(cells.table.column(figure.column))
    if "." in name:
        return Text(f"{row.zh}{column.zh}", f"{row.en}: {column.en}")
    return row if instance.names_are_rows else column
