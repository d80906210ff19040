"""What the page asks about one report: how it is shown, the files that are taken away, a blank one."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...auditing.running.tasks import Work
from ...editing.amendments import Amendment
from ...language import Text
from ..guard.refusals import RefusedError, malformed
from ..guard.uploads import Handed, file_name, handed, paper
from ..settings import Settings
from ..work.blank import FORMS, blank
from ..work.crew import Answer, Crew
from ..work.files import KINDS, file
from ..work.records import Asked, AskedBlank, Made, Shown
from ..work.showing import show
from .answers import file_answer, json_answer, language_of, refused

_NO_KIND = Text("kind 要是下列之一：{kinds}", "kind must be one of: {kinds}")
_NO_LIST = Text("amendments 不是改动的 JSON 列表", "amendments is no JSON list of amendments")
_NO_ORGAN = Text("请填写机关全称", "please give the full name of the public body")
_NO_YEAR = Text("年度要在 2019 到 2100 之间", "the year must be between 2019 and 2100")
_NO_FORM = Text("format 要是下列之一：{kinds}", "format must be one of: {kinds}")
_MOST_AMENDMENTS = 5000
# Too large and not readable.
_OF_THE_FILE = (413, 422)


class Single:
    """Answers about one report; nothing of it is kept."""

    def __init__(self, settings: Settings, crew: Crew, folder: Path) -> None:
        self._settings = settings
        self._crew = crew
        self._folder = folder

    def routes(self) -> list[Route]:
        """The addresses."""
        return [
            Route("/page/view", self.view, methods=["POST"]),
            Route("/page/file", self.file, methods=["POST"]),
            Route("/page/template", self.template, methods=["POST"]),
        ]

    async def view(self, request: Request) -> Response:
        """The report as fragments of markup, or why there is none.

        That a file is refused is an answer like another to the page: a browser would write any other status on its
        console as a fault of the page.
        """
        try:
            return json_answer(await self._answer(request, show, Shown))
        except RefusedError as error:
            if error.status not in _OF_THE_FILE:
                raise
            return refused(request, error, 200)

    async def file(self, request: Request) -> Response:
        """A file to be taken away."""
        kind = request.query_params.get("kind", "")
        if kind not in KINDS:
            raise malformed(_NO_KIND.filled(kinds=", ".join(KINDS)))
        return file_answer(await self._answer(request, file, Made, kind))

    async def template(self, request: Request) -> Response:
        """A blank report."""
        language = language_of(request)
        async with self._handed(request) as given:
            organ, year, form = given.field("organ").strip(), given.field("year"), given.field("format", "docx")
            if not organ or len(organ) > 100:
                raise malformed(_NO_ORGAN)
            if not (year.isascii() and year.isdigit() and 2019 <= int(year[:5]) <= 2100):
                raise malformed(_NO_YEAR)
            if form not in FORMS:
                raise malformed(_NO_FORM.filled(kinds=", ".join(FORMS)))

            def asked() -> AskedBlank:
                previous = given.paper("previous")
                return AskedBlank(organ=organ, year=int(year), form=form, previous=previous, language=language)

            return file_answer(await self._crew.answer(blank, organ, asked, Made))

    async def _answer(self, request: Request, work: Work, answer: type[Answer], kind: str = "") -> Answer:
        """What a process answers about the file of a request with its amendments."""
        language = language_of(request)
        async with self._handed(request) as given:
            part, amendments = given.needed("file"), _amendments(given.field("amendments"))

            def asked() -> Asked:
                return Asked(
                    choice=self._settings.choice,
                    file=paper(part),
                    previous=given.paper("previous"),
                    amendments=amendments,
                    language=language,
                    kind=kind,
                )

            return await self._crew.answer(work, file_name(part.name), asked, answer)

    def _handed(self, request: Request) -> AbstractAsyncContextManager[Handed]:
        intake = self._settings.intake
        return handed(request, intake.request, intake, self._folder)


def _amendments(written: str) -> tuple[Amendment, ...]:
    """The changes that a field lists; raises ``RefusedError``."""
    if not written:
        return ()
    try:
        found = msgspec.json.decode(written, type=tuple[Amendment, ...])
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise malformed(_NO_LIST) from error
    if len(found) > _MOST_AMENDMENTS:
        raise malformed(_NO_LIST)
    return found
