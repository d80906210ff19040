"""The guide to suppressions: what it shows is taken by the program as it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES
from settled_reports import FAULTY, asking, settled, with_lines

from govreport_lint import lint_text
from govreport_lint.cli import run
from govreport_lint.configuration.reading import read_configuration
from govreport_lint.configuration.records import Unused
from govreport_lint.directive import FaultKind
from govreport_lint.shipped import shipped_rulebook
from govreport_lint.suppressing.listed.applying import listed
from govreport_lint.suppressing.listed.suppression import Listed

GUIDE = (ROOT / "docs" / "suppressing.md").read_text("utf-8")


def blocks(kind: str) -> list[str]:
    return re.findall(rf"```{kind}\n(.*?)```", GUIDE, re.DOTALL)


def test_every_comment_that_is_shown_settles() -> None:
    shown = re.findall(r"<!-- govreport-lint: .*? -->", GUIDE)
    shown += [
        asking(words.replace("理由", "已核对")) for words in re.findall(r"^\| `(disable[^`]*)`", GUIDE, re.MULTILINE)
    ]
    shown += [asking(words) for words in re.findall(r"`(disable A303，[^`]*)`", GUIDE)]
    assert len(shown) >= 6
    for comment in shown:
        line = next(number for number, text in enumerate(FAULTY.split("\n"), 1) if "（一）予以公开" in text)
        if "disable-line" in comment:
            text = "\n".join(f"{one} {comment}" if at == line else one for at, one in enumerate(FAULTY.split("\n"), 1))
        else:
            text = with_lines((line, comment.replace("reason", "已核对")))
        result = lint_text(text)
        assert "A303" in settled(result), comment
        assert not [fault for fault in result.faults if fault.kind is FaultKind.FAULTY], comment


def test_every_configuration_that_is_shown_is_one(tmp_path: Path) -> None:
    shown = blocks("toml")
    assert len(shown) == 3
    for text in shown:
        path = tmp_path / "govreport-lint.toml"
        path.write_text(text, "utf-8")
        for entry in read_configuration(path).says.suppress:
            assert isinstance(listed(entry, shipped_rulebook(), "govreport-lint.toml:1", ""), Listed)
    values = re.findall(r'^\| `"(\w+)"`', GUIDE, re.MULTILINE)
    assert sorted(values) == sorted(Unused)


def test_the_commands_do_what_the_guide_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2024").mkdir()
    shutil.copy(SAMPLES / "town-2024.faulty.md", "2024/青山镇.md")
    commands = [line.split()[1:] for block in blocks("sh") for line in block.strip().split("\n")]
    assert [run(command) for command in commands] == [0, 0]
    assert "已列入基线" in capsys.readouterr().out


def test_the_summary_that_is_shown_is_what_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("年报.md").write_text(with_lines((21, asking("disable-file N501 正文口径不同"))), "utf-8")
    Path("govreport-lint.toml").write_text(
        '[[suppress]]\nrule = "A303"\nfiles = ["*.md"]\nplace = "表三 · 予以公开"\nreason = "已与台账核对"\n', "utf-8"
    )
    monkeypatch.setenv("COLUMNS", "120")
    run(["年报.md"])
    assert blocks("text")[0].strip() in capsys.readouterr().out


def test_the_program_that_is_shown_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("2024").mkdir()
    Path("2024/青山镇.md").write_text(with_lines((1, asking("disable-file A303 已核对"))), "utf-8")
    (program,) = blocks("python")
    exec(program, {})
    assert capsys.readouterr().out == "A303 已核对 comment 1\n"
