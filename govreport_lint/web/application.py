"""The application: which address is answered by whom, and what stands before all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from starlette.applications import Starlette
from starlette.types import ASGIApp

from .audits.jobs import Jobs
from .endpoints.answers import refused
from .endpoints.audits import Audits
from .endpoints.pages import Pages
from .endpoints.programs import Programs
from .endpoints.single import Single
from .guard.gate import Gate
from .guard.refusals import RefusedError
from .settings import Settings
from .work.crew import Crew


def application(settings: Settings, folder: Path, end: Callable[[], None] | None = None) -> ASGIApp:
    """The application. What it must put down for a moment lies in ``folder``; ``end`` ends the server."""
    crew, jobs = Crew(settings), Jobs(folder, settings)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            crew.end()
            await anyio.to_thread.run_sync(jobs.end)

    routes = [
        *Pages(settings, end).routes(),
        *Single(settings, crew, folder).routes(),
        *Programs(settings, crew, folder).routes(),
        *Audits(jobs).routes(),
    ]
    inner = Starlette(routes=routes, exception_handlers={RefusedError: refused}, lifespan=lifespan)
    return Gate(inner, settings)
