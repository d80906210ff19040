"""Rows that were put together from the lines of a PDF: where its 总计 stands, and digits that belong to no figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from ....cells import MOST_DIGITS, read_cell
from ....form import TableForm
from ....language import Text
from .printed_rows import PrintedRow
from .windows import Window

_TOTAL = "total"
_GLUED = Text(
    "个别数字多出一位才不平，可能连着注释号或删去的字",
    "one digit too many unbalances it: the mark of a note, or a struck-out figure",
)


def printed_order(
    order: tuple[str | None, ...], header: Sequence[PrintedRow], table: TableForm
) -> tuple[str | None, ...]:
    """The columns in the order of the header, where it was printed without wrapping; else in that of the form.

    The lines of wrapped header cells are read one after the other, so a tall cell seems to stand behind a flat one.
    """
    official = tuple(column.key for column in table.columns)
    wrapped = any(len(label.runs) > 1 for row in header for label in row.labels)
    return official if wrapped and set(order) == set(official) else order


def total_last(order: tuple[str | None, ...], windows: Sequence[Window]) -> tuple[str | None, ...]:
    """The columns with 总计 at the end, where the figures say so: text out of a PDF prints its tall cell anywhere."""
    if _TOTAL not in order or order[-1] == _TOTAL:
        return order
    moved = (*(key for key in order if key != _TOTAL), _TOTAL)
    return max((moved, order), key=lambda keys: sum(_adds_up(window, keys.index(_TOTAL)) for window in windows))


def _adds_up(window: Window, total: int) -> bool:
    figures = [read_cell(cell.text.text)[1] or 0 for cell in window.cells]
    return len(figures) > total and any(figures) and sum(figures) == 2 * figures[total]


def without_glued_marks(window: Window, order: tuple[str | None, ...]) -> Window:
    """A row is unread where digits before or behind its figures are all that unbalances it.

    Text out of a PDF prints the mark of a note, and a figure that was struck out, as digits like any other. Who has
    just typed a figure of the row typed neither.
    """
    printed = [cell.text.text.strip() for cell in window.cells]
    if (
        any(cell.typed for cell in window.cells)
        or window.reason
        or _TOTAL not in order
        or not all(_is_count(text) for text in printed)
    ):
        return window
    figures = [int(text) for text in printed]
    at = order.index(_TOTAL)
    excess = sum(figures) - 2 * figures[at]
    shorter = [{int(text) - int(less) for less in (text[1:], text[:-1]) if less} for text in printed]
    parts = [{0, *gains} for index, gains in enumerate(shorter) if index != at]
    sums = {one + other for first, rest in combinations(parts, 2) for one in first for other in rest}
    if excess and (-excess in shorter[at] or excess in sums):
        return Window(window.cells, _GLUED)
    return window


def _is_count(text: str) -> bool:
    return text.isdecimal() and len(text) <= MOST_DIGITS
