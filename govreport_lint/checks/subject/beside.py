"""What lies beside a report when it is judged: last year's report, those of other units, the 汇总表.

A check that needs one of them says so in its kind's ``needs``; where it is not there the rule is not assessable, or
not asked where the paper is no matter of this report (the county's units, its 汇总表).
Without anything beside (``Subject.beside`` is None) the rules of years and of sets are not asked at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec import Struct

from ...form import Form
from ...language import Text
from ...likeness.alike import Likeness
from ...report import Figure, Report
from .cell_values import Cell, CellValues
from .table_cells import Cells, read_cells


class Paper(Struct, frozen=True):
    """Another report, seen through its form. ``path``: what it was read from."""

    report: Report
    form: Form
    tables: dict[str, Cells]
    path: str = ""


class UnitValues(Struct, frozen=True):
    """A unit of the county: whether its figures count (是否汇总) and what they are.

    ``kind`` is its 类别. ``values`` is None where there is no report that could be read, ``before`` are the figures
    of the report that it had handed in in the round before. ``names`` are all names by which prose may call it.
    """

    name: str
    kind: str
    counted: bool
    values: CellValues | None
    before: CellValues | None = None
    names: tuple[str, ...] = ()
    due: bool = True


class Bounds(Struct, frozen=True):
    """Between what a cell of this year lies when last year's is ``previous``, judged by the other units.

    Hidiroglou and Berthelot, Survey Methodology 12 (1986) 73–83. ``units``: how many it was judged by.
    """

    low: Decimal
    high: Decimal
    units: int


class NameClash(Struct, frozen=True):
    """Two names on one report that mean two units of the list: the report is ``unit``'s, but ``source`` (file name,
    folder, signature …) prints ``printed``, which means ``other``."""

    unit: str
    source: str
    printed: str
    other: str


class Beside(Struct, frozen=True, kw_only=True):
    """The papers beside a report. ``exempt`` is why it need not be compared with last year's (免比上年), empty where
    it is to be.

    ``units`` are the units of the county, for the county's own report; ``bounds`` by cell; ``copies`` what its text
    shares with other units' reports, the most alike first; ``workbook`` its row in the 汇总表, by cell. ``missing``
    is why there is no report of last year, ``listed``: a list of units says that it is this unit's, whatever name it
    prints; ``repeated`` is what the text shares with it, where that was measured before.
    """

    previous: Paper | None = None
    exempt: str = ""
    units: tuple[UnitValues, ...] | None = None
    bounds: Mapping[Cell, Bounds] | None = None
    copies: tuple[Likeness, ...] | None = None
    workbook: Mapping[Cell, Figure] | None = None
    clashes: tuple[NameClash, ...] = ()
    missing: Text | None = None
    listed: bool = False
    repeated: Likeness | None = None


def paper(report: Report, form: Form, path: str = "") -> Paper:
    """A report as it lies beside another."""
    return Paper(report, form, read_cells(report, form), path)
