"""Who is worked on now: so many at a time, and what takes long steps aside, so that it holds up nobody behind it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from anyio import CapacityLimiter


class Lanes:
    """So many places, and so many beside them for what has taken longer than ``after`` seconds."""

    def __init__(self, places: int, aside: int, after: float) -> None:
        self._places, self._aside = CapacityLimiter(places), CapacityLimiter(aside)
        self._slow: set[object] = set()
        self._after = after

    @property
    def waiting(self) -> int:
        """How many wait for a place."""
        return self._places.statistics().tasks_waiting

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place, as long as it is needed."""
        holder = object()
        await self._places.acquire_on_behalf_of(holder)
        clock = asyncio.get_running_loop().call_later(self._after, self._step_aside, holder)
        try:
            yield
        finally:
            clock.cancel()
            if holder in self._slow:
                self._slow.remove(holder)
                self._aside.release_on_behalf_of(holder)
            else:
                self._places.release_on_behalf_of(holder)

    def _step_aside(self, holder: object) -> None:
        """Let the next one in; where all places beside are taken, it keeps its own."""
        if self._aside.available_tokens:
            self._aside.acquire_on_behalf_of_nowait(holder)
            self._slow.add(holder)
            self._places.release_on_behalf_of(holder)
