"""The exit statuses of the program."""

from __future__ import annotations

CLEAN = 0
FINDINGS = 1
USAGE = 2
FAULT = 3
INTERRUPTED = 130
BROKEN_PIPE = 141
