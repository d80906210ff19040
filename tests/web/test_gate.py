"""Who may ask: only who has the token, from no other page, by no other name."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from govreport_lint.web.guard.gate import POLICY, Gate
from govreport_lint.web.settings import Settings

OWN = "http://127.0.0.1:8321"


async def inner(scope: Scope, receive: Receive, send: Send) -> None:
    """Says at which address it was asked."""
    await PlainTextResponse(Request(scope).url.path)(scope, receive, send)


def asked(method: str, path: str, **headers: str) -> Response:
    client = TestClient(Gate(inner, Settings(token="secret")), base_url=OWN)
    return client.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})  # type: ignore[return-value]


def test_behind_the_token_everything_is_answered_without_it() -> None:
    answer = asked("GET", "/secret/look/shell.css")
    assert (answer.status_code, answer.text) == (200, "/look/shell.css")  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", ["/", "/secret", "/secre/", "/Secret/", "/secret2/page/view", "//secret/", "/%73/"])
def test_without_the_whole_token_nothing_is_told(path: str) -> None:
    answer = asked("GET", path)
    assert answer.status_code == 403
    assert "完整网址" in answer.text  # type: ignore[attr-defined]
    assert "secret" not in answer.text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "https://example.com"},
        {"origin": "null"},
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
    ],
)
def test_a_post_from_another_page_is_refused_even_with_the_token(headers: dict[str, str]) -> None:
    assert asked("POST", "/secret/page/view", **headers).status_code == 403


def test_a_post_from_its_own_page_or_from_a_program_is_answered() -> None:
    assert asked("POST", "/secret/page/view", origin=OWN, sec_fetch_site="same-origin").status_code == 200
    assert asked("POST", "/secret/api/lint").status_code == 200


@pytest.mark.parametrize("host", ["evil.example:8321", "127.0.0.1.evil.example", "", "[::2]:8321"])
def test_a_name_that_is_not_the_servers_own_is_refused(host: str) -> None:
    """A page of a stranger may give its own name the address of this machine."""
    assert asked("GET", "/secret/", host=host).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8321", "127.0.0.1", "[::1]:8321", "LOCALHOST"])
def test_the_names_of_this_machine_are_its_own(host: str) -> None:
    assert asked("GET", "/secret/", host=host).status_code == 200


def test_every_answer_tells_the_browser_to_run_and_load_nothing_of_others() -> None:
    for path in ("/secret/", "/"):
        headers = asked("GET", path).headers
        assert headers["content-security-policy"] == POLICY
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"] == "no-store"
    assert "unsafe" not in POLICY
