"""What one check of one place says: it holds, it does not, or it cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from ...document import Location
from ...finding import Evidence, Place
from ...form import Form
from ...language import Text
from ...report import Report
from .table_cells import Cells, read_cells


class Passed(Struct, frozen=True):
    """The place is in order."""

    place: Place


class Failed(Struct, frozen=True, kw_only=True):
    """The place is wrong. ``values`` fill the rule's template; ``wording`` picks one of the rule's wordings."""

    place: Place
    location: Location
    quote: str
    values: dict[str, Text | str] = {}
    expected: str | None = None
    actual: str | None = None
    evidence: tuple[Evidence, ...] = ()
    wording: str | None = None


class NotAssessable(Struct, frozen=True):
    """The check cannot be made here, and why."""

    place: Place
    reason: Text


Outcome = Passed | Failed | NotAssessable


class Subject(Struct, frozen=True):
    """What every check is given: the report, the form that it is printed in, and its tables' cells by key."""

    report: Report
    form: Form
    tables: dict[str, Cells]


def subject_of(report: Report, form: Form) -> Subject:
    """A report as the checks are given it."""
    return Subject(report, form, read_cells(report, form))


Check = Callable[[Subject, Any], Iterator[Outcome]]


class Kind(Struct, frozen=True):
    """A kind of check: the record of its options and the function that makes it."""

    options: type[Any]
    check: Check
