"""A process that works for the audit: it is asked on standard input and answers on standard output, a frame each.

The word of a question is empty, its bytes are the name of the work, a line end, and the task. It ends when nobody can
ask any more. What one file does to it, it does to no other: time is limited, and a limit that is passed ends it.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
import time

from ...children.frames import DONE, FAILED, LATE, read_frame, write_frame
from ...user_cache import expressions
from .tasks import work_of

_GRACE = 2


def main(given: str) -> None:
    """Answer until standard input ends; each task may take so many seconds of processor time as are given."""
    # Ctrl-C reaches every process of the terminal; the one that asks ends this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    asked, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not stand between the frames.
    sys.stdout = sys.stderr
    expressions.put_back()
    clock = _Clock(float(given))
    while (frame := read_frame(asked)) is not None:
        name, _, task = frame[1].partition(b"\n")
        clock.start()
        try:
            word, answer = DONE, work_of(name.decode())(task)
        except Exception as error:
            word, answer = FAILED, type(error).__name__.encode()
        clock.stop()
        try:
            write_frame(answers, word, answer)
        except OSError:
            return


class _Clock:
    """Ends the process when a task takes more processor time than it may: the system's limit where there is one, and
    a thread that looks now and then."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._until: float | None = None
        threading.Thread(target=self._watch, daemon=True).start()

    def start(self) -> None:
        self._until = time.process_time() + self._seconds
        _limit(int(self._until) + _GRACE)

    def stop(self) -> None:
        self._until = None

    def _watch(self) -> None:
        while True:
            time.sleep(0.5)
            until = self._until
            if until is not None and time.process_time() > until:
                os._exit(LATE)


def _limit(seconds: int) -> None:
    """Have the system end the process after so much time, even inside a library that lets no thread look."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, most))
