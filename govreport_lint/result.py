"""The result of one report: what it was read from, what it says, what is wrong with it, how much was checked."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from .directive import Directive, Fault
from .finding import Coverage, Finding, Repair, Suppressed
from .language import Text
from .report import Report


class Source(Struct, frozen=True):
    """What a report was read from.

    ``path`` as the caller named it, ``sha256`` of its bytes in hexadecimal digits, ``format`` as it was recognised,
    ``notes`` what is to be told about the file; a plain string is said in every language. ``part`` counts the reports
    of a file that holds several, from 1; None: it holds one. ``tables_only``: the file has tables and no text.
    """

    path: str
    sha256: str = ""
    format: str = ""
    notes: tuple[Text | str, ...] = ()
    part: int | None = None
    tables_only: bool = False

    @property
    def shown(self) -> str:
        """The file as the caller named it; of one with several reports with the number of the report: ``path#2``."""
        return self.path if self.part is None else f"{self.path}#{self.part}"


class Result(Struct, frozen=True):
    """What was found in one report. It can be stored: ``msgspec`` encodes and decodes it as JSON and msgpack.

    ``suppressed`` are the findings that a comment in the report or a list beside it settles; they are no longer among
    ``findings``. ``directives`` are the comments in the report that ask for that, ``faults`` what is wrong with them
    and with the list.
    """

    source: Source
    report: Report
    findings: tuple[Finding, ...]
    coverage: Coverage
    repairs: tuple[Repair, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    directives: tuple[Directive, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def path(self) -> str:
        """The file as the caller named it, with the number of the report in it where it holds several."""
        return self.source.shown

    def __repr__(self) -> str:
        counts = f"{len(self.findings)} findings, {self.coverage.passed} passed"
        return f"Result({self.path!r}: {counts}, {self.coverage.not_assessable} not assessable)"

    def to_json(self, language: str = "zh") -> str:
        """The file's object of the JSON contract (docs/json.md), in ``zh`` or ``en``; raises ``ValueError``."""
        from .output.data.json import result_json

        return result_json(self, language)

    def to_rows(self, language: str = "zh") -> list[dict[str, Any]]:
        """The findings as flat rows of plain values, as pandas, polars and DuckDB take them; raises ``ValueError``."""
        from .output.data.rows import finding_rows

        return finding_rows(self, language)
