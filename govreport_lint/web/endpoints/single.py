"""What the page asks about one report: how it is shown, the files that are taken away, a blank one."""

from __future__ import annotations

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...editing.amendments import Amendment
from ...language import Text
from ..guard.refusals import malformed
from ..guard.uploads import handed
from ..settings import Settings
from ..work.blank import FORMS, blank
from ..work.crew import Crew
from ..work.files import KINDS, file
from ..work.records import Asked, AskedBlank, Made, Shown
from ..work.showing import show
from .answers import file_answer, json_answer, language_of

_NO_KIND = Text("kind 要是下列之一：{kinds}", "kind must be one of: {kinds}")
_NO_LIST = Text("amendments 不是改动的 JSON 列表", "amendments is no JSON list of amendments")
_NO_ORGAN = Text("请填写机关全称", "please give the full name of the public body")
_NO_YEAR = Text("年度要在 2019 到 2100 之间", "the year must be between 2019 and 2100")
_NO_FORM = Text("format 要是下列之一：{kinds}", "format must be one of: {kinds}")
_MOST_AMENDMENTS = 5000


class Single:
    """Answers about one report; nothing of it is kept."""

    def __init__(self, settings: Settings, crew: Crew) -> None:
        self._settings = settings
        self._crew = crew

    def routes(self) -> list[Route]:
        """The addresses."""
        return [
            Route("/page/view", self.view, methods=["POST"]),
            Route("/page/file", self.file, methods=["POST"]),
            Route("/page/template", self.template, methods=["POST"]),
        ]

    async def view(self, request: Request) -> Response:
        """The report as fragments of markup."""
        asked = await self._asked(request, "")
        return json_answer(await self._crew.answer(show, asked.file.name, asked, Shown))

    async def file(self, request: Request) -> Response:
        """A file to be taken away."""
        kind = request.query_params.get("kind", "")
        if kind not in KINDS:
            raise malformed(_NO_KIND.filled(kinds=", ".join(KINDS)))
        asked = await self._asked(request, kind)
        return file_answer(await self._crew.answer(file, asked.file.name, asked, Made))

    async def template(self, request: Request) -> Response:
        """A blank report."""
        intake = self._settings.intake
        async with handed(request, intake.request, intake) as given:
            organ, year, form = given.field("organ").strip(), given.field("year"), given.field("format", "docx")
            if not organ or len(organ) > 100:
                raise malformed(_NO_ORGAN)
            if not (year.isascii() and year.isdigit() and 2019 <= int(year[:5]) <= 2100):
                raise malformed(_NO_YEAR)
            if form not in FORMS:
                raise malformed(_NO_FORM.filled(kinds=", ".join(FORMS)))
            previous = await given.paper("previous", intake)
        asked = AskedBlank(organ=organ, year=int(year), form=form, previous=previous, language=language_of(request))
        return file_answer(await self._crew.answer(blank, organ, asked, Made))

    async def _asked(self, request: Request, kind: str) -> Asked:
        intake, language = self._settings.intake, language_of(request)
        async with handed(request, intake.request, intake) as given:
            return Asked(
                choice=self._settings.choice,
                file=await given.needed("file", intake),
                previous=await given.paper("previous", intake),
                amendments=_amendments(given.field("amendments")),
                language=language,
                kind=kind,
            )


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
