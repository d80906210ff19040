"""The process of an audit, seen from the server: started in a group of its own, so that all of it can be ended."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from .state import Told

_CODE = """\
import sys
order, sys.path[:] = sys.argv[1], sys.argv[2:]
from govreport_lint.web.audits.child import main
main(order)
"""
_LONGEST_LINE = 1 << 20
_WAIT = 10.0


class Process:
    """A process that carries out one order."""

    def __init__(self, order: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(order), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=order.parent,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.number = self._process.pid

    def told(self) -> Iterator[Told]:
        """What it says, until it ends; a line that is none of ours ends it too."""
        assert self._process.stdout is not None
        with contextlib.suppress(OSError, ValueError):
            while line := self._process.stdout.readline(_LONGEST_LINE):
                yield msgspec.json.decode(line, type=Told)

    def kill(self) -> None:
        """End it and what it started. One that has ended is left alone: its number may be another's."""
        if self._process.poll() is None:
            if sys.platform == "win32":
                # A process that works for it would go on with its file until it finds that nobody asks any more.
                subprocess.run(
                    ["taskkill", "/T", "/F", "/PID", str(self.number)], capture_output=True, check=False, timeout=_WAIT
                )
            else:
                with contextlib.suppress(OSError):
                    os.killpg(self.number, signal.SIGKILL)
            self._process.kill()

    def close(self) -> None:
        """Wait for its end and let go of its pipes."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_WAIT)
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
