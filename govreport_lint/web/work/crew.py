"""The processes that work for the server: so many files at the same time, the others wait, and too many are refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import anyio
import anyio.to_thread
import msgspec
from msgspec import Struct

from ...auditing.running.tasks import Task, Work, name_of
from ...auditing.running.workers import Workers
from ...language import same
from ...output.words.problems import INTERNAL, Problem
from ..guard.refusals import RefusedError, too_busy, unreadable
from ..settings import Settings
from .lanes import Lanes
from .records import Refusal

Answer = TypeVar("Answer", bound=Struct)
Question = Callable[[], Struct]


class Crew:
    """Asks a process of its own about each file; what the file does to that process, it does to nobody else."""

    def __init__(self, settings: Settings) -> None:
        self._workers = Workers(settings.limits)
        self._lanes = Lanes(settings.jobs, settings.aside, settings.soon)
        self._threads = anyio.CapacityLimiter(settings.jobs + settings.aside)
        self._most = settings.waiting

    async def ask(self, work: Work, name: str, question: Question) -> bytes | Problem:
        """What a process answers, or why it did not; raises ``RefusedError`` where too many wait.

        ``name`` is how the file is called in messages. ``question`` is made when its turn comes: who waits holds no
        bytes of a file.
        """
        if self._lanes.waiting >= self._most:
            raise too_busy()

        def asked() -> bytes | Problem:
            return self._workers.ask(name_of(work), Task(name, msgspec.msgpack.encode(question())))

        async with self._lanes.place():
            return await anyio.to_thread.run_sync(asked, limiter=self._threads)

    async def answer(self, work: Work, name: str, question: Question, kind: type[Answer]) -> Answer:
        """The same as a record of a kind; raises ``RefusedError`` where there is none, whoever refused it."""
        found = await self.ask(work, name, question)
        if isinstance(found, Problem):
            raise RefusedError(500, "internal", found.reason) if found.code == INTERNAL else unreadable(found.reason)
        made: Answer | Refusal = msgspec.msgpack.decode(found, type=kind | Refusal)
        if isinstance(made, Refusal):
            raise RefusedError(422, made.code, same(made.reason))
        return made

    def end(self) -> None:
        """End every process at once."""
        self._workers.end()
