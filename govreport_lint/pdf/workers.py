"""Processes that open PDF files, kept for the next file: starting one takes longer than most files."""

from __future__ import annotations

import atexit
import os
import threading
from functools import cache

from ..children.asked import AskedProcess
from ..children.frames import DONE
from ..children.starting import child_command

# Seconds on the clock that one file may take.
PATIENCE = 60.0
# After so many files a process is replaced, so that nothing that a library keeps can pile up.
_MOST_FILES = 200
_CHILD = "govreport_lint.pdf.child:main"


class Pool:
    """The processes that wait for work; each is lent to one thread, and more are started while all are lent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[AskedProcess] = []
        self._owner = os.getpid()

    def ask(self, task: str, given: bytes) -> tuple[bytes, bytes]:
        """What a process answers; raises what ``AskedProcess.ask`` raises."""
        worker = self._take()
        kept = False
        try:
            answer = worker.ask(task.encode(), given, PATIENCE)
            kept = answer[0] == DONE and worker.asked < _MOST_FILES
            return answer
        finally:
            if kept:
                self._put(worker)
            else:
                _close(worker)

    def _take(self) -> AskedProcess:
        with self._lock:
            if self._owner != os.getpid():
                # A copy of the process that began them: its pipes are not to be shared.
                self._idle, self._owner = [], os.getpid()
            worker = self._idle.pop() if self._idle else None
        return worker or AskedProcess(child_command(_CHILD, isolated=True))

    def _put(self, worker: AskedProcess) -> None:
        with self._lock:
            spare = len(self._idle) >= (os.cpu_count() or 1)
            if not spare:
                self._idle.append(worker)
        if spare:
            _close(worker)

    def end(self) -> None:
        """End the processes that wait."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle if self._owner == os.getpid() else ():
            _close(worker)


def _close(worker: AskedProcess) -> None:
    worker.end()
    worker.close()


@cache
def pool() -> Pool:
    """The processes of this program; they end with it."""
    made = Pool()
    atexit.register(made.end)
    return made
