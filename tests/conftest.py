"""Where the tests find samples and, if the environment names it, the corpus of real reports."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from journeying import Visit
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "samples"

# Seconds after which something is taken to hang: no measure of speed (that is what benchmarks/ is for).
HANGS = 60

# The shell is the same browser without the windows that nobody sees: it takes half the time.
CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))), None
)
SIZES = {"desk": (1280, 900), "telephone": (390, 844)}
"""The windows in which pages are tried: width and height."""


def corpus_folder() -> Path | None:
    """The folder that GOVREPORT_CORPUS names; None when it names none."""
    named = os.environ.get("GOVREPORT_CORPUS")
    return Path(named).resolve() if named else None


def pytest_configure() -> None:
    # No test asserts a time: a machine may be busy.
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    # Thousands of collected tests are looked through again and again for garbage: a tenth of the whole run.
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_report_header() -> str:
    folder = corpus_folder()
    return f"corpus of real reports: {folder if folder else 'not given (GOVREPORT_CORPUS), its tests are left out'}"


@pytest.fixture(scope="session")
def corpus() -> Path:
    folder = corpus_folder()
    if folder is None:
        pytest.skip("GOVREPORT_CORPUS names no corpus")
    assert folder.is_dir(), f"GOVREPORT_CORPUS names a folder that is not there: {folder}"
    return folder


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs keep no expressions for the next ones, which takes as long as the check of a report."""
    monkeypatch.setattr("govreport_lint.user_cache.expressions.keep", lambda _: None)


@pytest.fixture
def faulty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_kept: None) -> Path:
    """A working folder with ``faulty.md``, a report that has faults in it."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAMPLES / "town-2024.faulty.md", "faulty.md")
    return tmp_path


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in a browser come last: while one is open, nothing else in the process can have an event loop."""
    items.sort(key=lambda item: "chromium" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser in which pages are tried."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright：无法在浏览器里试用网页")
    if CHROMIUM is None:
        pytest.skip("Chromium 未安装：无法在浏览器里试用网页")
    sync_api.expect.set_options(timeout=HANGS * 1000)
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server that all journeys share: it keeps nothing of one for the next."""
    from test_serving import started

    # The tests of the server measure what it covers; measured here too it would be half as fast.
    with started(tmp_path_factory.mktemp("served"), left_out="COVERAGE_") as (_, address):
        yield address


@pytest.fixture(params=SIZES)
def visit(chromium: Browser, served: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """The start page, on a desk and on a telephone; see ``Visit`` for what fails every journey."""
    from journeying import visiting

    with visiting(chromium, served, request.param) as begun:
        yield begun
