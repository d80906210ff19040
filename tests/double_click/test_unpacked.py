"""What a killed program of one file leaves is removed by the next; nobody else's folder is."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from govreport_lint.double_click.unpacked import sweep, unpacked_folder

LOCK = "govreport-lint.lock"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = made(tmp_path / "_MEI0")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


def made(folder: Path) -> Path:
    folder.mkdir()
    (folder / "libpython").write_text("x", "utf-8")
    return folder


def left(folder: Path) -> Path:
    (made(folder) / LOCK).touch()
    return aged(folder)


def aged(folder: Path) -> Path:
    """A folder whose program was started a minute ago."""
    before = time.time() - 60
    os.utime(folder / LOCK, (before, before))
    return folder


def test_with_python_there_is_no_folder() -> None:
    with unpacked_folder() as folder:
        assert folder is None


def test_what_a_killed_one_left_goes(own: Path) -> None:
    dead = left(own.parent / "_MEI1")
    with unpacked_folder() as folder:
        assert folder == own
        assert not dead.exists()
        assert (own / "libpython").exists()


def test_one_that_runs_keeps_its_own(own: Path) -> None:
    with unpacked_folder():
        assert sweep(aged(own).parent / "_MEI9") == []
    assert sweep(own.parent / "_MEI9") == [own]


def test_one_that_has_not_locked_its_own_yet_keeps_it(own: Path) -> None:
    starting = made(own.parent / "_MEI1")
    (starting / LOCK).touch()
    with unpacked_folder():
        assert starting.exists()


def test_of_others_nothing_goes(own: Path) -> None:
    others = made(own.parent / "_MEI2")
    elsewhere = left(own.parent / "elsewhere")
    (own.parent / "_MEI3").symlink_to(elsewhere)
    linked = made(own.parent / "_MEI4")
    (linked / LOCK).symlink_to(elsewhere / LOCK)
    (own.parent / "_MEI5").write_text("a file", "utf-8")
    with unpacked_folder():
        pass
    assert all((folder / "libpython").exists() for folder in (others, elsewhere, linked))
