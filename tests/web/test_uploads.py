"""What a request may bring: so many bytes, so long, under names that lead nowhere."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path

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
from govreport_lint.web.guard.uploads import file_name, handed, paper
from govreport_lint.web.settings import Intake

INTAKE = Intake(file=2000, request=4000, idle=0.3, seconds=1.0)


async def told(request: Request) -> Response:
    folder = Path(tempfile.mkdtemp())
    try:
        async with handed(request, INTAKE.request, INTAKE, folder) as form:
            papers = [paper(part) for part in form.parts("file")]
            return json_answer([(one.name, len(one.data)) for one in papers])
    finally:
        folder.rmdir()


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
    assert client.post("/", content=b"--x\r\nno head", headers=broken).status_code == 400


WHOLE = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\n\r\n12345\r\n--x--\r\n'


@pytest.mark.parametrize("left", range(1, len(WHOLE) - 2, 7))
def test_a_body_that_is_cut_off_is_refused_and_no_shorter_file(left: int) -> None:
    kind = {"content-type": "multipart/form-data; boundary=x"}
    answers = [TestClient(APP).post("/", content=body, headers=kind) for body in (WHOLE, WHOLE[:left])]
    assert [answer.status_code for answer in answers] == [200, 400]
    assert answers[0].json() == [["a.docx", 5]]


def test_where_nothing_was_chosen_there_is_no_file() -> None:
    kind = {"content-type": "multipart/form-data; boundary=x"}
    body = WHOLE.replace(b'"a.docx"', b'""').replace(b"12345", b"")
    assert TestClient(APP).post("/", content=body, headers=kind).json() == []


def test_thousands_of_files_take_one_descriptor_and_no_more_than_are_allowed(tmp_path: Path) -> None:
    many = Intake(files=1000)

    async def counted(request: Request) -> Response:
        async with handed(request, many.audit, many, tmp_path) as form:
            opened = len(list(Path("/proc/self/fd").iterdir())) if Path("/proc/self/fd").is_dir() else 0
            return json_answer([len(form.parts("file")), opened])

    app = Starlette(routes=[Route("/", counted, methods=["POST"])], exception_handlers={RefusedError: refused})
    head = b'--x\r\ncontent-disposition: form-data; name="file"; filename="a.docx"\r\n\r\n1\r\n'
    kind = {"content-type": "multipart/form-data; boundary=x"}
    client = TestClient(app)
    few = client.post("/", content=head + b"--x--\r\n", headers=kind).json()
    assert few[0] == 1
    assert client.post("/", content=head * 1000 + b"--x--\r\n", headers=kind).json() == [1000, few[1]]
    assert client.post("/", content=head * 1001 + b"--x--\r\n", headers=kind).status_code == 400


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
