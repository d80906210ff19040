"""Kind ``jump``: a figure that is many times last year's, or a small part of it; one finding a row.

Where the other units tell how much figures change (``Beside.bounds``), those bounds decide for the cells that they
name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from msgspec import Struct

from ...language import Text
from ...rulebook.kinds import Kind, Need
from ..subject.beside import Bounds
from ..subject.cell_values import Cell
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.subject import Subject
from .two_years import Pair, TwoYears, two_years

_TOTAL = "total"
_UNKNOWN = Text("本行没有两年都能读出的数", "no figure of this row can be read in both years")
_GREW = Text("是上年的 {times} 倍", "{times} times last year's")
_SHRANK = Text("只有上年的 {times} 分之一", "one part in {times} of last year's")
_FROM_NONE = Text("上年为 0", "last year it was 0")
_TO_NONE = Text("本年为 0", "this year it is 0")


class Options(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A figure jumps where it is more than ``times`` last year's, or less than that part of it, and both are at least
    ``apart`` apart."""

    times: int
    apart: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each row that both forms have."""
    bounds = (subject.beside.bounds if subject.beside else None) or {}
    for table in two_years(subject):
        if table.unread:
            yield NotAssessable(table.this.place(), table.unread)
            continue
        for row in table.this.rows:
            pairs = list(table.pairs(row))
            if pairs:
                yield _judge(table, row, pairs, bounds, options)


def _judge(table: TwoYears, row: str, pairs: list[Pair], bounds: Mapping[Cell, Bounds], options: Options) -> Outcome:
    known = [pair for pair in pairs if pair.known and not pair.blank]
    if not known:
        return NotAssessable(table.this.place(row), _UNKNOWN)
    jumps = [pair for pair in known if _jumps(pair, bounds.get(pair.this[:3]), options)]
    if not jumps:
        return Passed(table.this.place(row))
    # The total tells it for its parts.
    jump = next((pair for pair in jumps if pair.this.column == _TOTAL), jumps[0])
    return _failure(table, jump, bounds.get(jump.this[:3]))


def _jumps(pair: Pair, bounds: Bounds | None, options: Options) -> bool:
    this, last = pair.values
    if bounds is not None:
        return not bounds.low <= this <= bounds.high
    low, high = sorted((abs(this), abs(last)))
    return high - low >= options.apart and high > options.times * low


def _failure(table: TwoYears, pair: Pair, bounds: Bounds | None) -> Failed:
    figure, (this, last) = pair.this, pair.values
    values = {**table.this.words(figure), "this": figure.raw, "last": pair.last.raw, "change": _change(this, last)}
    if bounds is not None:
        values |= {"low": _plain(bounds.low), "high": _plain(bounds.high), "units": str(bounds.units)}
    return Failed(
        place=table.this.place(figure.row, figure.column),
        location=figure.location,
        quote=figure.raw,
        values=values,
        evidence=table.evidence(pair),
        wording="bounds" if bounds is not None else None,
    )


def _change(this: Decimal, last: Decimal) -> Text:
    if not last or not this:
        return _TO_NONE if last else _FROM_NONE
    grew = abs(this) >= abs(last)
    ratio = this / last if grew else last / this
    words, times = (_GREW if grew else _SHRANK), _plain(ratio)
    return words.filled(times=times)


def _plain(value: Decimal) -> str:
    """A number to one place, without a 0 behind the point."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


KIND = Kind(
    name="jump",
    options=Options,
    check=check,
    says=("change", "column", "last", "printed", "row", "table", "this"),
    wordings={"bounds": ("change", "column", "high", "last", "low", "printed", "row", "table", "this", "units")},
    needs=(Need.TABLES, Need.PREVIOUS),
)
