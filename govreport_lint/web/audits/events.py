"""The progress of an audit as server-sent events; who comes late or comes back is told how things stand first."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator

import anyio
import msgspec

from .job import Job
from .jobs import Jobs
from .state import State

_PAUSE = 0.15
_HEARTBEAT = 10.0


async def events(jobs: Jobs, job: Job, language: str, pause: float = _PAUSE) -> AsyncIterator[bytes]:
    """``progress`` whenever it goes on, with the ``names`` that were judged since; at the end ``done``, ``failed`` or
    ``cancelled``. A comment keeps the line open."""
    # A browser that has lost the line asks again after so many milliseconds.
    yield b"retry: 2000\n\n"
    before: State | None = None
    told, spoken = 0, time.monotonic()
    while True:
        job.looked = now = time.monotonic()
        state = job.state(language, jobs.place(job))
        if state != before:
            names = job.names[told:]
            told += len(names)
            name = str(state.state) if state.state.over else "progress"
            yield _event(name, state, names)
            before, spoken = state, now
        elif now - spoken > _HEARTBEAT:
            yield b": \n\n"
            spoken = now
        if state.state.over:
            return
        await anyio.sleep(pause)


def _event(name: str, state: State, names: list[str]) -> bytes:
    data = {**msgspec.to_builtins(state), "names": names}
    return b"event: %s\ndata: %s\n\n" % (name.encode(), msgspec.json.encode(data))
