"""A server within the test's own process, and how it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starlette.testclient import TestClient

from govreport_lint.auditing.running.tasks import Limits
from govreport_lint.web.application import application
from govreport_lint.web.settings import Intake, Settings

TOKEN = "token-of-the-tests"
SETTINGS = Settings(token=TOKEN, hosts=("testserver",), limits=Limits(seconds=20, patience=60))
SMALL = Intake(file=200_000, request=300_000, idle=0.5, seconds=3.0)


@contextmanager
def server(folder: Path, settings: Settings = SETTINGS) -> Iterator[TestClient]:
    """Asks under the token; the processes of the server end with it."""
    app = application(settings, folder)
    with TestClient(app, base_url=f"http://testserver/{settings.token}/", raise_server_exceptions=False) as client:
        yield client
