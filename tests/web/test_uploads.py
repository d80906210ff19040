"""What a request may bring: so many bytes, so long, under names that lead nowhere."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from govreport_lint.web.endpoints.answers import json_answer, refused
from govreport_lint.web.guard.refusals import RefusedError
from govreport_lint.web.guard.uploads import file_name, handed
from govreport_lint.web.settings import Intake

INTAKE = Intake(file=2000, request=4000, idle=0.3, seconds=1.0)


async def told(request: Request) -> Response:
    async with handed(request, INTAKE.request, INTAKE) as form:
        papers = await form.papers("file", INTAKE)
        return json_answer([(paper.name, len(paper.data)) for paper in papers])


APP = Starlette(routes=[Route("/", told, methods=["POST"])], exception_handlers={RefusedError: refused})


def posted(*files: tuple[str, bytes]) -> tuple[int, object]:
    answer = TestClient(APP).post("/", files=[("file", each) for each in files])
    return answer.status_code, answer.json()


def test_files_come_with_their_names_and_bytes() -> None:
    assert posted(("年报.docx", b"12345"), ("b.html", b"")) == (200, [["年报.docx", 5], ["b.html", 0]])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\系统.docx", "系统.docx"),
        ("/年报/../a.docx", "a.docx"),
        ("..", "report"),
        ("", "report"),
        ("a\x1b[31m\n.docx", "a␛[31m .docx"),
        ("长" * 400 + ".docx", "长" * 145 + ".docx"),
    ],
)
def test_a_name_leads_nowhere(name: str, kept: str) -> None:
    assert file_name(name) == kept


@given(st.text(max_size=300))
def test_no_name_holds_a_folder_or_a_command(name: str) -> None:
    kept = file_name(name)
    assert kept and len(kept) <= 150 and not set(kept) & set("/\\\n\r\x00\x1b") and kept not in (".", "..")


def test_a_file_or_a_request_that_is_too_large_is_refused() -> None:
    status, said = posted(("a.docx", b"x" * 2500))
    assert status == 413 and said == {"error": {"code": "too-large", "message": "文件过大，一次最多 0 MB"}}
    assert posted(("a.docx", b"x" * 1900), ("b.docx", b"x" * 1900), ("c.docx", b"x" * 1900))[0] == 413


def test_a_request_that_is_no_form_is_refused() -> None:
    client = TestClient(APP)
    assert client.post("/", json={"file": "a"}).status_code == 400
    assert client.post("/", content=b"--x", headers={"content-type": "multipart/form-data"}).status_code == 400
    broken = {"content-type": "multipart/form-data; boundary=x"}
    assert client.post("/", content=b"--x\r\nno head", headers=broken).status_code in (200, 400)


def asked_slowly(chunks: AsyncIterator[bytes]) -> int:
    """The status of a request without a length whose body comes piece by piece."""
    scope = {
        "type": "http", "method": "POST", "path": "/", "query_string": b"", "http_version": "1.1", "scheme": "http",
        "headers": [(b"content-type", b"multipart/form-data; boundary=x")],
    }  # fmt: skip
    statuses: list[int] = []

    async def receive() -> Message:
        async for chunk in chunks:
            return {"type": "http.request", "body": chunk, "more_body": True}
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    asyncio.run(asyncio.wait_for(APP(scope, receive, send), 20))
    return statuses[0]


HEAD = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\n\r\n'


async def endless() -> AsyncIterator[bytes]:
    yield HEAD
    while True:
        yield b"x" * 500


async def silent() -> AsyncIterator[bytes]:
    yield HEAD
    await asyncio.sleep(60)
    yield b"x"


async def dripping() -> AsyncIterator[bytes]:
    yield HEAD
    while True:
        await asyncio.sleep(0.05)
        yield b"x"


@pytest.mark.parametrize(("body", "status"), [(endless, 413), (silent, 408), (dripping, 408)])
def test_a_body_without_end_ends(body: object, status: int) -> None:
    assert asked_slowly(body()) == status  # type: ignore[operator]
