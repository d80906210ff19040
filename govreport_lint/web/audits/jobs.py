"""The audits of a server: one is at work, the others wait in their order, and none is kept for long."""

from __future__ import annotations

import threading
import time
from collections import deque
from pathlib import Path

from msgspec import Struct

from .job import Job
from .state import Stage


class JobLimits(Struct, frozen=True):
    """``kept``: the most audits at a time, ``size``: the most bytes of their files together. One that nobody looks at
    for ``forgotten`` seconds is deleted. An audit may take ``seconds``, and more for each file and each megabyte."""

    kept: int = 20
    size: int = 4 * 2**30
    forgotten: float = 1800.0
    seconds: float = 600.0
    seconds_per_file: float = 20.0
    seconds_per_megabyte: float = 10.0

    def time_for(self, files: int, size: int) -> float:
        """The seconds that an audit of so many files and bytes may take."""
        return self.seconds + files * self.seconds_per_file + size / 2**20 * self.seconds_per_megabyte


class Jobs:
    """Knows every audit by its key, which cannot be guessed; nobody can list them."""

    def __init__(self, limits: JobLimits | None = None) -> None:
        self.limits = limits or JobLimits()
        self._jobs: dict[str, Job] = {}
        self._waiting: deque[tuple[Job, Path]] = deque()
        self._lock = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._ended = False

    def has_room(self, size: int) -> bool:
        """Whether one more audit with so many bytes may be kept."""
        with self._lock:
            whole = size + sum(job.size for job in self._jobs.values())
            return not self._ended and len(self._jobs) < self.limits.kept and whole <= self.limits.size

    def add(self, job: Job, order: Path) -> None:
        """Take an audit into the queue; one that comes when the server ends is removed."""
        with self._lock:
            if not self._ended:
                self._jobs[job.key] = job
                self._waiting.append((job, order))
                self._begin()
                self._lock.notify_all()
                return
        job.remove()

    def find(self, key: str) -> Job | None:
        """The audit with a key, which is looked at by this; None where there is none, or not any more."""
        with self._lock:
            job = self._jobs.get(key)
        if job is not None:
            job.looked = time.monotonic()
        return job

    def place(self, job: Job) -> int:
        """How many audits are before it; 0 for one that does not wait."""
        with self._lock:
            waiting = [each for each, _ in self._waiting if each.stage is Stage.QUEUED]
            working = any(each.stage is Stage.RUNNING for each in self._jobs.values())
        return waiting.index(job) + working if job in waiting else 0

    def delete(self, key: str) -> bool:
        """End an audit and remove all of it; False where there is none."""
        with self._lock:
            job = self._jobs.pop(key, None)
            self._waiting = deque(each for each in self._waiting if each[0] is not job)
        if job is None:
            return False
        job.remove()
        return True

    def forget(self) -> None:
        """Delete the audits that nobody has looked at for long."""
        now = time.monotonic()
        with self._lock:
            old = [key for key, job in self._jobs.items() if now - job.looked > self.limits.forgotten]
        for key in old:
            self.delete(key)

    def end(self) -> None:
        """Delete every audit, whatever it does."""
        with self._lock:
            self._ended = True
            keys, threads = list(self._jobs), self._threads
            self._lock.notify_all()
        for key in keys:
            self.delete(key)
        for thread in threads:
            thread.join()

    def _begin(self) -> None:
        """Start the threads with the first audit."""
        if not self._threads:
            works = (self._work, self._watch)
            self._threads = [threading.Thread(target=work, name="audits", daemon=True) for work in works]
            for thread in self._threads:
                thread.start()

    def _work(self) -> None:
        while True:
            with self._lock:
                while not self._waiting and not self._ended:
                    self._lock.wait()
                if self._ended:
                    return
                job, order = self._waiting.popleft()
            job.run(order)

    def _watch(self) -> None:
        pause = min(30.0, self.limits.forgotten / 2)
        while True:
            with self._lock:
                if self._ended or (self._lock.wait_for(lambda: self._ended, pause)):
                    return
            self.forget()
