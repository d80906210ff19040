"""The exit statuses of the program, and the exception that stands for one."""

from __future__ import annotations

CLEAN = 0
FINDINGS = 1
USAGE = 2
FAULT = 3
INTERRUPTED = 130
BROKEN_PIPE = 141


class OutputClosedError(Exception):
    """Nobody reads the output any more; click itself would end the program with the status that means findings."""
