"""The program of one file: what its arguments make of it; without streams, without a browser, with a port taken."""

from __future__ import annotations

import gc
import io
import subprocess
import sys
import webbrowser
from pathlib import Path
from typing import Any

import pytest

from govreport_lint.children.starting import child_command
from govreport_lint.cli import serve as serving_command
from govreport_lint.cli.console import message_window
from govreport_lint.double_click import start as starting
from govreport_lint.double_click import told as telling
from govreport_lint.double_click.start import NOTICES, NOTICES_FILE, prepare_streams, start
from govreport_lint.web import serving

CHILD = f"{__name__}:work"


def work(*given: str) -> None:
    print("worked", *given)


@pytest.fixture
def unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a program of one file, which this process takes itself for."""
    folder = tmp_path / "_MEI12"
    folder.mkdir()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


def called(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["govreport-lint", *arguments])
    # The process goes on.
    monkeypatch.setattr(gc, "set_threshold", lambda *_: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)
    start()


def test_a_child_does_its_work_and_nothing_else(
    unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    called(monkeypatch, *child_command(CHILD, "一")[1:])
    assert capsys.readouterr().out == "worked 一\n"
    assert not list(unpacked.iterdir())


def test_with_arguments_it_is_the_command_line(
    unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        called(monkeypatch, "--version")
    assert (ended.value.code, capsys.readouterr().out[:15]) == (0, "govreport-lint ")


def test_without_arguments_the_page_is_served_and_opened(unpacked: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(serving_command, "served", lambda *_, **given: seen.append(given))
    with pytest.raises(SystemExit) as ended:
        called(monkeypatch)
    assert ended.value.code in (None, 0)
    (given,) = seen
    assert given["open_browser"]
    assert given["settings"].may_quit


def test_the_notices_are_told(
    unpacked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (unpacked / NOTICES_FILE).write_text("licences\n", "utf-8")
    called(monkeypatch, NOTICES)
    assert capsys.readouterr().out == "licences\n"


def test_with_python_the_page_has_no_button_that_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, Any]] = []
    monkeypatch.setattr(serving_command, "served", lambda *_, **given: seen.append(given))
    serving_command.serve(host="127.0.0.1", port=None, open_browser=False, config=None, language="zh")
    assert not seen[0]["settings"].may_quit


@pytest.mark.parametrize(("arguments", "status"), [(["--version"], 0), (["no such file.md"], 3)])
def test_a_program_without_streams_ends_as_ever(
    unpacked: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], status: int
) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    prepare_streams()
    with pytest.raises(SystemExit) as ended:
        called(monkeypatch, *arguments)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()
    assert ended.value.code == status


def test_streams_that_are_there_stay(capsys: pytest.CaptureFixture[str]) -> None:
    before = sys.stdout
    prepare_streams()
    assert sys.stdout is before


def test_a_fault_is_told_in_a_window_too(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    written = io.StringIO()
    monkeypatch.setattr(telling, "show", shown.append)
    monkeypatch.setattr(sys, "stderr", written)
    assert telling.told(["serve", "--port", "70000"]) != 0
    assert shown == [written.getvalue().strip()]
    assert "70000" in shown[0]


def test_where_there_are_no_windows_nothing_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    assert not message_window.show("网址")


@pytest.mark.parametrize("fault", [None, webbrowser.Error("none")])
def test_an_address_that_no_browser_opened_is_told(monkeypatch: pytest.MonkeyPatch, fault: Exception | None) -> None:
    def nothing_opens(address: str) -> bool:
        if fault:
            raise fault
        return False

    monkeypatch.setattr(webbrowser, "open", nothing_opens)
    told: list[str] = []
    serving._open("http://127.0.0.1:1/a/", told.append)
    serving._open("http://127.0.0.1:1/a/", None)
    assert told == ["http://127.0.0.1:1/a/"]


def test_an_address_that_a_browser_opened_is_not_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webbrowser, "open", lambda _: True)
    told: list[str] = []
    serving._open("http://127.0.0.1:1/a/", told.append)
    assert not told


def test_a_second_one_takes_another_port(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving._listening("127.0.0.1", 0) as first:
        monkeypatch.setattr(serving, "USUAL_PORT", first.getsockname()[1])
        with serving._listening("127.0.0.1", None) as second:
            assert second.getsockname()[1] != first.getsockname()[1]


def test_starting_a_child_imports_no_command_line() -> None:
    code = f"import sys; import {starting.__name__}; assert not {{'click', 'msgspec', 'govreport_lint.cli'}} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
