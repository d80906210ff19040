"""What a request brings, taken in within its limits: files wait on the disk of the server, no name leads anywhere."""

from __future__ import annotations

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import anyio.to_thread
from msgspec import Struct
from starlette.requests import Request
from starlette.types import Message, Receive

from ...language import Text
from ...output.words.printable import printable
from ..settings import Intake
from ..work.records import Paper
from .parts import Part, Parts
from .refusals import malformed, too_large, too_slow

_SEPARATORS = re.compile(r"[/\\]")
_LONGEST_NAME, _LONGEST_SUFFIX = 150, 8
_NO_FILE = Text("请求中没有文件", "there is no file in the request")
_NO_FORM = Text("请求不是 multipart/form-data", "the request is no multipart/form-data")


class Handed(Struct, frozen=True):
    """The form of a request; its files lie on the disk as long as it is open."""

    fields: Mapping[str, str]
    files: Sequence[Part]

    def field(self, name: str, default: str = "") -> str:
        """What a field says."""
        return self.fields.get(name, default)

    def parts(self, name: str) -> list[Part]:
        """The files of a field."""
        return [part for part in self.files if part.field == name]

    def needed(self, name: str) -> Part:
        """The first file of a field; raises ``RefusedError`` where there is none."""
        parts = self.parts(name)
        if not parts:
            raise malformed(_NO_FILE)
        return parts[0]

    def paper(self, name: str) -> Paper | None:
        """The first file of a field with its bytes."""
        parts = self.parts(name)
        return paper(parts[0]) if parts else None


@asynccontextmanager
async def handed(request: Request, most: int, intake: Intake, folder: Path) -> AsyncIterator[Handed]:
    """The form of a request of at most so many bytes, its files in a folder of their own below ``folder``.

    Raises ``RefusedError``.
    """
    declared = request.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > most:
        raise too_large(most)
    kind = request.headers.get("content-type", "")
    if not kind.startswith("multipart/form-data"):
        raise malformed(_NO_FORM)
    bounded = Request(request.scope, _Bounded(request.receive, most, intake))
    with tempfile.TemporaryDirectory(prefix="request-", dir=folder, ignore_cleanup_errors=True) as own:
        parts = Parts(kind, Path(own), intake)
        try:
            async for piece in bounded.stream():
                await anyio.to_thread.run_sync(parts.take, piece)
            parts.whole()
        finally:
            parts.close()
        yield Handed(parts.fields, parts.files)


def paper(part: Part) -> Paper:
    """A file with its bytes, under the last part of its name."""
    return Paper(file_name(part.name), part.path.read_bytes())


def file_name(given: str) -> str:
    """The last part of a name that a client gives, as it may be printed and saved."""
    last = printable(_SEPARATORS.split(given)[-1]).strip().strip(".")
    stem, dot, suffix = last.rpartition(".")
    if len(last) > _LONGEST_NAME and dot and len(suffix) < _LONGEST_SUFFIX:
        last = f"{stem[: _LONGEST_NAME - 1 - len(suffix)]}.{suffix}"
    return last[:_LONGEST_NAME] or "report"


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
