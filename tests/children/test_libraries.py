"""A child of a program of one file finds its libraries, and another program those that it would have found."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from govreport_lint.children.libraries import child_environment, give_back

TOLD, BEFORE = "LD_LIBRARY_PATH", "LD_LIBRARY_PATH_ORIG"


@pytest.fixture
def unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The folder of a program of one file, which this process takes itself for; of the environment nothing stays."""
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    for name in (TOLD, BEFORE):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    return str(tmp_path)


@pytest.mark.parametrize("before", [None, "", "/opt/lib"])
def test_other_programs_look_where_they_would_have_and_children_in_the_folder(
    unpacked: str, monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    given = {TOLD: unpacked} if before is None else {TOLD: f"{unpacked}:{before}", BEFORE: before}
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    give_back()
    assert (os.environ.get(TOLD), os.environ.get(BEFORE)) == (before, None)
    child = child_environment()
    assert child is not None
    assert {name: child[name] for name in (TOLD, BEFORE) if name in child} == given
    assert child["PATH"] == os.environ["PATH"]


def test_what_others_told_stays(unpacked: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOLD, "/opt/lib")
    give_back()
    assert os.environ[TOLD] == "/opt/lib"


def test_with_python_nothing_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(TOLD, "/opt/lib")
    give_back()
    assert os.environ[TOLD] == "/opt/lib"
    assert child_environment() is None
