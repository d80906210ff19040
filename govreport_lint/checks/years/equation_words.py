"""How a failed equation of two years is told: both sides with their values, whose each is, and the difference.

``“现行有效”(5)，上年“现行有效”(6)＋“本年制发”(1)－“本年废止”(0)＝7，相差 2``
"""

from __future__ import annotations

from ...finding import Evidence
from ...language import Text, same
from ...report import Figure
from ...rulebook.expressions import LAST_YEAR, Comparison, Sum
from ..subject.equations.instances import Instance
from ..subject.outcome import Failed
from ..subject.table_cells import number, short
from .two_years import TwoYears, last_years_evidence

_PLUS, _MINUS = Text("＋", " + "), Text("－", " - ")
_LAST = Text("上年", "last year's ")
_BLANK = Text("空", "blank")


def failure(table: TwoYears, instance: Instance) -> Failed:
    """The finding of an equation that does not hold."""
    condition = instance.condition
    if not isinstance(condition, Comparison):
        raise ValueError("an equation of two years is one comparison")
    own = [figure for name, figures in instance.figures.items() if not _is_last(name) for figure in figures]
    at = instance.at or own[0]
    this, last = _sum(instance, condition.left), _sum(instance, condition.right)
    values = table.this.words(at)
    values |= {"left": _written(table, instance, condition.left), "right": _written(table, instance, condition.right)}
    values |= {"this": str(this), "last": str(last), "difference": str(abs(this - last)), "others": same("")}
    printed = next((figure for figure in (at, *own) if figure.raw), at)
    return Failed(
        place=instance.place,
        location=printed.location,
        quote=at.raw,
        values=values,
        expected=str(last),
        actual=str(this),
        evidence=_evidence(table, instance),
    )


def _is_last(name: str) -> bool:
    return name.startswith(LAST_YEAR)


def _sum(instance: Instance, side: Sum) -> int:
    parts = ((factor, figure) for name, factor in side.terms for figure in instance.figures[name])
    return side.constant + sum(factor * number(figure) for factor, figure in parts)


def _evidence(table: TwoYears, instance: Instance) -> tuple[Evidence, ...]:
    found: list[Evidence] = []
    for name, figures in instance.figures.items():
        found += last_years_evidence(table.last, [*figures]) if _is_last(name) else table.this.evidence(figures)
    return tuple(found)


def _written(table: TwoYears, instance: Instance, side: Sum) -> Text:
    """One side with its values."""
    return Text(_in_language("zh", table, instance, side), _in_language("en", table, instance, side))


def _in_language(language: str, table: TwoYears, instance: Instance, side: Sum) -> str:
    parts = [(factor, name, figure) for name, factor in side.terms for figure in instance.figures[name]]
    text = ""
    for factor, name, figure in parts:
        sign = _MINUS if factor < 0 else _PLUS
        text += sign.in_language(language) if text or factor < 0 else ""
        text += (
            f"{_name(table, instance, name, figure, language)}({figure.raw.strip() or _BLANK.in_language(language)})"
        )
    if side.constant or not parts:
        text += (_PLUS.in_language(language) if text else "") + str(side.constant)
    total = f"{'＝' if language == 'zh' else ' = '}{_sum(instance, side)}"
    return text + (total if len(parts) + bool(side.constant) > 1 else "")


def _name(table: TwoYears, instance: Instance, name: str, figure: Figure, language: str) -> str:
    """What varies from term to term: of an equation of each column the row, of one of each row the column."""
    cells = table.last if _is_last(name) else table.this
    row = short(cells.table.row(figure.row)).in_language(language)
    column = short(cells.table.column(figure.column)).in_language(language)
    whose = _LAST.in_language(language) if _is_last(name) else ""
    if "." in name.removeprefix(LAST_YEAR):
        return f"{whose}“{row}”{column}" if language == "zh" else f"{whose}“{row}”, {column} "
    return f"{whose}“{row if instance.names_are_rows else column}”"
