"""An entry of the list outside the reports (``[[suppress]]``), as it is applied."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ...file_patterns import FilePatterns
from ...finding import Finding, Place


class MeantPlace(Struct, frozen=True):
    """What a place is within: a section, or a table, or rows and columns of it (empty: any).

    ``either``: what the words name is a row of one name and a column of the same, and both are meant.
    """

    section: int | None = None
    table: str | None = None
    rows: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    either: bool = False

    def holds(self, place: Place) -> bool:
        """Whether a place lies within it."""
        if self.table is None:
            return place.section == self.section
        if place.table != self.table:
            return False
        row, column = place.row in self.rows, place.column in self.columns
        if self.either:
            return row or column
        return (row or not self.rows) and (column or not self.columns)


class Listed(Struct, frozen=True):
    """An entry that was found right. ``by`` is the file with the list and the line in it, ``base`` the folder that
    ``files`` counts from, ``written`` the rule as it is written."""

    by: str
    base: str
    written: str
    codes: frozenset[str]
    files: FilePatterns
    reason: str
    fingerprint: str | None = None
    place: MeantPlace | None = None
    until: date | None = None

    def means(self, finding: Finding) -> bool:
        """Whether it is about a finding, of whatever file."""
        if finding.code not in self.codes:
            return False
        if self.place is not None:
            return self.place.holds(finding.place)
        return finding.fingerprint == self.fingerprint

    def is_over(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.until is not None and today > self.until
