"""Checks Chinese government information disclosure annual reports (政府信息公开工作年度报告).

The public names, loaded when they are first used::

    from govreport_lint import lint

    result = lint("report.md")
    for finding in result.findings:
        print(finding.code, finding.place, finding.message)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

if TYPE_CHECKING:
    from .api import extract, fix_text, lint, lint_bytes, lint_each, lint_text, read, read_bytes
    from .document import Document, Location
    from .errors import GovreportError, ReadError, RuleError
    from .finding import Coverage, Evidence, Finding, Place, Repair, SettledBy, Severity, Suppressed, Unassessed
    from .linter import Config, Linter
    from .report import Figure, Report, State, UnitKind
    from .result import Result, Source
    from .rulebook.rulebook import Rulebook
    from .told import Claim


_HOMES = {
    "api": ("extract", "fix_text", "lint", "lint_bytes", "lint_each", "lint_text", "read", "read_bytes"),
    "document": ("Document", "Location"),
    "errors": ("GovreportError", "ReadError", "RuleError"),
    "finding": (
        "Coverage",
        "Evidence",
        "Finding",
        "Place",
        "Repair",
        "Severity",
        "SettledBy",
        "Suppressed",
        "Unassessed",
    ),
    "linter": ("Config", "Linter"),
    "report": ("Figure", "Report", "State", "UnitKind"),
    "result": ("Result", "Source"),
    "rulebook.rulebook": ("Rulebook",),
    "told": ("Claim",),
}

__all__ = [
    "Claim", "Config", "Coverage", "Document", "Evidence", "Figure", "Finding", "GovreportError", "Linter", "Location",
    "Place", "ReadError", "Repair", "Report", "Result", "RuleError", "Rulebook", "SettledBy", "Severity", "Source",
    "State", "Suppressed", "Unassessed", "UnitKind", "extract", "fix_text", "lint", "lint_bytes", "lint_each",
    "lint_text", "read", "read_bytes",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f".{home}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
