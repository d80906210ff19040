"""What a rulebook has to know of a kind of check, and what the options of kinds may be made of.

The types below say what a text in an option names; a rulebook checks every text of such a type against the forms
and the claim patterns when it is loaded, so that no rule is silent because of a slip of the pen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated, Any

from msgspec import Meta, Struct

from ..language import Text


class Need(StrEnum):
    """What a check cannot do without."""

    TEXT = "text"
    TABLES = "tables"
    PREVIOUS = "previous"
    SET = "set"
    COPIES = "copies"
    WORKBOOK = "workbook"
    FILING = "filing"


BESIDE = frozenset({Need.PREVIOUS, Need.SET, Need.COPIES, Need.WORKBOOK})
"""What lies beside a report."""


class Names(StrEnum):
    """What a text in the options of a rule names."""

    FORM = "form"
    TABLE = "table"
    ROW = "row"
    ROW_KEY = "row key"
    COLUMN = "column"
    COLUMN_KEY = "column key"
    LINE = "line"
    CELL = "cell"
    EQUATION = "equation"
    YEAR_EQUATION = "equation of two years"
    SUM = "sum"
    SUBJECT = "subject"
    WORDING = "wording"
    PATTERN = "pattern"
    RULE = "rule"


def _naming(names: Names) -> Meta:
    return Meta(extra={"names": names})


FormKey = Annotated[str, _naming(Names.FORM)]
"""The key of a form: ``2021``."""

TableKey = Annotated[str, _naming(Names.TABLE)]
"""The key of a table; the options in the same record and in records within it are about this table."""

RowName = Annotated[str, _naming(Names.ROW)]
"""The short name of a row or a group of rows."""

RowKey = Annotated[str, _naming(Names.ROW_KEY)]
"""The key of a row."""

ColumnName = Annotated[str, _naming(Names.COLUMN)]
"""The short name of a column or a group of columns."""

ColumnKey = Annotated[str, _naming(Names.COLUMN_KEY)]
"""The key of a column."""

LineKey = Annotated[str, _naming(Names.LINE)]
"""The key of a row or of a column."""

CellName = Annotated[str, _naming(Names.CELL)]
"""A cell, ``行.列``, or the name of a row or a column alone."""

Equation = Annotated[str, _naming(Names.EQUATION)]
"""A condition in the language of expressions; its names are what ``each`` beside it says."""

YearEquation = Annotated[str, _naming(Names.YEAR_EQUATION)]
"""The same between this year's report and last year's, whose names begin with ``上年.``."""

SumOfCells = Annotated[str, _naming(Names.SUM)]
"""A sum of rows (their totals) and cells ``行.列``, added and taken away."""

ClaimSubject = Annotated[str, _naming(Names.SUBJECT)]
"""The key of a claim."""

WordingName = Annotated[str, _naming(Names.WORDING)]
"""The name of a wording of the kind."""

RuleCode = Annotated[str, _naming(Names.RULE)]
"""The code of another rule."""

Pattern = Annotated[str, _naming(Names.PATTERN)]
"""A regular expression."""


class Kind(Struct, frozen=True, kw_only=True):
    """A kind of check: its name in packs, the record of its options, and the function that makes it.

    ``says`` are the placeholders that its messages may use, ``wordings`` the further ways in which it may fail, each
    with its own placeholders where they differ; ``chosen``: only those are used that the options name. ``needs`` is
    what must be there: where it is not, the rule is not assessable. ``absence``: it finds that something is missing
    or in pieces, which nobody can tell where a part of the file was not read. ``decisive``: where it fails, there is
    nothing that other rules could judge. ``beside``: it says more where other papers lie beside the report. A kind
    that needs ``filing`` is given what a unit has handed in (``Filing``), not a report. ``mends`` are the options of
    which one must say something for its findings to carry fixes.
    """

    name: str
    options: type[Any]
    check: Callable[[Any, Any], Iterator[Any]]
    says: tuple[str, ...] = ()
    wordings: Mapping[str, tuple[str, ...] | None] = MappingProxyType({})
    chosen: bool = False
    needs: tuple[Need, ...] = (Need.TABLES,)
    absence: bool = False
    decisive: bool = False
    beside: bool = False
    mends: tuple[str, ...] = ()

    @property
    def needs_papers(self) -> bool:
        """Whether it cannot do without other papers beside the report."""
        return not BESIDE.isdisjoint(self.needs)

    def placeholders(self, wording: str | None) -> tuple[str, ...]:
        """The placeholders of one way to fail."""
        own = self.wordings.get(wording) if wording else None
        return self.says if own is None else own


class FaultyKindError(Exception):
    """A kind that a plugin gives cannot be used; ``reason`` says which plugin and why."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class Check(Struct, frozen=True):
    """What a rule does: a kind and its options, a record of ``kind.options``."""

    kind: Kind
    options: Any

    @property
    def mends(self) -> bool:
        """Whether what it finds may be mended by a fix."""
        return any(getattr(self.options, name) for name in self.kind.mends)


class NoOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind without options of its own."""
