"""The pages themselves, their looks and scripts, the sample, and the button that ends the program."""

from __future__ import annotations

from collections.abc import Callable

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...version import __version__
from ..guard.refusals import unknown
from ..pages.api.api_page import api_page
from ..pages.api.openapi import openapi
from ..pages.audit_place import audit_place
from ..pages.looks import look
from ..pages.sample import NAME, sample_report
from ..pages.start import start_page
from ..pages.surroundings import Surroundings
from ..settings import OWN_NAMES, Settings
from ..work.records import Made
from .answers import file_answer, json_answer


class Pages:
    """Answers a browser that looks; ``end`` ends the server."""

    def __init__(self, settings: Settings, end: Callable[[], None] | None) -> None:
        self._settings = settings
        self._end = end

    def routes(self) -> list[Route]:
        """The addresses."""
        routes = [
            Route("/", self.start),
            Route("/look/{name}", self.look),
            Route("/page/sample", self.sample),
            Route("/api/", self.api),
            Route("/api/openapi.json", self.openapi),
        ]
        if self._settings.may_quit and self._end is not None:
            routes.append(Route("/page/quit", self.quit, methods=["POST"]))
        return routes

    async def start(self, request: Request) -> Response:
        """The page that takes files."""
        about = self.about(request)
        page = start_page(about, audit_place(about.language))
        return Response(page, media_type="text/html; charset=utf-8")

    async def look(self, request: Request) -> Response:
        """A style or a script."""
        found = look(request.path_params["name"])
        if found is None:
            raise unknown()
        data, kind = found
        return Response(data, headers={"content-type": kind})

    async def api(self, request: Request) -> Response:
        """The page for programmers."""
        address = f"{request.url.scheme}://{request.headers.get('host', '')}/{self._settings.token}/"
        return Response(api_page(self.about(request), address), media_type="text/html; charset=utf-8")

    async def openapi(self, request: Request) -> Response:
        """The interface as OpenAPI."""
        return json_answer(openapi(__version__, self.about(request).language))

    async def sample(self, _: Request) -> Response:
        """A report with faults, to try the page with."""
        return file_answer(Made(NAME, await anyio.to_thread.run_sync(sample_report)))

    async def quit(self, _: Request) -> Response:
        """End the program when this is answered."""
        assert self._end is not None
        self._end()
        return json_answer({"ended": True})

    def about(self, request: Request) -> Surroundings:
        """The server as its pages speak of it."""
        settings = self._settings
        language = request.query_params.get("lang") or _accepted(request)
        return Surroundings(
            language="en" if language == "en" else "zh",
            version=__version__,
            local=bool(settings.hosts) and set(settings.hosts) <= set(OWN_NAMES),
            may_quit=settings.may_quit,
            largest=settings.intake.file,
        )


def _accepted(request: Request) -> str:
    """The first language that a browser asks for; Chinese where it asks for none of ours."""
    first = request.headers.get("accept-language", "").split(",")[0].strip().lower()
    return "en" if first.startswith("en") else "zh"
