"""What the program ends with."""

from __future__ import annotations

from ...configuration.records import Configuration, FailOn, Unused
from ...finding import Severity
from ...output.words.problems import Totals
from ..console.statuses import CLEAN, FAULT, FINDINGS


def exit_status(totals: Totals, said: Configuration, *, exit_zero: bool = False) -> int:
    """0, 1 or 3; 3 wins over 1: a file could not be checked, or nothing was."""
    if totals.problems or (totals.passed_over and not totals.files):
        return FAULT
    if exit_zero or said.fail_on is FailOn.NEVER:
        return CLEAN
    if said.unused_suppressions is Unused.ERROR and totals.faults:
        return FINDINGS
    counts = {Severity.ERROR: totals.error, Severity.WARNING: totals.warning, Severity.INFO: totals.info}
    limit = Severity(said.fail_on.value).rank
    return FINDINGS if any(counts[severity] for severity in Severity if severity.rank <= limit) else CLEAN
