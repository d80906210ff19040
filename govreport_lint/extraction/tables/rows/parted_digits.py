"""Figures whose digits were parted (``4 1``): by a line that broke in a narrow cell, or by a key struck too often."""

from __future__ import annotations

from collections.abc import Sequence

from ....cells import is_parted, read_cell
from ....report import Figure, State

_TOTAL = "total"


def put_digits_together(row: Sequence[Figure]) -> list[Figure]:
    """The figures of a row; parted ones are numbers where the row's total says so, else what they were: text."""
    joined = [_joined(figure) for figure in row]
    return joined if _adds_up(joined) else list(row)


def _joined(figure: Figure) -> Figure:
    if figure.state is not State.TEXT or not is_parted(figure.raw):
        return figure
    state, value = read_cell("".join(figure.raw.split()))
    return figure._replace(state=state, value=value)


def _adds_up(row: Sequence[Figure]) -> bool:
    """Whether the total of a row, without words in it, is the sum of its parts."""
    totals = [figure.value for figure in row if figure.column == _TOTAL]
    parts = [figure.value or 0 for figure in row if figure.column != _TOTAL]
    return len(totals) == 1 and totals[0] == sum(parts) and not any(figure.state is State.TEXT for figure in row)
