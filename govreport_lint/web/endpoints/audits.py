"""The county's audit: it is begun, looked at, taken away and deleted. Nobody can list audits."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import anyio
import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from ...language import Text
from ..audits.events import events
from ..audits.job import OUT, Job
from ..audits.jobs import Jobs
from ..audits.overview import overview_name, summary_name
from ..audits.papers import FILES, ZIPS, policy_of, zipped
from ..audits.state import Stage
from ..audits.taking import asked, job_of
from ..guard.refusals import RefusedError, unknown
from ..guard.uploads import handed
from ..settings import Settings
from .answers import json_answer, language_of

_NOT_YET = Text("审核还没有完成", "the audit is not done yet")
_SHOWN = frozenset({"audit.html", "audit.json"})
_TITLES = {
    "audit.xlsx": "审核底稿.xlsx",
    "audit.html": "审核结果.html",
    "audit.json": "audit.json",
    "units.csv": "单位名单草稿.csv",
    "county-draft.docx": "县级年报草稿.docx",
    "out.zip": "审核成果.zip",
    "letters.zip": "整改通知.zip",
}


class Audits:
    """Answers about audits, whose files lie below ``folder``."""

    def __init__(self, settings: Settings, folder: Path, jobs: Jobs | None = None) -> None:
        self._settings = settings
        self._folder = folder
        self.jobs = jobs or Jobs()

    def routes(self) -> list[Route]:
        """The addresses."""
        one = "/api/audit/{key}"
        return [
            Route("/api/audit", self.begin, methods=["POST"]),
            Route(one, self.state, methods=["GET"]),
            Route(one, self.delete, methods=["DELETE"]),
            Route(f"{one}/events", self.events),
            Route(f"{one}/matrix", self.text(overview_name, "text/html; charset=utf-8")),
            Route(f"{one}/summary", self.text(summary_name, "text/plain; charset=utf-8")),
            Route(f"{one}/{{name}}", self.paper),
        ]

    def end(self) -> None:
        """End and delete every audit."""
        self.jobs.end()

    async def begin(self, request: Request) -> Response:
        """Take the files in; the audit begins when it is its turn."""
        intake = self._settings.intake
        language_of(request)
        async with handed(request, intake.audit, intake) as given:
            wanted = asked(given, self._settings)
            job = await anyio.to_thread.run_sync(job_of, wanted, self._folder, self._settings, self.jobs)
        links = {name: f"api/audit/{job.key}/{name}" for name in ("events", "matrix", "summary", *FILES, *ZIPS)}
        return json_answer({"id": job.key, "links": {"state": f"api/audit/{job.key}", **links}}, 201)

    async def state(self, request: Request) -> Response:
        """How far it is."""
        job = self._job(request)
        return json_answer(job.state(language_of(request), self.jobs.place(job)))

    async def delete(self, request: Request) -> Response:
        """End it and delete its files."""
        if not await anyio.to_thread.run_sync(self.jobs.delete, request.path_params["key"]):
            raise unknown()
        return Response(status_code=204)

    async def events(self, request: Request) -> Response:
        """The progress as it goes on."""
        job, language = self._job(request), language_of(request)
        headers = {"x-accel-buffering": "no"}
        return StreamingResponse(events(self.jobs, job, language), media_type="text/event-stream", headers=headers)

    def text(self, name: Callable[[str], str], media: str) -> Callable[[Request], object]:
        """The answer that gives a text which lies beside the papers in each language."""

        async def answer(request: Request) -> Response:
            path = self._done(request).folder / name(language_of(request))
            try:
                return Response(await anyio.Path(path).read_bytes(), media_type=media)
            except OSError as error:
                raise unknown() from error

        return answer

    async def paper(self, request: Request) -> Response:
        """One of the papers, or several as a zip."""
        name = request.path_params["name"]
        if name not in FILES and name not in ZIPS:
            raise unknown()
        out = self._done(request).folder / OUT
        shown = "inline" if name in _SHOWN and "save" not in request.query_params else "attachment"
        headers = {"content-disposition": f"{shown}; filename*=UTF-8''{quote(_TITLES[name])}"}
        if name in ZIPS:
            folder = out / ZIPS[name]
            if not folder.is_dir():
                raise unknown()
            return StreamingResponse(zipped(folder), media_type="application/zip", headers=headers)
        path = out / name
        if not path.is_file():
            raise unknown()
        policy = policy_of(path) if name == "audit.html" else None
        if policy:
            headers["content-security-policy"] = policy
        return FileResponse(path, media_type=FILES[name], headers=headers)

    def _job(self, request: Request) -> Job:
        job = self.jobs.find(request.path_params["key"])
        if job is None:
            raise unknown()
        return job

    def _done(self, request: Request) -> Job:
        job = self._job(request)
        if job.stage is not Stage.DONE:
            raise RefusedError(409, "not-done", _NOT_YET)
        return job


def audit_routes(settings: Settings, folder: Path, jobs: Jobs | None = None) -> list[Route]:
    """The addresses of the audit. Whoever gives ``jobs`` ends them."""
    return Audits(settings, folder, jobs).routes()
