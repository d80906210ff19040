"""A command whose faults are seen although nobody sees a terminal."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr

from ..cli import run
from ..cli.console.message_window import show


def told(arguments: Sequence[str]) -> int:
    """Run a command and return its exit status; what it says about a fault is shown in a window where there is one."""
    words = io.StringIO()
    with redirect_stderr(words):
        status = run(arguments)
    print(words.getvalue(), end="", file=sys.stderr, flush=True)
    if status and words.getvalue().strip():
        show(words.getvalue().strip())
    return status
