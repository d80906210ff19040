"""One audit: its folder, its process, how far it is. Threads of the server look at it while another works on it."""

from __future__ import annotations

import shutil
import threading
import time
from pathlib import Path

from ...language import Text
from .process import Process
from .state import Stage, State, Told

_BROKEN = Text(
    "审核进程意外终止（可能内存不足），请减少文件后重试",
    "the audit's process ended unexpectedly (out of memory?); please try again with fewer files",
)
_LATE = Text("审核超过规定时间，已停止；请分批上传", "the audit took too long and was stopped; please send fewer files")
OUT = "out"
_TRIES = 5
_PAUSE = 0.1
_JUDGING = 2


class Job:
    """``folder`` is its own and goes with it; ``size`` the bytes that came, ``seconds`` the time that it may take."""

    def __init__(self, key: str, folder: Path, size: int, seconds: float) -> None:
        self.key = key
        self.folder = folder
        self.size = size
        self.stage = Stage.QUEUED
        self.looked = time.monotonic()
        self.names: list[str] = []
        self._seconds = seconds
        self._told = Told()
        self._papers: tuple[str, ...] = ()
        self._error: Text | None = None
        self._process: Process | None = None
        self._late = False
        self._lock = threading.Lock()

    def run(self, order: Path) -> None:
        """Work until it is done, failed or cancelled."""
        with self._lock:
            if self.stage is not Stage.QUEUED:
                return
            self.stage = Stage.RUNNING
            try:
                self._process = process = Process(order)
            except OSError:
                self.stage, self._error = Stage.FAILED, _BROKEN
                return
        guard = threading.Timer(self._seconds, self._give_up)
        guard.daemon = True
        guard.start()
        try:
            for told in process.told():
                self._note(told)
        finally:
            guard.cancel()
            process.close()
            self._settle()

    def cancel(self) -> None:
        """End it at once; one that is over stays as it is."""
        with self._lock:
            if self.stage.over:
                return
            self.stage = Stage.CANCELLED
            if self._process is not None:
                self._process.kill()

    def remove(self) -> None:
        """End it and remove its folder."""
        self.cancel()
        # Windows lets go of the files of a process that was ended a moment later.
        for _ in range(_TRIES):
            shutil.rmtree(self.folder, ignore_errors=True)
            if not self.folder.exists():
                return
            time.sleep(_PAUSE)

    def state(self, language: str, place: int = 0) -> State:
        """How far it is, in the client's language."""
        with self._lock:
            told = self._told
            return State(
                id=self.key,
                state=self.stage,
                place=place,
                phase=told.phase,
                done=told.done,
                total=told.total,
                name=told.name,
                seconds_left=told.seconds_left,
                error=self._error.in_language(language) if self._error else None,
                papers=self._papers,
            )

    @property
    def number(self) -> int | None:
        """The number of its process."""
        return self._process.number if self._process else None

    def _note(self, told: Told) -> None:
        with self._lock:
            if told.papers is not None:
                self._papers = told.papers
            elif told.error is not None:
                self._error = told.error
            else:
                self._told = told
                if told.phase == _JUDGING:
                    self.names.append(told.name)

    def _give_up(self) -> None:
        self._late = True
        if self._process is not None:
            self._process.kill()

    def _settle(self) -> None:
        with self._lock:
            if self.stage is Stage.CANCELLED:
                return
            if self._papers and self._error is None:
                self.stage = Stage.DONE
                return
            self.stage = Stage.FAILED
            self._error = self._error or (_LATE if self._late else _BROKEN)
