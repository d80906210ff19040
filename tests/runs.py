"""What an output is told of the run in tests."""

from __future__ import annotations

from govreport_lint.output.run import Run
from govreport_lint.shipped import shipped_rulebook


def run(language: str = "zh") -> Run:
    """A run of the program from the root of the disk."""
    return Run(shipped_rulebook(), language, "0", "/")
