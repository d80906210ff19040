"""What a request brings, taken in within its limits: files wait on the disk of the server, no name leads anywhere."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from msgspec import Struct
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message, Receive

from ...language import Text
from ...output.words.printable import printable
from ..settings import Intake
from ..work.records import Paper
from .refusals import malformed, too_large, too_slow

_SEPARATORS = re.compile(r"[/\\]")
_LONGEST_NAME, _LONGEST_SUFFIX = 150, 8
_MOST_FIELDS = 64
_MOST_OF_A_FIELD = 4 * 2**20
_NO_FILE = Text("请求中没有文件", "there is no file in the request")
_NO_FORM = Text("请求不是 multipart/form-data", "the request is no multipart/form-data")


class Handed(Struct, frozen=True):
    """The form of a request."""

    form: FormData

    def field(self, name: str, default: str = "") -> str:
        """What a field says; what is no text says nothing."""
        value = self.form.get(name)
        return value if isinstance(value, str) else default

    def uploads(self, name: str) -> Sequence[UploadFile]:
        """The files under a name that are not empty selections."""
        found = (value for value in self.form.getlist(name) if isinstance(value, UploadFile))
        return [file for file in found if file.filename or file.size]

    async def papers(self, name: str, intake: Intake) -> tuple[Paper, ...]:
        """The files under a name with their bytes."""
        return tuple([await _paper(file, intake) for file in self.uploads(name)])

    async def paper(self, name: str, intake: Intake) -> Paper | None:
        """The first file under a name."""
        files = self.uploads(name)
        return await _paper(files[0], intake) if files else None

    async def needed(self, name: str, intake: Intake) -> Paper:
        """The file under a name; raises ``RefusedError`` where there is none."""
        paper = await self.paper(name, intake)
        if paper is None:
            raise malformed(_NO_FILE)
        return paper


@asynccontextmanager
async def handed(request: Request, most: int, intake: Intake) -> AsyncIterator[Handed]:
    """The form of a request of at most so many bytes, its files as long as it is open; raises ``RefusedError``."""
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise too_large(most)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise malformed(_NO_FORM)
    bounded = Request(request.scope, _Bounded(request.receive, most, intake))
    try:
        form = await bounded.form(max_files=intake.files, max_fields=_MOST_FIELDS, max_part_size=_MOST_OF_A_FIELD)
    except HTTPException as error:
        raise malformed(Text("请求的内容不完整", "the request is not whole")) from error
    try:
        yield Handed(form)
    finally:
        await form.close()


def file_name(given: str) -> str:
    """The last part of a name that a client gives, as it may be printed and saved."""
    last = printable(_SEPARATORS.split(given)[-1]).strip().strip(".")
    stem, dot, suffix = last.rpartition(".")
    if len(last) > _LONGEST_NAME and dot and len(suffix) < _LONGEST_SUFFIX:
        last = f"{stem[: _LONGEST_NAME - 1 - len(suffix)]}.{suffix}"
    return last[:_LONGEST_NAME] or "report"


async def _paper(file: UploadFile, intake: Intake) -> Paper:
    if (file.size or 0) > intake.file:
        raise too_large(intake.file)
    return Paper(file_name(file.filename or ""), await file.read())


class _Bounded:
    """A body that ends in a refusal where it is too long, or does not come."""

    def __init__(self, receive: Receive, most: int, intake: Intake) -> None:
        self._receive = receive
        self._left = self._most = most
        self._intake = intake
        self._until = time.monotonic() + intake.seconds

    async def __call__(self) -> Message:
        wait = min(self._intake.idle, self._until - time.monotonic())
        try:
            message = await asyncio.wait_for(self._receive(), max(wait, 0.01))
        except TimeoutError as error:
            raise too_slow() from error
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise too_large(self._most)
        return message
