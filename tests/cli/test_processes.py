"""``--jobs``: several processes give byte for byte what one gives; and so does standard input."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from configured import PACK
from conftest import SAMPLES
from word_layouts import as_docx

from govreport_lint.cli import run
from govreport_lint.cli.checking.in_processes import processes_for
from govreport_lint.rulebook.pages import standard_previous, standard_report

Capture = pytest.CaptureFixture[str]

SETTINGS = """\
packs = ["pack.toml"]
previous = "2023"
exclude = ["草稿*"]
[severity]
D604 = "off"
[[per_file]]
files = ["set/乡镇/*"]
ignore = ["A303"]
severity = { T = "info" }
[[suppress]]
rule = "A302"
files = ["*.md"]
place = "表三 · 总计"
reason = "已与台账核对"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_kept: None) -> Path:
    monkeypatch.chdir(tmp_path)
    faulty = (SAMPLES / "town-2024.faulty.md").read_text("utf-8")
    files = {
        "set/a.md": standard_report(),
        "set/乡镇/b.md": faulty,
        "set/c.md": faulty,
        "set/junk.md": "# 说明\n\n这里放各单位的年报。\n",
        "set/草稿.md": faulty,
        "2023/a.md": standard_previous().replace("| 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "| 3 | 0 | 0 | 0 | 0 | 0 | 3 |"),
        "pack.toml": PACK,
    }
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")
    Path("set/d.docx").write_bytes(as_docx(faulty))
    Path("set/broken.docx").write_bytes(b"PK\x03\x04 broken")
    # An older office file that no program can open; it is read by the process that was called.
    Path("set/old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    return tmp_path


def told(capture: Capture, *arguments: str) -> tuple[int, str, str]:
    status = run(arguments)
    captured = capture.readouterr()
    return status, captured.out, captured.err


@pytest.mark.parametrize("form", ["text", "json"])
def test_two_processes_tell_what_one_tells(form: str, capsys: Capture) -> None:
    Path("govreport-lint.toml").write_text(SETTINGS, "utf-8")
    call = ("set", "--format", form, "--fail-on", "warning")
    one = told(capsys, *call, "--jobs", "1")
    assert one == told(capsys, *call, "--jobs", "2")
    assert one[0] == 3, "what cannot be read is a fault"
    if form == "json":
        files = {file["path"]: file for file in json.loads(one[1])["files"]}
        codes = {path: {each["code"] for each in file.get("findings", ())} for path, file in files.items()}
        assert "A303" in codes["set/c.md"] and "A303" not in codes["set/乡镇/b.md"]
        assert "X101" in codes["set/d.docx"] and "D604" not in codes["set/d.docx"]
        assert any(code.startswith("H") for code in codes["set/a.md"])
        assert files["set/junk.md"]["error"]["code"] == "set-aside"
        assert files["set/old.doc"]["error"] and files["set/broken.docx"]["error"]


def test_options_reach_the_processes(capsys: Capture) -> None:
    call = ("set/a.md", "set/c.md", "--format", "json", "--previous", "2023", "--pack", "pack.toml")
    more = ("--ignore", "A", "--no-inline", "--lang", "en", "--isolated")
    one = told(capsys, *call, *more, "--jobs", "1")
    assert one == told(capsys, *call, *more, "--jobs", "2")
    assert '"X101"' in one[1] and '"A303"' not in one[1]


def test_how_many_processes_so_many_files_are_worth(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    few, many = ["a.md"] * 5, ["a.md"] * 1000
    assert [processes_for(few, jobs) for jobs in (0, 1, 2, 9)] == [1, 1, 2, 5]
    assert processes_for(many, 0) == 4
    assert processes_for([], 0) == 1


@pytest.mark.parametrize(
    ("path", "count"), [("a.md", 2), ("-", 1), ("a.DOC", 1), ("a.docx", 2), ("a.wps", 1), ("a.xls", 1)]
)
def test_older_office_files_and_standard_input_stay_with_the_one_that_asks(path: str, count: int) -> None:
    assert processes_for(["x.md", path], 2) == count


def without_names(data: str) -> list[dict[str, Any]]:
    """The files of a JSON output without what tells them apart by name."""
    files: list[dict[str, Any]] = json.loads(data)["files"]
    for file in files:
        for finding in file.get("findings", ()):
            finding.pop("path", None)
        file.pop("path", None)
    return files


def test_over_all_samples_one_process_two_and_standard_input_find_the_same(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = sorted(path for path in SAMPLES.iterdir() if path.is_file())
    for path in paths:
        shutil.copy(path, path.name)
    names = [path.name for path in paths]
    serial = told(capsys, *names, "--format", "json", "--jobs", "1")
    assert serial == told(capsys, *names, "--format", "json", "--jobs", "2")
    piped: list[dict[str, Any]] = []
    for path in paths:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes()), "utf-8"))
        piped += json.loads(told(capsys, "-", "--stdin-filename", path.name, "--format", "json")[1])["files"]
    assert piped == json.loads(serial[1])["files"]


def test_without_a_name_standard_input_finds_the_same(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path("set/c.md").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), "utf-8"))
    piped = told(capsys, "-", "--format", "json")[1]
    named = told(capsys, "set/c.md", "--format", "json")[1]
    assert without_names(piped.replace('"-"', '"set/c.md"')) == without_names(named)
