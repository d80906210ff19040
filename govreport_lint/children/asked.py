"""One child process that works, seen from the process that asks it."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Sequence

from .frames import LATE, read_frame, write_frame
from .libraries import child_environment

_ENDED_FOR_TIME = (LATE, -getattr(signal, "SIGXCPU", LATE))


class WaitedError(Exception):
    """The child did not answer as long as one was ready to wait; it has ended."""


class TimeIsUpError(Exception):
    """The child took more processor time than it is given; it has ended."""


class DiedError(Exception):
    """The child ended without an answer: it was refused memory, or what it was given brought it down."""


class AskedProcess:
    """A child that is asked and answers in frames. It is asked by one thread at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        self.asked = 0
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=child_environment(),
        )

    @property
    def alive(self) -> bool:
        """Whether it has not ended."""
        return self._process.poll() is None

    def ask(self, word: bytes, data: bytes, patience: float) -> tuple[bytes, bytes]:
        """The word and the bytes of the answer; raises ``WaitedError`` after so many seconds on the clock, and
        ``TimeIsUpError`` and ``DiedError``."""
        self.asked += 1
        waited = threading.Event()

        def give_up() -> None:
            waited.set()
            self._process.kill()

        # Processor time is limited in the child itself; this is the last guard for one that only waits.
        guard = threading.Timer(patience, give_up)
        guard.daemon = True
        guard.start()
        try:
            answer = self._exchange(word, data)
        finally:
            guard.cancel()
        if answer is not None:
            return answer
        self.end()
        if waited.is_set():
            raise WaitedError
        raise TimeIsUpError if self._process.returncode in _ENDED_FOR_TIME else DiedError

    def _exchange(self, word: bytes, data: bytes) -> tuple[bytes, bytes] | None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            write_frame(self._process.stdin, word, data)
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
