"""Every output in one run, as a pipeline calls it; a workbook never goes to a screen."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import SAMPLES

from govreport_lint.cli import run
from govreport_lint.output.formats import output_formats

FAULTY = SAMPLES / "town-2024.faulty.md"


def test_every_output_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    names = [known.name for known in output_formats()]
    wanted = [part for name in names for part in ("--format", f"{name}=结果.{name}")]
    assert run([str(FAULTY), *wanted]) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"结果.{name}" for name in names)
    for name in names:
        data = (tmp_path / f"结果.{name}").read_bytes()
        text = zipfile.ZipFile(io.BytesIO(data)).read("xl/sharedStrings.xml") if name == "xlsx" else data
        assert b"A303" in text
        assert "示例县".encode() in text or name in ("concise", "github", "gitlab", "junit", "sarif")
    assert json.loads((tmp_path / "结果.sarif").read_text("utf-8"))["runs"][0]["results"]


def test_a_workbook_goes_through_a_pipe() -> None:
    called = [sys.executable, "-m", "govreport_lint", str(FAULTY), "--format", "xlsx"]
    done = subprocess.run(called, capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"})
    assert done.returncode == 1
    assert zipfile.ZipFile(io.BytesIO(done.stdout)).testzip() is None


def test_a_workbook_is_refused_where_a_person_looks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert run([str(FAULTY), "--format", "xlsx"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("--format xlsx：工作簿不能写到屏幕上，请写入文件")


def test_a_file_stays_where_its_output_cannot_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from govreport_lint.output.workbook import findings_book

    kept = tmp_path / "old.xlsx"
    kept.write_bytes(b"old")
    monkeypatch.setattr(findings_book, "find_spec", lambda _: None)
    assert run([str(FAULTY), "--format", f"xlsx={kept}"]) == 2
    assert kept.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [kept]
