"""Why a cell cannot stand in an equation: it is missing, or no whole number."""

from __future__ import annotations

from collections.abc import Iterable

from ....language import Text
from ....report import Figure, State
from ..table_cells import BLANK, Cells, short


def unusable(cells: Cells, figures: Iterable[Figure]) -> Text | None:
    """The first of some cells that is missing or no whole number, in words; None where all can be added."""
    figure = next((figure for figure in figures if not _usable(figure)), None)
    if figure is None:
        return None
    row, column = short(cells.table.row(figure.row)), short(cells.table.column(figure.column))
    if figure.state is State.MISSING:
        return _missing(cells, figure, row, column)
    zh, en = ("不是整数", "not a whole number") if figure.value is not None else ("不是数字", "not a number")
    return Text(f"“{row.zh}”行“{column.zh}”列{zh}", f"row “{row.en}”, column “{column.en}”: {en}")


def _usable(figure: Figure) -> bool:
    if figure.value is None:
        return figure.state in BLANK
    return isinstance(figure.value, int) or figure.value == int(figure.value)


def _missing(cells: Cells, figure: Figure, row: Text, column: Text) -> Text:
    reading = cells.reading
    if figure.column in reading.missing_columns:
        return Text(f"缺少“{column.zh}”列", f"column “{column.en}” is missing")
    printed = next((line for line in reading.rows if line.key == figure.row), None)
    if printed is None:
        return Text(f"缺少“{row.zh}”行", f"row “{row.en}” is missing")
    reason = printed.reason or Text("无法与各列对应", "cannot be assigned to columns")
    return Text(f"“{row.zh}”行：{reason.zh}", f"row “{row.en}”: {reason.en}")
