"""Processes that work, lent to one thread each; more are started while all are lent."""

from __future__ import annotations

import threading

from ...output.words.problems import Problem
from .tasks import Limits, Task, died
from .worker import Worker


class Workers:
    """The processes of one owner. ``end`` may be called while threads still ask: they are told that theirs died."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._lent: set[Worker] = set()
        self._ended = False

    def ask(self, work: str, task: Task) -> bytes | Problem:
        """What a process answers to the task, or why it did not."""
        try:
            worker = self._take()
        except OSError:
            # The system has no memory or no number left for one more process.
            return died(task.name)
        if worker is None:
            return died(task.name)
        try:
            return worker.ask(work, task)
        finally:
            self._give_back(worker)

    def _take(self) -> Worker | None:
        with self._lock:
            if self._ended:
                return None
            while self._idle:
                worker = self._idle.pop()
                if worker.usable:
                    break
                _close(worker)
            else:
                worker = Worker(self._limits)
            self._lent.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._lent.discard(worker)
            if worker.usable and not self._ended:
                self._idle.append(worker)
            else:
                _close(worker)

    def end(self) -> None:
        """End every process at once, whatever it does."""
        with self._lock:
            self._ended = True
            for worker in self._lent:
                worker.end()
            for worker in self._idle:
                _close(worker)
            self._idle = []


def _close(worker: Worker) -> None:
    worker.end()
    worker.close()
