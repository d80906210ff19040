"""Links, pipes and devices: what is written to, what is refused, what is not read."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from govreport_lint import api
from govreport_lint.cli import run
from govreport_lint.errors import ReadError
from govreport_lint.rulebook.pages import standard_report

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="no pipes in folders on Windows")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(standard_report(), encoding="utf-8")
    return tmp_path


def statuses(*arguments: str) -> list[int]:
    """The exit status in a list; empty when the program hangs."""
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(run(arguments)), daemon=True)
    thread.start()
    thread.join(10)
    return found


def test_the_target_of_a_link_is_replaced(folder: Path) -> None:
    (folder / "old.txt").write_text("old", encoding="utf-8")
    (folder / "link.txt").symlink_to("old.txt")
    assert run(["good.md", "-o", "link.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert "good.md" in (folder / "old.txt").read_text(encoding="utf-8")


def test_a_link_to_nothing_makes_its_target(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "link.txt").symlink_to("deep/new.txt")
    assert run(["good.md", "-o", "link.txt"]) == 0
    assert (folder / "link.txt").is_symlink()
    assert (folder / "deep" / "new.txt").is_file()


def test_a_link_to_itself_is_refused(folder: Path) -> None:
    (folder / "loop.txt").symlink_to("loop.txt")
    assert run(["good.md", "-o", "loop.txt"]) == 2
    assert (folder / "loop.txt").is_symlink()


@pytest.mark.parametrize("name", ["pipe.txt", "link.txt"])
def test_a_pipe_is_not_replaced(folder: Path, name: str, capsys: Capture) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "link.txt").symlink_to("pipe.txt")
    assert statuses("good.md", "-o", name) == [2]
    assert "不是普通文件" in capsys.readouterr().err
    assert stat.S_ISFIFO((folder / "pipe.txt").lstat().st_mode)
    assert (folder / "link.txt").is_symlink()


def test_a_character_device_is_written_to(folder: Path) -> None:
    device = folder / "nowhere.txt"
    try:
        # The numbers of the device that swallows everything.
        os.mknod(device, 0o666 | stat.S_IFCHR, os.makedev(1, 3))
        device.write_text("a", encoding="utf-8")
    except OSError:
        pytest.skip("devices cannot be made or opened here")
    assert run(["good.md", "-o", "nowhere.txt"]) == 0
    assert stat.S_ISCHR(device.lstat().st_mode)
    assert device.stat().st_size == 0


def test_a_pipe_is_not_read(folder: Path, capsys: Capture) -> None:
    os.mkfifo(folder / "pipe.md")
    assert statuses("pipe.md", "good.md") == [3]
    captured = capsys.readouterr()
    assert "pipe.md：不是普通文件" in captured.err
    assert "── good.md" in captured.out


def test_the_library_reads_no_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    raised: list[ReadError] = []

    def read() -> None:
        try:
            api.read(folder / "pipe.md")
        except ReadError as error:
            raised.append(error)

    thread = threading.Thread(target=read, daemon=True)
    thread.start()
    thread.join(10)
    assert [error.reason_in("en")[:21] for error in raised] == ["is not a regular file"]


def test_pipes_in_folders_are_passed_over_and_counted(folder: Path, capsys: Capture) -> None:
    os.mkfifo(folder / "pipe.md")
    os.mkfifo(folder / "other.pipe")
    assert statuses(".") == [0]
    captured = capsys.readouterr()
    assert "不是普通文件 2" in captured.out + captured.err
    (folder / "good.md").unlink()
    assert statuses(".") == [3]
