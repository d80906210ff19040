"""What programs ask: ``POST /api/lint``, the JSON contract as the command line writes it."""

from __future__ import annotations

from pathlib import Path

import anyio
import msgspec
from msgspec.structs import replace
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...auditing.choice import Choice, linter_of
from ...language import Text
from ...output.formats import output_formats
from ...output.words.problems import Problem
from ..guard.parts import Part
from ..guard.refusals import malformed
from ..guard.uploads import Handed, file_name, handed, paper
from ..settings import Settings
from ..work.crew import Crew
from ..work.linting import lint, write
from ..work.records import Asked, AskedOutput, Made
from .answers import file_answer, language_of

_NO_FILE = Text("请求中没有 file", "there is no file in the request")
_NO_FORMAT = Text("format 要是下列之一：{kinds}", "format must be one of: {kinds}")


class Programs:
    """Answers programs."""

    def __init__(self, settings: Settings, crew: Crew, folder: Path) -> None:
        self._settings = settings
        self._crew = crew
        self._folder = folder

    def routes(self) -> list[Route]:
        """The addresses."""
        return [Route("/api/lint", self.lint, methods=["POST"])]

    async def lint(self, request: Request) -> Response:
        """Every file of the request, checked, in the form that is asked for."""
        form, language = request.query_params.get("format", "json"), language_of(request)
        known = [one.name for one in output_formats()]
        if form not in known:
            raise malformed(_NO_FORMAT.filled(kinds=", ".join(known)))
        intake = self._settings.intake
        choice = self._choice(request)
        async with handed(request, intake.request, intake, self._folder) as given:
            if not given.parts("file"):
                raise malformed(_NO_FILE)
            files = await self._checked(given, choice)
        asked = AskedOutput(choice=choice, form=form, files=files, language=language)
        answer = file_answer(await self._crew.answer(write, form, lambda: asked, Made))
        del answer.headers["content-disposition"]
        return answer

    async def _checked(self, given: Handed, choice: Choice) -> tuple[bytes, ...]:
        """The results of each file, encoded, in their order; each file is worked on by itself."""
        parts = given.parts("file")
        found: list[bytes] = [b""] * len(parts)

        async def one(at: int, part: Part) -> None:
            def asked() -> Asked:
                return Asked(choice=choice, file=paper(part), previous=given.paper("previous"))

            answer = await self._crew.ask(lint, file_name(part.name), asked)
            found[at] = msgspec.msgpack.encode(answer) if isinstance(answer, Problem) else answer

        async with anyio.create_task_group() as group:
            for at, part in enumerate(parts):
                group.start_soon(one, at, part)
        return tuple(found)

    def _choice(self, request: Request) -> Choice:
        """The rules that are asked for; raises ``RefusedError`` for a code that there is not."""
        words = {key: tuple(filter(None, request.query_params.get(key, "").split(","))) for key in ("select", "ignore")}
        given = {key: value for key, value in words.items() if value}
        choice = replace(self._settings.choice, **given)
        if given:
            try:
                linter_of(choice)
            except ValueError as error:
                raise malformed(Text(str(error), str(error))) from error
        return choice
