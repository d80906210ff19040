"""What a server keeps of audits: so many bytes, no folder of one that is over, no job that hangs, the same bytes."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from audit_server import auditing, begun, county, until

from govreport_lint.language import same
from govreport_lint.web.audits.clearing import clear
from govreport_lint.web.audits.job import Job
from govreport_lint.web.audits.jobs import Jobs
from govreport_lint.web.audits.keeping import Keeping
from govreport_lint.web.audits.papers import ALL, paper
from govreport_lint.web.audits.process import Process
from govreport_lint.web.audits.records import Asked, Failed, Finished, Told
from govreport_lint.web.guard.refusals import RefusedError
from govreport_lint.web.settings import Settings

ONE = county(("2024",))
SIZE = sum(len(data) for _, (_, data) in ONE)


@pytest.fixture
def done_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Audits that are done as soon as they are begun; their processes are started and told nothing."""

    def told(_: Process, asked: Asked) -> Iterator[Told]:
        yield Finished(())

    monkeypatch.setattr(Process, "told", told)


def test_a_fault_of_the_program_is_told_and_the_next_has_its_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(process: Process, asked: Asked) -> Iterator[Told]:
        if asked.date == "2025-01-01":
            raise RuntimeError("a fault")
        yield Failed(same("the next"))

    monkeypatch.setattr(Process, "told", told)
    with auditing(tmp_path) as (client, jobs):
        first, second = (jobs.find(begun(client, ONE, date=f"2025-01-0{day}")) for day in (1, 2))
        until(lambda: first.progress.state.over and second.progress.state.over)
        assert first.progress.error and "RuntimeError" in first.progress.error.en
        assert second.progress.error == same("the next")
        assert first.process is None


def test_what_was_over_first_makes_room_and_whoever_looks_is_told(tmp_path: Path, done_at_once: None) -> None:
    with auditing(tmp_path, Keeping(size=2 * SIZE + SIZE // 2)) as (client, jobs):
        keys = []
        for _ in range(3):
            keys.append(begun(client, ONE))
            job = jobs.find(keys[-1])
            until(lambda job=job: job.over_since > 0)  # type: ignore[misc]
        answers = [client.get(f"/api/audit/{key}?lang=en") for key in keys]
        assert [answer.status_code for answer in answers] == [410, 200, 200]
        assert "make room" in answers[0].json()["error"]["message"]
        assert len(list(tmp_path.iterdir())) == 2


def test_what_is_worked_on_makes_no_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Jobs, "_start", lambda _: None)
    with auditing(tmp_path, Keeping(size=SIZE + SIZE // 2)) as (client, _):
        key = begun(client, ONE)
        refused = client.post("/api/audit", files=ONE)
        assert refused.status_code == 503 and refused.json()["error"]["code"] == "busy"
        assert client.get(f"/api/audit/{key}").status_code == 200
        assert len(list(tmp_path.iterdir())) == 1


def test_papers_count_when_the_work_is_over(tmp_path: Path, done_at_once: None) -> None:
    jobs = Jobs(tmp_path, Settings(token="t"))
    job = jobs.begin()
    (job.folder / "out").mkdir()
    (job.folder / "out" / "audit.xlsx").write_bytes(b"x" * 10_000)
    jobs.submit(job, Asked(key=job.key, reports="年报"), 0, 1)
    until(lambda: job.over_since > 0)
    assert job.size >= 10_000
    jobs.end()
    with pytest.raises(RefusedError):
        jobs.begin()


def test_what_the_system_holds_a_moment_is_taken_away_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "held").mkdir()
    tried = []

    def rmtree(name: str, ignore_errors: bool = False) -> None:
        tried.append(name)
        if len(tried) > 2:
            Path(name).rmdir()

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    assert clear(tmp_path / "held") and len(tried) == 3


def test_the_same_papers_are_packed_into_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for day in (1, 2):
        job = Job(str(day), tmp_path / str(day), 0.0)
        (job.out / "letters").mkdir(parents=True)
        for name in ("audit.xlsx", "letters/甲.docx"):
            (job.out / name).write_bytes(b"paper" * 100)
            os.utime(job.out / name, (day * 1e9, day * 1e9))
        (job.out / "audit.xlsx").chmod(0o600 if day == 1 else 0o644)
        made.append(paper(job, ALL).read_bytes())
    assert made[0] == made[1]
