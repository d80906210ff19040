"""One process that works, seen from the process that asks it."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading

from ...output.words.problems import Problem
from ...pdf.frames import DONE, read_frame, write_frame
from .child import LATE
from .tasks import Limits, Task, died, failed, slow

# After so many tasks a process is replaced, so that nothing that a library keeps can pile up.
MOST_TASKS = 5000
_CODE = """\
import sys
seconds, sys.path[:] = float(sys.argv[1]), sys.argv[2:]
from govreport_lint.auditing.running.child import main
main(seconds)
"""
_ENDED_FOR_TIME = (LATE, -getattr(signal, "SIGXCPU", LATE))


class Worker:
    """A process of its own. It is asked by one thread at a time."""

    def __init__(self, limits: Limits) -> None:
        self.tasks = 0
        self._limits = limits
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(limits.seconds), *sys.path],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    @property
    def usable(self) -> bool:
        """Whether it can be asked (again)."""
        return self.tasks < MOST_TASKS and self._process.poll() is None

    def ask(self, work: str, task: Task) -> bytes | Problem:
        """What the process answers, or why it did not."""
        self.tasks += 1
        impatient = threading.Event()

        def give_up() -> None:
            impatient.set()
            self._process.kill()

        # Processor time is limited in the process itself; this is the last guard for one that only waits.
        guard = threading.Timer(self._limits.patience, give_up)
        guard.daemon = True
        guard.start()
        try:
            answer = self._exchange(work, task)
        finally:
            guard.cancel()
        if answer is None:
            return self._fate(task, impatient=impatient.is_set())
        word, data = answer
        return data if word == DONE else failed(task.name, data.decode("utf-8", "replace"))

    def _fate(self, task: Task, *, impatient: bool) -> Problem:
        """Why a process gave no answer."""
        self.end()
        if impatient:
            return slow(task.name, self._limits.patience)
        late = self._process.returncode in _ENDED_FOR_TIME
        return slow(task.name, self._limits.seconds) if late else died(task.name)

    def _exchange(self, work: str, task: Task) -> tuple[bytes, bytes] | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            write_frame(self._process.stdin, b"", b"%s\n%s" % (work.encode(), task.data))
            return read_frame(self._process.stdout)
        except (OSError, ValueError):
            return None

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Let go of the pipes of a process that has ended; not while a thread still asks it."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
