"""A server that only audits, as a client asks it, and what a county hands in."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from conftest import SAMPLES
from starlette.applications import Starlette
from starlette.testclient import TestClient

from govreport_lint.web.audits.jobs import Jobs
from govreport_lint.web.audits.keeping import Keeping
from govreport_lint.web.endpoints.answers import refused
from govreport_lint.web.endpoints.audits import Audits
from govreport_lint.web.guard.refusals import RefusedError
from govreport_lint.web.settings import Intake, Settings

Files = list[tuple[str, tuple[str, bytes]]]


@contextmanager
def auditing(
    folder: Path, keeping: Keeping | None = None, intake: Intake | None = None, clock: Callable[[], float] | None = None
) -> Iterator[tuple[TestClient, Jobs]]:
    """A client of a server whose jobs lie in a folder; at the end the jobs are ended."""
    jobs = Jobs(folder, Settings(token="t", intake=intake or Intake()), keeping, clock or time.monotonic)
    application = Starlette(routes=Audits(jobs).routes(), exception_handlers={RefusedError: refused})
    try:
        with TestClient(application) as client:
            yield client, jobs
    finally:
        jobs.end()


def begun(client: TestClient, files: Files, **fields: str) -> str:
    """The id of an audit that was begun."""
    answer = client.post("/api/audit", files=files, data=fields)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def told(client: TestClient, key: str, language: str = "zh") -> list[tuple[str, dict[str, Any]]]:
    """The events of an audit until its end."""
    import json

    found, name = [], ""
    with client.stream("GET", f"/api/audit/{key}/events?lang={language}") as lines:
        for line in lines.iter_lines():
            kind, _, rest = line.partition(": ")
            if kind == "event":
                name = rest
            elif kind == "data":
                found.append((name, json.loads(rest)))
    return found


def county(years: Sequence[str] = ("2024", "2023")) -> Files:
    """The reports of the county that the project ships, in the folders that were dropped, and its list."""
    files: Files = [("units", ("units.csv", (SAMPLES / "county/units.csv").read_bytes()))]
    for year, part in zip(years, ("reports", "previous"), strict=False):
        places = sorted((SAMPLES / "county" / year).iterdir())
        files += [(part, (f"{year}/{place.name}", place.read_bytes())) for place in places]
    return files


def bomb() -> bytes:
    """A .zip that says of itself that it unpacks to a hundred thousand times its size."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(4):
            made.writestr(f"{number}.html", b"0" * 100_000)
        for info in made.infolist():
            info.file_size = 2**30
    return stream.getvalue()


def runs(group: int) -> bool:
    """Whether any process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def until(wanted: Callable[[], bool], seconds: float = 20.0) -> None:
    """Wait for something; fails where it does not come."""
    end = time.monotonic() + seconds
    while not wanted():
        assert time.monotonic() < end
        time.sleep(0.02)
