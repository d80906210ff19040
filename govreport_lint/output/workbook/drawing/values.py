"""What can stand in a cell besides texts and numbers."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

Plain = str | int | float | Decimal | None


class Formula(Struct, frozen=True):
    """A formula and the value that it has now."""

    text: str
    value: Plain


class Passage(Struct, frozen=True):
    """A text of which some runs (from, to) stand out: they are the same elsewhere."""

    text: str
    runs: tuple[tuple[int, int], ...]


class Styled(Struct, frozen=True):
    """A value in another style than its column's."""

    value: Plain | Formula
    style: str


Value = Plain | Formula | Passage | Styled


class Column(Struct, frozen=True):
    """A column of a table: its name, its style, how wide it may become, what is chosen from in it.

    Widths count narrow characters; a Chinese one is two.
    """

    name: str
    style: str = "text"
    most: int = 40
    least: int = 6
    choices: tuple[str, ...] = ()
