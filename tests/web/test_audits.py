"""An audit of a county over HTTP: from the files to the papers, and nothing of it left."""

from __future__ import annotations

import html
import io
import json
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit_server import auditing, begun, bomb, county, runs, told, until
from starlette.testclient import TestClient

from govreport_lint.output.page.markup import el
from govreport_lint.web.audits.keeping import Keeping
from govreport_lint.web.audits.process import Process
from govreport_lint.web.audits.records import Asked
from govreport_lint.web.settings import Intake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="进程组只在 POSIX 系统上核对")
BOMB = "<img src=x>.zip"


class Audited:
    """An audit that is done, and what was told on the way."""

    def __init__(self, client: TestClient, folder: Path) -> None:
        self.client = client
        self.folder = folder
        self.key = begun(client, [*county(), ("reports", (BOMB, bomb()))], date="2025-01-22")
        self.events = told(client, self.key)
        self.address = f"/api/audit/{self.key}"

    def bytes_of(self, name: str) -> bytes:
        answer = self.client.get(f"{self.address}/{name}")
        assert answer.status_code == 200, answer.text
        return answer.content


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Audited]:
    folder = tmp_path_factory.mktemp("jobs")
    with auditing(folder) as (client, _):
        yield Audited(client, folder)


def test_its_events_tell_how_far_it_is_and_that_it_is_done(audited: Audited) -> None:
    names = [name for name, _ in audited.events]
    assert names[-1] == "done"
    assert set(names[:-1]) == {"progress"}
    order = ["reading", "judging", "writing"]
    stages = [order.index(state["stage"]) for _, state in audited.events if state["stage"]]
    assert stages == sorted(stages)
    last = audited.events[-1][1]
    assert last["state"] == "done"
    assert {"audit.xlsx", "audit.html", "audit.json"} <= set(last["papers"])
    # One who comes late gets the end at once.
    assert told(audited.client, audited.key) == [audited.events[-1]]
    assert audited.client.get(audited.address).json() == last


def test_its_papers_are_taken_away(audited: Audited) -> None:
    data = json.loads(audited.bytes_of("audit.json"))
    assert len(data["units"]) == 6
    with zipfile.ZipFile(io.BytesIO(audited.bytes_of("out.zip"))) as every:
        names = every.namelist()
        assert {"audit.xlsx", "audit.html", "state.json"} <= set(names)
        assert not [name for name in names if ".cache" in name]
        where = str(audited.folder).encode()
        assert not [name for name in names if where in every.read(name)]
    with zipfile.ZipFile(io.BytesIO(audited.bytes_of("letters.zip"))) as letters:
        assert letters.namelist()
        assert f"letters/{letters.namelist()[0]}" in names
    for name in ("audit.xlsx", "county-draft.docx"):
        assert zipfile.is_zipfile(io.BytesIO(audited.bytes_of(name)))
    # The list was handed in, so none was proposed.
    assert audited.client.get(f"{audited.address}/units.csv").status_code == 404


def test_its_page_brings_the_policy_under_which_it_works(audited: Audited) -> None:
    answer = audited.client.get(f"{audited.address}/audit.html")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'sha256-" in policy
    assert policy.removesuffix("; frame-ancestors 'none'") in html.unescape(answer.text[:2000])
    assert policy.endswith("; frame-ancestors 'none'")
    assert "unsafe" not in policy


@pytest.mark.parametrize(("language", "words"), [("zh", "退回修改"), ("en", "to be returned")])
def test_its_fragment_leads_to_the_units_of_its_page(audited: Audited, language: str, words: str) -> None:
    fragment = audited.bytes_of(f"matrix?lang={language}").decode()
    assert words in fragment
    assert "style=" not in fragment
    page = audited.bytes_of("audit.html").decode()
    links = [part.split('"')[0] for part in fragment.split(f'href="api/audit/{audited.key}/audit.html#')[1:]]
    assert len(links) > 6
    assert not [link for link in links if f'id="{link}"' not in page]


def test_a_bomb_is_told_and_its_name_is_no_markup(audited: Audited) -> None:
    fragment = audited.bytes_of("matrix").decode()
    assert "可能有害" in fragment
    assert "<img" not in fragment
    assert el("b", "_img src=x_.zip") in fragment


