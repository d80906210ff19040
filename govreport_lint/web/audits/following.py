"""How far a job is, as it happens: server-sent events, the present state first."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import anyio
import msgspec
from msgspec import Struct

from .job import Job
from .jobs import Jobs
from .records import Progress, Stage, State

_LOOK = 0.2
_BEAT = 10.0
_EVENTS = {State.DONE: "done", State.FAILED: "failed", State.CANCELLED: "cancelled"}


class Shown(Struct, frozen=True):
    """The state of a job as JSON."""

    id: str
    state: State
    stage: Stage | None
    done: int
    total: int
    name: str
    seconds_left: float | None
    ahead: int
    error: str | None
    papers: tuple[str, ...]


def shown(job: Job, progress: Progress, language: str) -> Shown:
    """The state in ``zh`` or ``en``."""
    error = progress.error.in_language(language) if progress.error else None
    left = progress.seconds_left
    return Shown(
        job.key,
        progress.state,
        progress.stage,
        progress.done,
        progress.total,
        progress.name,
        None if left is None else round(left, 1),
        progress.ahead,
        error,
        progress.papers,
    )


async def events(jobs: Jobs, job: Job, language: str) -> AsyncIterator[bytes]:
    """``progress`` as often as there is any; at last ``done``, ``failed`` or ``cancelled``. A comment is the beat."""
    last: Progress | None = None
    told = time.monotonic()
    while True:
        progress = jobs.progress(job)
        if progress != last:
            last, told = progress, time.monotonic()
            name = _EVENTS.get(progress.state, "progress")
            yield b"event: %s\ndata: %s\n\n" % (name.encode(), msgspec.json.encode(shown(job, progress, language)))
        elif time.monotonic() - told > _BEAT:
            told = time.monotonic()
            yield b": beat\n\n"
        if progress.state.over:
            return
        jobs.look(job)
        await anyio.sleep(_LOOK)
