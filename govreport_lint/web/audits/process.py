"""The process of one audit, seen from the server: started with what it is asked, heard line by line, ended at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec

from ...children.frames import write_frame
from ...children.libraries import child_environment
from ...children.starting import child_command
from .records import Asked, Told

_CHILD = "govreport_lint.web.audits.child:main"


class Process:
    """A process of its own with all that it starts. Raises ``OSError`` where none can be started."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            child_command(_CHILD),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
            cwd=folder,
            start_new_session=True,
        )
        self._ending = threading.Lock()
        self._ended = False

    @property
    def number(self) -> int:
        """Its number in the system."""
        return self._process.pid

    def told(self, asked: Asked) -> Iterator[Told]:
        """What the process tells, until it has ended."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            write_frame(self._process.stdin, b"", msgspec.msgpack.encode(asked))
            for line in self._process.stdout:
                yield msgspec.json.decode(line, type=Told)
        except (OSError, ValueError):
            # It was ended in the middle of a word.
            return

    def end(self) -> None:
        """End it and what it has started, whatever they do."""
        with self._ending:
            if self._ended:
                return
            self._ended = True
            self._kill()
            self._process.wait()

    def close(self) -> None:
        """Let go of its pipes; by the one who listens."""
        for stream in (self._process.stdin, self._process.stdout):
            try:
                if stream is not None:
                    stream.close()
            except OSError:
                continue

    def _kill(self) -> None:
        if sys.platform == "win32":
            tree = ["taskkill", "/T", "/F", "/PID", str(self._process.pid)]
            subprocess.run(tree, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self._process.kill()
            return
        try:
            # It has not been waited for, so its number is nobody else's yet.
            os.killpg(self._process.pid, signal.SIGKILL)
        except OSError:
            # Nobody of it is left; macOS has another word for a leader that has ended.
            return
