"""What the program ends with."""

from __future__ import annotations

from ...finding import Severity
from ...output.words.problems import Totals
from ..console.statuses import CLEAN, FAULT, FINDINGS


def exit_status(totals: Totals, fail_on: str, *, exit_zero: bool = False, strict: bool = False) -> int:
    """0, 1 or 3; 3 wins over 1: a file could not be checked, or nothing was. ``strict``: comments and entries that are
    wrong or settle nothing count as findings."""
    if totals.problems or (totals.passed_over and not totals.files):
        return FAULT
    if exit_zero or fail_on == "never":
        return CLEAN
    if strict and totals.faults:
        return FINDINGS
    counts = {Severity.ERROR: totals.error, Severity.WARNING: totals.warning, Severity.INFO: totals.info}
    limit = Severity(fail_on).rank
    return FINDINGS if any(counts[severity] for severity in Severity if severity.rank <= limit) else CLEAN
