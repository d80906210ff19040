"""Processes that open PDF files, kept for the next file: starting one takes longer than most files."""

from __future__ import annotations

import atexit
import os
import signal
import subprocess
import sys
import threading
from functools import cache

from .frames import DONE, read_frame, write_frame

# Processor time is limited in the process itself; this is the last guard for one that only waits.
PATIENCE = 60.0
# After so many files a process is replaced, so that nothing that a library keeps can pile up.
_MOST_FILES = 200
_CODE = "import sys; sys.path[:] = sys.argv[1:]; from govreport_lint.pdf.child import main; main()"
_TIME_IS_UP = -getattr(signal, "SIGXCPU", 0)


class TimeIsUpError(Exception):
    """The process took more time than it is given."""


class DiedError(Exception):
    """The process ended without an answer: it was refused memory, or the file brought it down."""


class Worker:
    """One process. It is asked by one thread at a time."""

    def __init__(self) -> None:
        self.files = 0
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-c", _CODE, *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, task: str, given: bytes) -> tuple[bytes, bytes]:
        """The word and the bytes of the answer; raises ``TimeIsUpError`` and ``DiedError``."""
        self.files += 1
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._process.kill()

        guard = threading.Timer(PATIENCE, give_up)
        guard.daemon = True
        guard.start()
        try:
            answer = self._exchange(task, given)
        finally:
            guard.cancel()
        if answer is None:
            status = self._process.wait()
            raise TimeIsUpError if late.is_set() or (status == _TIME_IS_UP < 0) else DiedError
        return answer

    def _exchange(self, task: str, given: bytes) -> tuple[bytes, bytes] | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            write_frame(self._process.stdin, task.encode(), given)
        except OSError:
            return None
        return read_frame(self._process.stdout)

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue


class Pool:
    """The processes that wait for work; each is lent to one thread, and more are started while all are lent."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._owner = os.getpid()

    def ask(self, task: str, given: bytes) -> tuple[bytes, bytes]:
        """What a process answers; raises ``TimeIsUpError`` and ``DiedError``."""
        worker = self._take()
        kept = False
        try:
            answer = worker.ask(task, given)
            kept = answer[0] == DONE and worker.files < _MOST_FILES
            return answer
        finally:
            if kept:
                self._put(worker)
            else:
                worker.end()

    def _take(self) -> Worker:
        with self._lock:
            if self._owner != os.getpid():
                # A copy of the process that began them: its pipes are not to be shared.
                self._idle, self._owner = [], os.getpid()
            worker = self._idle.pop() if self._idle else None
        return worker or Worker()

    def _put(self, worker: Worker) -> None:
        with self._lock:
            spare = len(self._idle) >= (os.cpu_count() or 1)
            if not spare:
                self._idle.append(worker)
        if spare:
            worker.end()

    def end(self) -> None:
        """End the processes that wait."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle if self._owner == os.getpid() else ():
            worker.end()


@cache
def pool() -> Pool:
    """The processes of this program; they end with it."""
    made = Pool()
    atexit.register(made.end)
    return made
