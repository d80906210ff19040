"""A child process is started in one way: with Python by code, in a program of one file by the program itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from govreport_lint.children.starting import child_command, run_as_child

WORK = "told_arguments:tell"
GIVEN = ("", "--child", "二〇二四 年", "a b")


@pytest.mark.parametrize("isolated", [False, True])
def test_a_child_gets_its_arguments_as_they_are(isolated: bool) -> None:
    command = child_command(WORK, *GIVEN, isolated=isolated)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == ascii(GIVEN)


def test_a_child_imports_from_where_its_parent_does(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [path for path in sys.path if not path.endswith("children")])
    assert subprocess.run(child_command(WORK), capture_output=True, check=False).returncode


def test_a_child_in_another_folder_imports_nothing_from_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "told_arguments.py").write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.setattr(sys, "path", ["", *sys.path])
    assert subprocess.run(child_command(WORK), cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_starting_imports_nothing_that_the_child_did_not_ask_for() -> None:
    code = child_command(WORK)[2] + "assert not {'msgspec', 'subprocess', 'importlib.metadata'} & set(sys.modules)"
    subprocess.run([sys.executable, "-I", "-c", code, WORK, "0", *sys.path], capture_output=True, check=True)


def test_a_program_of_one_file_is_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command(WORK, *GIVEN) == [sys.executable, "--child", WORK, *GIVEN]


def test_a_program_of_one_file_does_first_what_a_child_is_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert run_as_child(child_command(WORK, *GIVEN)[1:])
    assert capsys.readouterr().out == ascii(GIVEN)


@pytest.mark.parametrize("arguments", [[], ["--child"], ["report.md"], ["report.md", "--child", WORK]])
def test_what_is_no_child_goes_on_as_ever(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert not run_as_child(arguments)


def test_with_python_no_argument_makes_a_child() -> None:
    assert not run_as_child(["--child", WORK])
