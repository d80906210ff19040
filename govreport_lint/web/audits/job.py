"""One audit as a job: its folder, how far it is, what becomes of it."""

from __future__ import annotations

import threading
import time
from pathlib import Path

from msgspec.structs import replace

from ...language import Text
from .child import INTERNAL, OUT
from .clearing import clear, size_of
from .process import Process
from .records import Asked, Failed, Finished, Progress, State, Step

_DIED = Text(
    "核验进程意外终止（可能内存不足），请重试或减少文件",
    "the process of the audit ended (out of memory?); please try again or with fewer files",
)
_SLOW = Text(
    "在规定时间（{minutes} 分钟）内没有核验完，请分批核验",
    "not finished within {minutes} minutes; please audit the reports in parts",
)


class Job:
    """A job. It is read by any thread and worked on by one."""

    def __init__(self, key: str, folder: Path, now: float) -> None:
        self.key = key
        self.folder = folder
        self.looked = now
        self.asked: Asked | None = None
        self.size = 0
        self.over_since = 0.0
        self.papers_lock = threading.Lock()
        self._lock = threading.Lock()
        self._progress = Progress(state=State.QUEUED)
        self._process: Process | None = None
        self._late = False
        folder.mkdir()

    @property
    def out(self) -> Path:
        """Where its papers are."""
        return self.folder / OUT

    @property
    def progress(self) -> Progress:
        """How far it is."""
        return self._progress

    @property
    def process(self) -> int | None:
        """The number of its process while it is worked on."""
        process = self._process
        return process.number if process is not None else None

    def work(self, seconds: float) -> None:
        """Make the audit within so many seconds, unless it was cancelled before."""
        assert self.asked is not None
        with self._lock:
            if self._progress.state.over:
                return
            try:
                self._process = process = Process(self.folder)
            except OSError:
                self._progress = Progress(state=State.FAILED, error=_DIED)
                return
            self._progress = Progress(state=State.RUNNING)
        guard = threading.Timer(seconds, self._give_up)
        guard.daemon = True
        guard.start()
        try:
            for told in process.told(self.asked):
                self._hear(told)
        finally:
            guard.cancel()
            process.end()
            process.close()
            self._process = None
            self.over_since = time.monotonic()
            self.weigh()
        with self._lock:
            if not self._progress.state.over:
                minutes = max(1, round(seconds / 60))
                why = _SLOW.filled(minutes=minutes) if self._late else _DIED
                self._progress = Progress(state=State.FAILED, error=why)

    def cancel(self) -> None:
        """End the work, whatever it is at, and take everything away."""
        with self._lock:
            if not self._progress.state.over:
                self._progress = Progress(state=State.CANCELLED)
            process = self._process
        if process is not None:
            process.end()
        clear(self.folder)

    def fail(self, error: Exception) -> None:
        """End it where the program itself is at fault."""
        with self._lock:
            if not self._progress.state.over:
                why = INTERNAL.filled(kind=type(error).__name__)
                self._progress = Progress(state=State.FAILED, error=why)
            self.over_since = time.monotonic()

    def weigh(self) -> None:
        """Count its bytes anew."""
        self.size = size_of(self.folder)

    def _give_up(self) -> None:
        self._late = True
        process = self._process
        if process is not None:
            process.end()

    def _hear(self, told: Step | Finished | Failed) -> None:
        with self._lock:
            if self._progress.state.over:
                return
            if isinstance(told, Failed):
                self._progress = Progress(state=State.FAILED, error=told.words)
            elif isinstance(told, Finished):
                done = replace(self._progress, state=State.DONE, papers=told.papers, seconds_left=0.0)
                self._progress = done
            else:
                self._progress = Progress(
                    state=State.RUNNING,
                    stage=told.stage,
                    done=told.done,
                    total=told.total,
                    name=told.name,
                    seconds_left=told.left,
                )
