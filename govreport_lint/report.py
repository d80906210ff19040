"""A report as understood: who, which year, which form, its sections, every figure, every claim, every date."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from msgspec import Struct

from .document import Location, Passage
from .language import Text
from .told import Breakdown, Claim, Growth, Rate, Share


class UnitKind(StrEnum):
    """The kind of public body, as far as its name tells it."""

    TOWNSHIP = "township"
    SUBDISTRICT = "subdistrict"
    DEPARTMENT = "department"
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    OTHER = "other"


class State(StrEnum):
    """What stands in a cell. Only ``NUMBER`` and ``ZERO`` have a value; a blank cell is never read as 0."""

    NUMBER = "number"
    ZERO = "zero"
    BLANK = "blank"
    DASH = "dash"
    TEXT = "text"
    MISSING = "missing"


class Figure(NamedTuple):
    """One cell of the three tables: a plain row, as pandas, polars or DuckDB take it.

    ``table``, ``row`` and ``column`` are the keys of the form; ``value`` is a whole number, a ``Decimal`` for a
    printed decimal, or None; ``raw`` is the printed text; ``location`` is that of the cell, or of the nearest
    thing that exists for a missing one.
    """

    table: str
    row: str
    column: str
    value: int | Decimal | None
    raw: str
    state: State
    location: Location


class Printed(Struct, frozen=True):
    """A piece of printed text and its place."""

    text: str
    location: Location


class TableRow(Struct, frozen=True):
    """A row of an official table as the report prints it.

    ``key`` is None for a row that the form does not have. ``exact``: its label is an accepted one. ``group`` is
    the printed group label above it. ``cells`` are the printed values; ``reason`` says why they could not be
    assigned to columns (None: they were).
    """

    key: str | None
    label: Printed
    exact: bool
    cells: tuple[Printed, ...]
    reason: Text | None = None


class Misplaced(Struct, frozen=True):
    """A printed header cell that stands where the form has another (``expected``)."""

    printed: Printed
    expected: str


class TableReading(Struct, frozen=True, kw_only=True):
    """What was found of one official table.

    ``section`` is the section in which it stands (None: before the first heading), ``unreadable`` the reason why
    its figures could not be read, ``image`` that a picture stands in its place. Keys are those of the form.
    """

    key: str
    location: Location
    found: bool
    section: int | None = None
    image: bool = False
    unreadable: Text | None = None
    rows: tuple[TableRow, ...] = ()
    missing_rows: tuple[str, ...] = ()
    missing_columns: tuple[str, ...] = ()
    headers: tuple[Misplaced, ...] = ()
    copies: tuple[Location, ...] = ()


class Section(Struct, frozen=True):
    """A section: its official number, the title as printed, and the number printed before it (一, 二 …) or None.

    ``blocks`` are the first and the last block (exclusive) of the document that belong to it, ``paragraphs`` those
    that stand under the title, tables left out.
    """

    number: int
    title: str
    printed_number: int | None
    location: Location
    paragraphs: tuple[Passage, ...] = ()
    tables: tuple[str, ...] = ()
    images: int = 0
    blocks: tuple[int, int] = (0, 0)


class DateMention(Struct, frozen=True):
    """A date or a period with its part in the report.

    ``role``: ``period_start``, ``period_end``, ``signature``, ``published`` (page metadata) or ``mention``.
    ``value`` is ISO (``2024-01-31``), or None when there is no such day; ``text`` is what is printed.
    """

    role: str
    value: str | None
    text: str
    location: Location


class Title(Struct, frozen=True):
    """The title line: its text, the organ and year in it and what it calls the document."""

    text: str
    organ: str | None
    year: int | None
    document_name: str
    location: Location


class Report(Struct, frozen=True, kw_only=True):
    """One report. ``form`` is the key of the form that it is printed in, ``form_signs`` the printed words of each
    form (form key → words), ``signature`` the organ that signed, ``text`` every paragraph in order."""

    name: str
    organ: str | None
    kind: UnitKind
    year: int | None
    form: str
    title: Title | None
    signature: Printed | None
    sections: tuple[Section, ...]
    preamble: tuple[Passage, ...]
    tables: tuple[TableReading, ...]
    figures: tuple[Figure, ...]
    claims: tuple[Claim, ...]
    dates: tuple[DateMention, ...]
    form_signs: dict[str, tuple[Printed, ...]]
    breakdowns: tuple[Breakdown, ...] = ()
    growths: tuple[Growth, ...] = ()
    rates: tuple[Rate, ...] = ()
    shares: tuple[Share, ...] = ()

    def figure(self, table: str, row: str, column: str) -> Figure | None:
        """The figure of a cell; None where the form has no such cell."""
        return next((f for f in self.figures if (f.table, f.row, f.column) == (table, row, column)), None)

    def table(self, key: str) -> TableReading:
        """The reading of a table; raises ``KeyError``."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)

    def to_rows(self) -> list[dict[str, Any]]:
        """The figures as flat rows of plain values, as pandas, polars and DuckDB take them."""
        from .output.data.rows import figure_rows

        return figure_rows(self)

    def section(self, number: int) -> Section | None:
        """The first section with an official number, None when the report has none."""
        return next((section for section in self.sections if section.number == number), None)
