"""What the checks say: findings, what could not be assessed, and the result of one report."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from .document import Location
from .report import Report


class Severity(StrEnum):
    """``ERROR`` 错误 certainly wrong, ``WARNING`` 疑点 probably wrong, ``INFO`` 提示 form and wording."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return list(Severity).index(self)


class Place(Struct, frozen=True):
    """A place in the report's own terms: section number (1–6) and the keys of table, row and column."""

    section: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None


class Evidence(Struct, frozen=True):
    """A value that a finding rests on, and where it stands."""

    place: Place
    value: str


class Finding(Struct, frozen=True, kw_only=True):
    """One fault. ``rule`` is the rule's name, ``quote`` the printed text that it is about.

    ``expected`` and ``actual`` are set where the rule compares two values. The fingerprint is made of code, place
    and quote, never of positions, so it survives edits elsewhere in the file.
    """

    code: str
    rule: str
    family: str
    severity: Severity
    message: str
    suggestion: str
    basis: str
    place: Place
    location: Location
    quote: str
    expected: str | None = None
    actual: str | None = None
    evidence: tuple[Evidence, ...] = ()
    fingerprint: str


class Unassessed(Struct, frozen=True):
    """One check that could not be made: the rule's code, the place and why."""

    rule: str
    place: Place
    reason: str


class Coverage(Struct, frozen=True):
    """How many checks passed, failed and could not be assessed; a check is one instance of an equation or rule."""

    passed: int = 0
    failed: int = 0
    not_assessable: int = 0
    unassessed: tuple[Unassessed, ...] = ()


class Change(Struct, frozen=True):
    """A cell of a repair: what is printed and what would balance."""

    row: str
    column: str
    printed: str
    suggested: str


class Repair(Struct, frozen=True):
    """The smallest set of cells whose correction makes the equations of a table hold."""

    table: str
    cells: tuple[Change, ...]
    unique: bool
    alternatives: tuple[tuple[Change, ...], ...] = ()
    explains: tuple[str, ...] = ()
    more: bool = False


class Result(Struct, frozen=True):
    """What was found in one report."""

    path: str
    report: Report
    findings: tuple[Finding, ...]
    coverage: Coverage
    repairs: tuple[Repair, ...] = ()
