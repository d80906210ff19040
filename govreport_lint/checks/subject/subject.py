"""What every check is given: a report, the document that it was read from, its form, and its tables' cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from ...document import Document
from ...form import Form
from ...report import Report
from ...rulebook.kinds import Check
from .beside import Beside
from .table_cells import Cells, read_cells


class Subject(Struct, frozen=True):
    """``tables`` are the cells by the table's key; ``checks`` the checks of all rules by code, for those that refer
    to others; ``beside`` the papers that lie beside the report (None: it is judged by itself)."""

    report: Report
    document: Document
    form: Form
    tables: dict[str, Cells]
    checks: Mapping[str, Check]
    beside: Beside | None = None

    def cells(self, table: str) -> Cells:
        """The cells of a table; raises ``KeyError`` for one that the form does not have."""
        return self.tables[table]

    def options_of(self, code: str) -> Any:
        """The options of another rule; None where there is no such rule."""
        check = self.checks.get(code)
        return check.options if check else None


def subject_of(
    report: Report,
    document: Document,
    form: Form,
    checks: Mapping[str, Check] | None = None,
    beside: Beside | None = None,
) -> Subject:
    """A report as the checks are given it."""
    return Subject(report, document, form, read_cells(report, form), checks or {}, beside)
