"""What the server answers: the contract as the command line writes it, the report, files, refusals with their reason."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import SMALL, server
from conftest import SAMPLES
from msgspec.structs import replace
from starlette.testclient import TestClient

from govreport_lint import lint_bytes
from govreport_lint.auditing.running.tasks import Limits
from govreport_lint.web.pages.sample import sample_report
from govreport_lint.web.settings import Settings

FAULTY = ("town-2024.faulty.md", (SAMPLES / "town-2024.faulty.md").read_bytes())
WORD = ("样例.docx", sample_report())
CELL = {"table": "applications", "row": "received", "column": "total", "text": "99"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with server(tmp_path_factory.mktemp("server")) as asked:
        yield asked


def test_programs_get_the_contract_as_the_command_line_writes_it(client: TestClient) -> None:
    answer = client.post("api/lint", files=[("file", FAULTY), ("file", WORD), ("file", ("no.docx", b"PK"))])
    assert answer.status_code == 200 and answer.headers["content-type"] == "application/json"
    told = answer.json()
    assert told["schema"].startswith("govreport-lint/") or told["schema"]
    assert [each["path"] for each in told["files"]] == [FAULTY[0], WORD[0], "no.docx"]
    assert told["files"][0] == json.loads(lint_bytes(FAULTY[1], FAULTY[0]).to_json())
    assert told["files"][2]["error"]["code"] == "unreadable"
    assert told["summary"]["files"] == 3


def test_programs_choose_rules_language_and_output(client: TestClient) -> None:
    only = client.post("api/lint?select=D&lang=en", files=[("file", WORD)]).json()
    assert {each["code"][0] for each in only["files"][0]["findings"]} == {"D"}
    assert client.post("api/lint?format=sarif", files=[("file", WORD)]).json()["version"] == "2.1.0"
    for query in ("select=A999", "format=none", "lang=fr"):
        answer = client.post(f"api/lint?{query}", files=[("file", WORD)])
        assert answer.status_code == 400 and answer.json()["error"]["code"] == "malformed"
    assert client.post("api/lint", files=[("other", WORD)]).status_code == 400


def test_a_report_is_shown_and_checked_again_with_what_was_changed(client: TestClient) -> None:
    first = client.post("page/view", files=[("file", WORD)]).json()
    assert first["name"] == WORD[0] and len(first["reports"]) == 1 and first["edited"]["suffix"] is None
    told = json.dumps([CELL])
    again = client.post("page/view?lang=en", files=[("file", WORD)], data={"amendments": told}).json()
    assert again["edited"]["suffix"] == ".docx" and "99" in again["reports"][0]["summary"]
    refused = json.dumps([{**CELL, "row": "none"}])
    answer = client.post("page/view", files=[("file", WORD)], data={"amendments": refused}).json()
    assert answer["refused"][0]["amendment"]["row"] == "none" and answer["refused"][0]["reason"]
    for wrong in ("{", "[1]", '[{"text": 5}]', "[[]]"):
        assert client.post("page/view", files=[("file", WORD)], data={"amendments": wrong}).status_code == 400


@pytest.mark.parametrize(
    ("kind", "begins", "name"),
    [
        ("edited", b"PK", "已改.docx"), ("annotated", b"PK", "批注.docx"), ("xlsx", b"PK", "样例.xlsx"),
        ("json", b"{", "样例.json"), ("sarif", b"{", "样例.sarif"), ("csv", b"", "样例.csv"),
        ("html", b"<!doctype", "样例.html"),
    ],
)  # fmt: skip
def test_files_are_taken_away(client: TestClient, kind: str, begins: bytes, name: str) -> None:
    from urllib.parse import unquote

    told = json.dumps([CELL])
    answer = client.post(f"page/file?kind={kind}", files=[("file", WORD)], data={"amendments": told})
    assert answer.status_code == 200 and answer.content.startswith(begins) and answer.content
    assert unquote(answer.headers["content-disposition"]).endswith(name)
    if kind == "edited":
        word = zipfile.ZipFile(io.BytesIO(answer.content)).read("word/document.xml").decode()
        assert "<w:ins " in word and "<w:del " in word
        assert lint_bytes(answer.content, "a.docx").report != lint_bytes(WORD[1], "a.docx").report


def test_a_blank_report_is_made_and_last_year_s_is_carried_in(client: TestClient) -> None:
    fields = {"organ": "示例县示范镇人民政府", "year": "2025", "format": "md"}
    answer = client.post("page/template", files=[("previous", WORD)], data=fields)
    assert answer.status_code == 200 and "示例县示范镇人民政府2025年" in answer.text
    for wrong in ({"organ": " "}, {"year": "20x5"}, {"year": "1999"}, {"format": "exe"}):
        refused = client.post("page/template", files=[("x", b"")], data={**fields, **wrong})
        assert refused.status_code == 400 and refused.json()["error"]["message"]


def test_what_is_no_report_is_refused_in_the_language_that_was_asked_for(client: TestClient) -> None:
    for lang, words in (("zh", "不是"), ("en", "no government")):
        answer = client.post(f"page/view?lang={lang}", files=[("file", ("a.md", "买菜".encode() * 50))])
        assert answer.status_code == 200 and words in answer.json()["error"]["message"]
        answer = client.post(f"page/file?kind=json&lang={lang}", files=[("file", ("a.md", b""))])
        assert answer.status_code == 422 and answer.json()["error"]["message"]
    assert client.post("page/file?kind=exe", files=[("file", WORD)]).status_code == 400
    assert client.get("page/view").status_code == 405
    assert client.get("no/such").status_code == 404


def test_pages_looks_and_the_description_are_there(client: TestClient) -> None:
    page = client.get("", headers={"accept-language": "en-GB,en"})
    assert "Check it before" in page.text and "<script>" not in page.text
    for name in set(__import__("re").findall(r'(?:src|href)="(look/[^"]+)"', page.text)):
        assert client.get(name).status_code == 200
    assert client.get("look/../application.py").status_code in (403, 404)
    assert client.get("look/%2e%2e%2fapplication.py").status_code == 404
    described = client.get("api/openapi.json").json()
    assert {"/api/lint", "/api/audit"} <= set(described["paths"])
    assert "curl" in client.get("api/").text
    assert client.get("page/sample").content == sample_report()
    assert client.post("page/quit").status_code == 404


def test_a_file_that_takes_too_long_is_given_up_and_the_next_one_answered(tmp_path: Path) -> None:
    slow = Settings(token="t", hosts=("testserver",), limits=Limits(seconds=30, patience=0.01))
    with server(tmp_path, slow) as asked:
        answer = asked.post("page/view", files=[("file", WORD)])
        assert answer.status_code == 200 and "规定时间" in answer.json()["error"]["message"]


def test_more_than_one_request_may_bring_is_refused(tmp_path: Path) -> None:
    small = replace(Settings(token="t", hosts=("testserver",)), intake=SMALL, waiting=0)
    with server(tmp_path, small) as asked:
        for size in (250_000, 400_000):
            sent = [("file", ("a.md", b"x" * size))]
            assert asked.post("api/lint", files=sent).status_code == 413
            answer = asked.post("page/view", files=sent)
            assert answer.status_code == 200 and answer.json()["error"]["code"] == "too-large"
