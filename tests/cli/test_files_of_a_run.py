"""Which files a run reads, which it leaves out or sets aside, and what standard input is called."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from conftest import SAMPLES

from govreport_lint.cli import run
from govreport_lint.rulebook.pages import standard_report

Capture = pytest.CaptureFixture[str]
FAULTY = (SAMPLES / "town-2024.faulty.md").read_text("utf-8")
JUNK = "# 说明\n\n这里放各单位的年报。\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nothing_kept: None) -> Path:
    monkeypatch.chdir(tmp_path)
    put({"set/good.md": standard_report(), "set/faulty.md": FAULTY, "set/旧/faulty.md": FAULTY, "set/junk.md": JUNK})
    return tmp_path


def put(files: dict[str, str]) -> None:
    for name, text in files.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, "utf-8")


def listed(capture: Capture, *arguments: str, status: int = 0) -> list[str]:
    assert run([*arguments, "--list-files"]) == status
    return capture.readouterr().out.splitlines()


def test_listing_names_what_would_be_checked_and_reads_nothing(capsys: Capture) -> None:
    Path("set/good.md").write_bytes(b"\0")
    assert listed(capsys, "set") == ["set/faulty.md", "set/good.md", "set/junk.md", "set/旧/faulty.md"]
    assert listed(capsys, "set/good.md", "set", "--exclude", "旧/") == ["set/good.md", "set/faulty.md", "set/junk.md"]
    assert listed(capsys, "no.md", "set/good.md", status=3) == ["set/good.md"]


@pytest.mark.parametrize(
    ("patterns", "left"),
    [
        (["旧/**"], ["faulty.md", "good.md", "junk.md"]),
        (["faulty.md"], ["good.md", "junk.md"]),
        (["/faulty.md"], ["good.md", "junk.md", "旧/faulty.md"]),
        (["f*", "j*"], ["good.md"]),
        (["*", "!good.md"], ["good.md"]),
        (["*.docx"], ["faulty.md", "good.md", "junk.md", "旧/faulty.md"]),
    ],
)
def test_exclude(patterns: list[str], left: list[str], capsys: Capture) -> None:
    options = [word for pattern in patterns for word in ("--exclude", pattern)]
    assert listed(capsys, "set", *options) == [f"set/{name}" for name in left]


def test_what_is_excluded_is_counted_and_what_is_named_is_meant(capsys: Capture) -> None:
    run(["set", "--exclude", "faulty.md"])
    assert "按 exclude 略过 2 个文件" in capsys.readouterr().out
    run(["set", "--exclude", "faulty.md", "--lang", "en"])
    assert "2 files were left out by exclude" in capsys.readouterr().out
    assert listed(capsys, "set/faulty.md", "--exclude", "faulty.md") == ["set/faulty.md"]


def test_junk_in_a_folder_hides_no_findings(capsys: Capture) -> None:
    assert run(["set"]) == 1
    captured = capsys.readouterr()
    assert "set/junk.md" in captured.out and "不是年报，没有检查" in captured.out
    assert run(["set", "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    errors = {file["path"]: file["error"]["code"] for file in data["files"] if file.get("error")}
    assert errors == {"set/junk.md": "set-aside"}
    assert run(["set", "--exclude", "faulty.md"]) == 0


def test_all_junk_is_nothing_checked(capsys: Capture) -> None:
    put({"junk/a.md": JUNK, "junk/b.txt": JUNK})
    assert run(["junk"]) == 3
    assert run(["junk", "--exit-zero"]) == 3
    assert run(["junk", "--format", "json"]) == 3
    assert len(json.loads(capsys.readouterr().out.partition("{")[2].join(["{", ""]))["files"]) == 2


def test_strict_files_and_a_file_that_is_named(capsys: Capture) -> None:
    assert run(["set", "--strict-files"]) == 3
    assert "set/junk.md" in capsys.readouterr().err
    assert run(["set/junk.md", "set/faulty.md"]) == 3
    capsys.readouterr()
    put({"govreport-lint.toml": "strict-files = true\n"})
    assert run(["set"]) == 3
    assert "未能检查" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_a_fault_in_a_folder_too() -> None:
    Path("set/broken.docx").write_bytes(b"PK\x03\x04 broken")
    assert run(["set"]) == 3


def from_standard_input(monkeypatch: pytest.MonkeyPatch, text: str, *arguments: str) -> int:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))
    return run(["-", *arguments])


def test_standard_input_has_the_name_that_it_is_given(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "旧/年报.md", "--format", "concise") == 1
    out = capsys.readouterr().out
    assert out.startswith("旧/年报.md:") and "\n-:" not in out
    from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "旧/年报.md", "--format", "json")
    assert [file["path"] for file in json.loads(capsys.readouterr().out)["files"]] == ["旧/年报.md"]


def test_what_is_wrong_with_it_is_told_by_that_name(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    assert from_standard_input(monkeypatch, "", "--stdin-filename", "年报.md") == 3
    captured = capsys.readouterr()
    assert captured.err.startswith("年报.md：")
    assert "── 年报.md" in captured.out


def test_what_is_said_of_files_of_that_name_holds(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    put({"govreport-lint.toml": '[[per_file]]\nfiles = ["旧/*"]\nignore = ["A", "T"]\n'})
    assert from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "旧/年报.md") == 0
    assert from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "新/年报.md") == 1
    assert from_standard_input(monkeypatch, FAULTY) == 1
    capsys.readouterr()


def test_the_configuration_is_that_of_the_name(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    put({"旧/govreport-lint.toml": 'ignore = ["A", "T"]\n'})
    assert from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "旧/年报.md") == 0
    assert from_standard_input(monkeypatch, FAULTY, "--stdin-filename", "年报.md") == 1
    capsys.readouterr()