def test_what_is_over_leaves_nothing(tmp_path: Path) -> None:
    with auditing(tmp_path) as (client, jobs):
        key = begun(client, county())
        job = jobs.find(key)
        until(lambda: job.process is not None)
        group = job.process
        assert group is not None
        assert client.get(f"/api/audit/{key}/audit.xlsx").status_code == 409
        assert client.delete(f"/api/audit/{key}").status_code == 204
        assert not runs(group)
        assert job.progress.state == "cancelled"
        assert list(tmp_path.iterdir()) == []
        assert client.get(f"/api/audit/{key}").status_code == 404
        # The end of the server takes another one with it.
        other = jobs.find(begun(client, county()))
        until(lambda: other.process is not None)
        group = other.process
        assert group is not None
        jobs.end()
        assert not runs(group)
        assert list(tmp_path.iterdir()) == []
        assert client.post("/api/audit", files=county()).status_code == 503


def test_the_process_ends_with_the_server(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    process = Process(tmp_path)
    steps = process.told(Asked(key="k", reports="reports"))
    process._process.stdin.close()  # type: ignore[union-attr]
    assert list(steps) == []
    found = os.waitid(os.P_PID, process.number, os.WEXITED | os.WNOWAIT)
    assert found is not None
    process.end()
    process.close()
    assert not runs(process.number)


def test_too_slow_an_audit_is_ended_and_told(tmp_path: Path) -> None:
    keeping = Keeping(shortest=0.05, a_file=0, a_megabyte=0)
    with auditing(tmp_path, keeping) as (client, _):
        events = told(client, begun(client, county(("2024",))), "en")
    name, state = events[-1]
    assert name == "failed"
    assert "not finished within" in state["error"]


def test_what_it_cannot_be_made_of_is_told(tmp_path: Path) -> None:
    with auditing(tmp_path) as (client, _):
        files = [county(("2024",))[1], ("units", ("units.csv", b"\xff\xfe nothing"))]
        name, state = told(client, begun(client, files))[-1]
    assert name == "failed"
    assert "units.csv" in state["error"]
    assert str(tmp_path) not in state["error"]


@pytest.mark.parametrize(
    ("files", "fields"),
    [([], {}), (county(("2024",)), {"date": "22.1.2025"}), (county(("2024",)), {"year": "24"})],
)
def test_a_request_that_says_too_little_leaves_nothing(
    tmp_path: Path, files: list[tuple[str, tuple[str, bytes]]], fields: dict[str, str]
) -> None:
    with auditing(tmp_path) as (client, _):
        answer = client.post("/api/audit", files=files or [("units", ("u.csv", b"1"))], data=fields)
        assert answer.status_code == 400
        assert answer.json()["error"]["code"] == "malformed"
        assert list(tmp_path.iterdir()) == []


def test_too_much_is_refused(tmp_path: Path) -> None:
    with auditing(tmp_path, intake=Intake(audit=1000)) as (client, _):
        assert client.post("/api/audit", files=county()).status_code == 413
        assert list(tmp_path.iterdir()) == []


@pytest.fixture
def nobody_works(monkeypatch: pytest.MonkeyPatch) -> None:
    """Jobs whose turn never comes."""
    monkeypatch.setattr("govreport_lint.web.audits.jobs.Jobs._start", lambda _: None)


def test_one_is_worked_on_the_others_wait_and_too_many_are_refused(tmp_path: Path, nobody_works: None) -> None:
    with auditing(tmp_path, Keeping(most=3)) as (client, _):
        keys = [begun(client, county(("2024",))) for _ in range(3)]
        assert [client.get(f"/api/audit/{key}").json()["ahead"] for key in keys] == [0, 1, 2]
        assert client.post("/api/audit", files=county()).json()["error"]["code"] == "busy"
        client.delete(f"/api/audit/{keys[0]}")
        assert client.get(f"/api/audit/{keys[2]}").json()["ahead"] == 1
        begun(client, county(("2024",)))


def test_what_nobody_looks_at_is_forgotten(tmp_path: Path, nobody_works: None) -> None:
    now = [0.0]
    with auditing(tmp_path, clock=lambda: now[0]) as (client, _):
        first, second = (begun(client, county(("2024",))) for _ in range(2))
        now[0] = 1700.0
        assert client.get(f"/api/audit/{first}").status_code == 200
        now[0] = 1900.0
        assert client.get(f"/api/audit/{first}").status_code == 200
        assert client.get(f"/api/audit/{second}").status_code == 404
        assert len(list(tmp_path.iterdir())) == 1


def test_nobody_can_list_or_guess_them(tmp_path: Path) -> None:
    with auditing(tmp_path) as (client, _):
        assert client.get("/api/audit").status_code == 405
        for key in ("", "..", "%2e%2e", "x" * 22):
            assert client.get(f"/api/audit/{key}").status_code in (404, 405)
