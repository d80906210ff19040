"""Typical slips: how a wrong figure may have come about. A reason beside a repair, never a ground for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..checks.subject.table_cells import BLANK, Cells, short
from ..language import Text
from ..report import Figure

_DIGITS_EXCHANGED = Text("两位数字可能写颠倒了", "two digits may be exchanged")
_DIGIT_DROPPED = Text("可能漏写了一位数字", "a digit may have been dropped")
_DIGIT_DOUBLED = Text("可能重复写了一位数字", "a digit may have been doubled")
_YUAN = Text("可能以元填入了以万元为单位的栏", "may be in yuan where 10,000 yuan is the unit")
_CARRIED_IN = Text("相差正好是上年结转的 {count} 件，可能漏加了上年结转", "what is missing is the {count} carried in")
_TOTAL = Text("可能是总计没有随分项更新", "the total may not have been updated")
_TOTALS_BLANK = Text("“{name}”整列没有填", "column “{name}” was left blank as a whole")
_EXCHANGED = Text("两个相邻单元格的数可能填颠倒了", "the figures of two neighbouring cells may be exchanged")
_SHIFTED_ACROSS = Text("各数可能横向错了一格", "the figures may stand one cell to the side")
_SHIFTED_DOWN = Text("各数可能上下错了一行", "the figures may stand one row up or down")
_WAN = 10_000


class Corrected(Struct, frozen=True):
    """A cell with its new value; ``old`` is the printed number, None without one. ``total``: an equation sums
    it up from others; ``carried_in``: what is carried in, where that stands in an equation with it, or 0."""

    figure: Figure
    old: int | None
    new: int
    total: bool
    carried_in: int


def slips(cells: Cells, corrected: Sequence[Corrected]) -> tuple[Text, ...]:
    """The slips that would explain all the corrections of one cause; the first found says it."""
    for found in (_of_several(cells, corrected), _of_each(corrected)):
        said = tuple(dict.fromkeys(found))
        if said:
            return said
    return ()


def _of_several(cells: Cells, corrected: Sequence[Corrected]) -> Iterator[Text]:
    """Slips that take several cells."""
    if len(corrected) < 2:
        return
    if _is_blank_column(corrected):
        name = short(cells.table.column(corrected[0].figure.column))
        yield _TOTALS_BLANK.filled(name=name)
    elif _are_exchanged(cells, corrected):
        yield _EXCHANGED
    elif any(_are_shifted(cells, corrected, 0, by) for by in (1, -1)):
        yield _SHIFTED_ACROSS
    elif any(_are_shifted(cells, corrected, by, 0) for by in (1, -1)):
        yield _SHIFTED_DOWN


def _of_each(corrected: Sequence[Corrected]) -> Iterator[Text]:
    """Slips in single cells. A total is called outdated only where nothing but totals is wrong."""
    if all(one.carried_in and one.old is not None and one.new - one.old == one.carried_in for one in corrected):
        counts = "、".join(dict.fromkeys(str(one.carried_in) for one in corrected))
        yield _CARRIED_IN.filled(count=counts)
        return
    for one in corrected:
        if one.old:
            yield from _of_digits(one.old, one.new)
    if all(one.total and one.old is not None for one in corrected):
        yield _TOTAL


def _of_digits(old: int, new: int) -> Iterator[Text]:
    printed, right = str(old), str(new)
    if old == new * _WAN:
        yield _YUAN
    elif len(printed) == len(right) and _is_exchange(printed, right):
        yield _DIGITS_EXCHANGED
    elif len(right) == len(printed) + 1 and any(short_of == printed for _, short_of in _dropped(right)):
        yield _DIGIT_DROPPED
    elif len(printed) == len(right) + 1 and any(
        short_of == right and printed[at] in printed[max(0, at - 1) : at] + printed[at + 1 : at + 2]
        for at, short_of in _dropped(printed)
    ):
        yield _DIGIT_DOUBLED


def _dropped(digits: str) -> Iterator[tuple[int, str]]:
    """The number without each of its digits in turn."""
    return ((at, digits[:at] + digits[at + 1 :]) for at in range(len(digits)))


def _is_exchange(printed: str, right: str) -> bool:
    apart = [at for at in range(len(printed)) if printed[at] != right[at]]
    return len(apart) == 2 and [printed[at] for at in apart] == [right[at] for at in reversed(apart)]


def _is_blank_column(corrected: Sequence[Corrected]) -> bool:
    columns = {one.figure.column for one in corrected}
    return len(columns) == 1 and all(one.total and one.figure.state in BLANK for one in corrected)


def _are_exchanged(cells: Cells, corrected: Sequence[Corrected]) -> bool:
    if len(corrected) != 2:
        return False
    first, second = corrected
    down, across = _apart(cells, first.figure, second.figure)
    return down + across == 1 and (first.old, second.old) == (second.new, first.new)


def _are_shifted(cells: Cells, corrected: Sequence[Corrected], down: int, across: int) -> bool:
    """Whether every corrected cell takes what is printed one place further, 0 where there is no such place."""
    if sum(one.new > 0 for one in corrected) < 2:
        return False
    columns = tuple(column.key for column in cells.table.columns)
    for one in corrected:
        row, column = cells.rows.index(one.figure.row) + down, columns.index(one.figure.column) + across
        inside = 0 <= row < len(cells.rows) and 0 <= column < len(columns)
        source = cells.figure(cells.rows[row], columns[column]).value if inside else 0
        if (source or 0) != one.new:
            return False
    return True


def _apart(cells: Cells, first: Figure, second: Figure) -> tuple[int, int]:
    """How many rows and columns lie between two cells."""
    columns = [column.key for column in cells.table.columns]
    return (
        abs(cells.rows.index(first.row) - cells.rows.index(second.row)),
        abs(columns.index(first.column) - columns.index(second.column)),
    )
