"""A table of this year's report beside the same table of last year's."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Evidence
from ...language import Text
from ...report import Figure, Report, State
from ..subject.beside import Paper
from ..subject.subject import Subject
from ..subject.table_cells import BLANK, Cells, unread

_OF_LAST_YEAR = Text("上年年报：{reason}", "last year's report: {reason}")
_WITHOUT_VALUE = (State.TEXT, State.MISSING)


class TwoYears(Struct, frozen=True):
    """The cells of one table in both reports; last year's may be printed in an earlier form."""

    this: Cells
    last: Cells

    @property
    def unread(self) -> Text | None:
        """Why nothing can be said of one of the two tables; None where it can."""
        of_last = unread(self.last)
        return unread(self.this) or (of_last_year(of_last) if of_last else None)

    def has_last(self, row: str, column: str) -> bool:
        """Whether the form of last year's report has a cell."""
        rows = {own.key for own in self.last.table.rows}
        return row in rows and column in self.last.table.columns_of(row)

    def pairs(self, row: str) -> Iterator[Pair]:
        """The cells of a row that both forms have."""
        for figure in self.this.row(row):
            if self.has_last(row, figure.column):
                yield Pair(figure, self.last.figure(row, figure.column))

    def evidence(self, pair: Pair) -> tuple[Evidence, ...]:
        """Both figures of a cell as what a finding rests on."""
        return (*self.this.evidence([pair.this]), *last_years_evidence(self.last, [pair.last]))


class Pair(Struct, frozen=True):
    """A cell of this year's report and the same cell of last year's."""

    this: Figure
    last: Figure

    @property
    def known(self) -> bool:
        """Whether both say what they hold; a blank cell does, it holds nothing."""
        return self.this.state not in _WITHOUT_VALUE and self.last.state not in _WITHOUT_VALUE

    @property
    def blank(self) -> bool:
        """Whether one of the two is blank."""
        return self.this.state in BLANK or self.last.state in BLANK

    @property
    def values(self) -> tuple[Decimal, Decimal]:
        """This year's and last year's number, a blank as 0."""
        return Decimal(self.this.value or 0), Decimal(self.last.value or 0)


def two_years(subject: Subject) -> Iterator[TwoYears]:
    """Every table in both reports; raises ``ValueError`` where no last year's report lies beside this one."""
    return (table_of(subject, key) for key in subject.tables)


def table_of(subject: Subject, key: str) -> TwoYears:
    """A table in both reports; raises ``ValueError`` where no last year's report lies beside this one."""
    return TwoYears(subject.cells(key), _paper(subject).tables[key])


def last_report(subject: Subject) -> Report:
    """Last year's report; raises ``ValueError`` where none lies beside this one."""
    return _paper(subject).report


def _paper(subject: Subject) -> Paper:
    if subject.beside is None or subject.beside.previous is None:
        raise ValueError("no report of last year lies beside this one")
    return subject.beside.previous


def of_last_year(reason: Text) -> Text:
    """A reason that is about last year's report."""
    return _OF_LAST_YEAR.filled(reason=reason)


def last_years_evidence(cells: Cells, figures: list[Figure]) -> tuple[Evidence, ...]:
    """Figures of last year's report as what a finding rests on."""
    return tuple(Evidence(item.place, item.value, "previous") for item in cells.evidence(figures))
