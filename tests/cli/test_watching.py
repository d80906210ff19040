"""``--watch``: a check now and one after every change, until somebody stops it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import HANGS

from govreport_lint.cli import run
from govreport_lint.cli.checking import watching
from govreport_lint.cli.checking.watching import watch
from govreport_lint.rulebook.pages import standard_report

pytestmark = pytest.mark.usefixtures("faulty_folder")
Capture = pytest.CaptureFixture[str]
Step = Callable[[], object]


def passing(*steps: Step) -> Step:
    """A pause in which something happens, one step after the other; then somebody stops it."""
    left = list(steps)

    def pause() -> None:
        if not left:
            raise KeyboardInterrupt
        left.pop(0)()

    return pause


def nothing() -> None:
    """Time passes."""


def checks(files: Callable[[], list[str]], *steps: Step) -> int:
    """How often is checked."""
    made: list[int] = []
    with pytest.raises(KeyboardInterrupt):
        watch(lambda: made.append(1), files, passing(*steps))
    return len(made)


def put(name: str, text: str) -> Step:
    return lambda: Path(name).write_text(text, "utf-8")


def test_every_change_is_a_check() -> None:
    def files() -> list[str]:
        return sorted(path.name for path in Path().glob("*.md"))

    assert checks(files) == 1
    assert checks(files, nothing, nothing, nothing) == 1
    assert checks(files, put("faulty.md", "changed")) == 2
    assert checks(files, nothing, put("new.md", "new"), nothing, Path("new.md").unlink) == 3
    assert checks(files, lambda: os.utime("faulty.md", (0, 0))) == 2


def test_a_file_that_is_not_there_yet_is_waited_for() -> None:
    assert checks(lambda: ["later.md"], nothing, put("later.md", "there")) == 2


def test_what_changes_while_it_is_checked_is_checked_again() -> None:
    made: list[int] = []

    def check() -> None:
        made.append(1)
        if len(made) == 1:
            put("faulty.md", "changed")()

    with pytest.raises(KeyboardInterrupt):
        watch(check, lambda: ["faulty.md"], passing())
    assert len(made) == 2


def watched(monkeypatch: pytest.MonkeyPatch, *steps: Step, arguments: tuple[str, ...] = ("faulty.md",)) -> int:
    monkeypatch.setattr(watching, "_pause", passing(*steps))
    return run([*arguments, "--watch", "--format", "concise"])


def test_the_report_the_configuration_and_the_packs_are_watched(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    put("govreport-lint.toml", "")()
    settings = 'select = ["A303"]\n'
    mended = put("faulty.md", standard_report())
    assert watched(monkeypatch, nothing, put("govreport-lint.toml", settings), mended) == 130
    captured = capsys.readouterr()
    assert captured.err.count("等待文件变动") == 3
    codes = [line.split(": ")[1].split()[0] for line in captured.out.splitlines() if line.startswith("faulty.md:")]
    assert len(codes) > 3 and codes.count("A303") == 2 and codes[-1] == "A303"


def test_last_years_report_and_the_baseline_are_watched(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    put("last.md", standard_report())()
    run(["faulty.md", "--baseline", "known.json", "--update-baseline"])
    known = Path("known.json").read_text("utf-8")
    arguments = ("faulty.md", "--previous", "last.md", "--baseline", "known.json")
    steps = put("last.md", standard_report() + "\n"), put("known.json", known + "\n")
    assert watched(monkeypatch, *steps, arguments=arguments) == 130
    assert capsys.readouterr().err.count("等待文件变动") == 3


def test_a_baseline_that_is_updated_is_not_watched(capsys: Capture) -> None:
    assert run(["faulty.md", "--watch", "--baseline", "k.json", "--update-baseline"]) == 2
    assert "--watch 和 --update-baseline 只能用一个" in capsys.readouterr().err


# A shell that runs the tests in the background has its children ignore Ctrl-C.
_HEARD = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
    "runpy.run_module('govreport_lint', run_name='__main__', alter_sys=True)"
)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a process otherwise on Windows")
def test_a_real_process_sees_a_change_and_ends_when_it_is_stopped(tmp_path: Path) -> None:
    called = [sys.executable, "-u", "-c", _HEARD, "faulty.md", "--watch", "--format", "concise"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    out, err = tmp_path / "out.txt", tmp_path / "err.txt"
    with out.open("wb") as told, err.open("wb") as said:
        process = subprocess.Popen(called, stdout=told, stderr=said, env=environment)
        try:
            _until(lambda: err.read_text("utf-8").count("等待文件变动") == 1)
            assert ": A303 " in out.read_text("utf-8")
            before = len(out.read_text("utf-8"))
            Path("faulty.md").write_text(standard_report(), "utf-8")
            _until(lambda: err.read_text("utf-8").count("等待文件变动") == 2)
            assert ": A303 " not in out.read_text("utf-8")[before:]
            process.send_signal(signal.SIGINT)
            assert process.wait(HANGS) == 130
        finally:
            process.kill()
            process.wait()
    assert "Traceback" not in err.read_text("utf-8")


def _until(happened: Callable[[], bool]) -> None:
    end = time.monotonic() + HANGS
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.05)
