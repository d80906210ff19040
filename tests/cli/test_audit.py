"""The audit from the command line: what it refuses, what it prints, how it ends."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from govreport_lint.cli import run

DAY = ["--date", "2025-01-20", "--jobs", "1"]


@pytest.fixture(autouse=True)
def county(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = shutil.copytree(ROOT / "samples" / "county", tmp_path / "county")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["2025"],
        ["2024", "--previous", "2022"],
        ["2024", "--units", "none.csv"],
        ["2024", "--county", "none.docx"],
        ["2024", "--workbook", "none.xlsx"],
        ["2024", "--config", "none.toml"],
        ["2024", "--date", "2025-02-30"],
    ],
)
def test_a_slip_of_the_pen_is_no_audit(county: Path, arguments: list[str]) -> None:
    assert run(["audit", *arguments, "-o", "out"]) == 2
    assert not (county / "out").exists()


def test_the_folder_for_the_papers_has_to_be_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "2024"]) == 2
    assert "-o" in capsys.readouterr().err


def test_an_audit_of_nothing_is_none(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "empty").mkdir()
    assert run(["audit", "empty", "-o", "out", *DAY]) == 3
    assert "没有一份能读取的年报" in capsys.readouterr().err
    (county / "empty" / "通知.md").write_text("# 通知\n\n请按时报送。\n", "utf-8")
    assert run(["audit", "empty", "-o", "out", *DAY]) == 3
    assert "通知.md" in capsys.readouterr().err
    assert not (county / "out" / "audit.xlsx").exists()


def test_junk_is_set_aside_and_told_without_another_status(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "2024" / "Thumbs.db").write_bytes(b"\0" * 10)
    (county / "2024" / "坏.docx").write_bytes(b"PK\x03\x04broken")
    arguments = ["audit", "2024", "--previous", "2023", "--units", "units.csv", "-o", "out", *DAY]
    assert run(arguments) == 1
    told = capsys.readouterr().out
    assert "坏.docx" in told and ".db 1" in told
    assert run([*arguments, "--fail-on", "never"]) == 0
    assert run([*arguments, "--exclude", "坏.docx"]) == 1
    assert "坏.docx" not in capsys.readouterr().out.rpartition("（第")[2]


def test_the_files_are_listed_without_being_read(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["audit", "2024", "--list-files"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    assert not (county / "out").exists()


def test_only_what_changed_gets_a_letter(county: Path) -> None:
    common = ["--previous", "2023", "--units", "units.csv", "-o", "out"]
    assert run(["audit", "2024", *common, *DAY]) == 1
    shutil.rmtree(county / "out" / "letters")
    assert run(["audit", "补报", *common, "--date", "2025-01-24", "--jobs", "1", "--only-changed"]) == 1
    letters = {path.name[:2] for path in (county / "out" / "letters").iterdir()}
    assert letters == {"02", "06"}


def test_settings_that_are_wrong_are_told_with_their_key(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "govreport-lint.toml").write_text("[audit]\nsimilarty = 0.4\n", "utf-8")
    assert run(["audit", "2024", "-o", "out", *DAY]) == 2
    assert "similarty" in capsys.readouterr().err


def codes(county: Path) -> set[str]:
    data = json.loads((county / "out" / "audit.json").read_text("utf-8"))
    return {finding["code"] for file in data["files"] for finding in file.get("findings", ())}


def test_the_configuration_says_by_which_rules_and_nothing_is_stale(county: Path) -> None:
    arguments = ["audit", "2024", "--previous", "2023", "--units", "units.csv", "-o", "out", *DAY]
    assert run(arguments) == 1
    assert {"A302", "A303", "N501"} <= codes(county)
    (county / "govreport-lint.toml").write_text('ignore = ["A"]\n[severity]\nN501 = "info"\n', "utf-8")
    (county / "2024" / "govreport-lint.toml").write_text('ignore = ["N"]\n', "utf-8")
    run(arguments)
    assert "N501" in codes(county)
    assert not {code for code in codes(county) if code.startswith("A")}


def test_a_configuration_that_names_no_rule_is_no_audit(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (county / "govreport-lint.toml").write_text('ignore = ["A399"]\n', "utf-8")
    assert run(["audit", "2024", "-o", "out", *DAY]) == 2
    assert "govreport-lint.toml:1:12" in capsys.readouterr().err
