"""A program of one file has no modules as files and unpacks its rules to another folder each time: they are kept too."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from govreport_lint.rulebook.files import resources, store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="another cache folder on Windows")


def unpacked(monkeypatch: pytest.MonkeyPatch, folder: Path) -> resources.RuleFiles:
    """The rule files as the program finds them when it has unpacked them to a folder."""
    shutil.copytree(RULES, folder)
    monkeypatch.setattr(resources, "rules_folder", lambda: folder)
    return resources.rule_files.__wrapped__()


RULES = resources.rules_folder()


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The file that the program is."""
    file = tmp_path / "program"
    file.write_bytes(b"one")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(file))
    monkeypatch.setattr(store, "__file__", str(tmp_path / "nowhere" / "rulebook" / "files" / "store.pyc"))
    monkeypatch.delenv("GOVREPORT_LINT_NO_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return file


@pytest.mark.usefixtures("program")
def test_what_is_kept_is_found_from_another_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = unpacked(monkeypatch, tmp_path / "first")
    resources.keep_rule_files(first)
    second = unpacked(monkeypatch, tmp_path / "the second")
    assert (first.resolved, second.resolved) == (False, True)
    assert second.files[str(tmp_path / "the second" / "forms" / "2021.toml")]
    assert list(second.files.values()) == list(first.files.values())


def test_another_program_looks_through_its_rules_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: Path
) -> None:
    resources.keep_rule_files(unpacked(monkeypatch, tmp_path / "first"))
    program.write_bytes(b"another")
    assert not unpacked(monkeypatch, tmp_path / "second").resolved
