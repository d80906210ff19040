"""What is asked about the audit of a county: begin one, see how far it is, take its papers away, end it."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import anyio.to_thread
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route

from ...language import Text
from ..audits.following import events, shown
from ..audits.job import Job
from ..audits.jobs import Jobs
from ..audits.papers import ALL, LETTERS, SINGLE, paper, policy_of
from ..audits.records import Asked, State
from ..audits.storing import Stored, store
from ..guard.refusals import RefusedError, malformed
from ..guard.uploads import handed
from ..media import media_type
from .answers import json_answer, language_of

_PARTS = ("reports", "previous", "units", "county", "workbook")
_NO_REPORTS = Text("请求中没有年报（reports）", "there are no reports in the request")
_NO_DATE = Text("检查日期请写成 2025-01-20 的样子", "the date must be like 2025-01-20")
_NO_YEAR = Text("年度要在 2008 到 2100 之间", "the year must be between 2008 and 2100")
_UNFINISHED = Text("核验还没有完成", "the audit is not finished")
_SAVED_AS = {
    "audit.xlsx": "核验工作簿.xlsx",
    "audit.json": "audit.json",
    "county-draft.docx": "本级年报草稿.docx",
    "units.csv": "units.csv",
    LETTERS: "信函.zip",
    ALL: "核验结果.zip",
}


class Audits:
    """Answers about audits, each to whoever knows its id."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def routes(self) -> list[Route]:
        """The addresses."""
        papers = [Route(f"/api/audit/{{key}}/{name}", self.paper) for name in (*SINGLE, LETTERS, ALL)]
        return [
            Route("/api/audit", self.begin, methods=["POST"]),
            Route("/api/audit/{key}", self.state, methods=["GET"]),
            Route("/api/audit/{key}", self.forget, methods=["DELETE"]),
            Route("/api/audit/{key}/events", self.follow),
            Route("/api/audit/{key}/matrix", self.matrix),
            *papers,
        ]

    async def begin(self, request: Request) -> Response:
        """Take the files in and have the audit made when its turn comes."""
        intake = self._jobs.settings.intake
        job = self._jobs.begin()
        try:
            async with handed(request, intake.audit, intake, self._jobs.folder) as given:
                day, year = _day(given.field("date").strip()), _year(given.field("year").strip())
                uploads = {part: given.parts(part) for part in _PARTS}
                if not uploads["reports"]:
                    raise malformed(_NO_REPORTS)
                stored = await anyio.to_thread.run_sync(store, job, uploads)
            self._jobs.submit(job, self._asked(job, stored, day, year), stored.files, stored.size)
        except BaseException:
            self._jobs.forget(job.key)
            raise
        return json_answer({"id": job.key}, 201)

    def _asked(self, job: Job, stored: Stored, day: str, year: int | None) -> Asked:
        settings = self._jobs.settings
        return Asked(
            key=job.key,
            **stored.places,
            date=day,
            year=year,
            jobs=max(2, settings.jobs),
            settings=settings.audit,
            choice=settings.choice,
        )

    async def state(self, request: Request) -> Response:
        """How far it is."""
        job, language = self._job(request), language_of(request)
        return json_answer(shown(job, self._jobs.progress(job), language))

    async def follow(self, request: Request) -> Response:
        """How far it is, as it happens."""
        job, language = self._job(request), language_of(request)
        return StreamingResponse(events(self._jobs, job, language), media_type="text/event-stream")

    async def matrix(self, request: Request) -> Response:
        """The numbers and the units, as a fragment of markup."""
        job, language = self._done(request), language_of(request)
        return FileResponse(job.folder / f"matrix.{language}.html", media_type=media_type("html"))

    async def paper(self, request: Request) -> Response:
        """A paper; the page is shown, all others are saved."""
        job, name = self._done(request), request.url.path.rpartition("/")[2]
        path = await anyio.to_thread.run_sync(paper, job, name)
        headers = {}
        if name == "audit.html" and "save" not in request.query_params:
            headers["content-security-policy"] = await anyio.to_thread.run_sync(policy_of, path)
        else:
            saved = quote(_SAVED_AS.get(name, "核验结果.html"))
            headers["content-disposition"] = f"attachment; filename*=UTF-8''{saved}"
        return FileResponse(path, media_type=media_type(name), headers=headers)

    async def forget(self, request: Request) -> Response:
        """End it, and take away everything of it."""
        await anyio.to_thread.run_sync(self._jobs.forget, request.path_params["key"])
        return Response(status_code=204)

    def _job(self, request: Request) -> Job:
        return self._jobs.find(request.path_params["key"])

    def _done(self, request: Request) -> Job:
        job = self._job(request)
        if job.progress.state is not State.DONE:
            raise RefusedError(409, "unfinished", _UNFINISHED)
        return job


def _day(written: str) -> str:
    """The day as ISO; today where none is told. Raises ``RefusedError``."""
    try:
        return (date.fromisoformat(written) if written else date.today()).isoformat()
    except ValueError as error:
        raise malformed(_NO_DATE) from error


def _year(written: str) -> int | None:
    """The year of the reports; None where none is told. Raises ``RefusedError``."""
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and len(written) == 4 and 2008 <= int(written) <= 2100):
        raise malformed(_NO_YEAR)
    return int(written)
