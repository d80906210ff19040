"""``--pack``: rules of one's own in every command that reads reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport_lint.cli import run
from govreport_lint.rulebook.pages import standard_report

Capture = pytest.CaptureFixture[str]

RULE = """\
family = "language"
keywords = ["承接"]
[[rules]]
code = "%s"
name = "words-%s"
severity = "error"
title = "不用的提法"
message = "“{word}”"
suggestion = "请改。"
basis = "本县要求"
[rules.check]
kind = "word-list"
words = [{ word = "%s" }]
"""
CLAIM = """
[[claims]]
subjects = ["received"]
forms = ["承接请求件{count}"]
needs = ["承接请求"]
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    report = standard_report().replace("按月检查", "甲提法，乙提法，承接请求件12件，按月检查", 1)
    (tmp_path / "r.md").write_text(report, encoding="utf-8")
    (tmp_path / "a.toml").write_text(RULE % ("X101", "a", "甲提法") + CLAIM, encoding="utf-8")
    (tmp_path / "b.toml").write_text(RULE % ("X102", "b", "乙提法"), encoding="utf-8")
    return tmp_path


def codes(capture: Capture, *arguments: str) -> list[str]:
    run(["r.md", "--format", "json", *arguments])
    (file,) = json.loads(capture.readouterr().out)["files"]
    return [finding["code"] for finding in file["findings"]]


def test_several_packs_and_a_choice_among_their_rules(capsys: Capture) -> None:
    assert codes(capsys) == []
    assert codes(capsys, "--pack", "a.toml") == ["X101"]
    assert codes(capsys, "--pack", "a.toml", "--pack", "b.toml") == ["X101", "X102"]
    assert codes(capsys, "--pack", "a.toml", "--pack", "b.toml", "--select", "X", "--ignore", "words-a") == ["X102"]
    assert codes(capsys, "--pack", "a.toml", "--pack", "b.toml", "--select", "A") == []


def test_packs_of_the_configuration_and_of_the_option_add_up(folder: Path, capsys: Capture) -> None:
    (folder / "govreport-lint.toml").write_text('packs = ["a.toml"]\n', encoding="utf-8")
    assert codes(capsys) == ["X101"]
    assert codes(capsys, "--pack", "b.toml") == ["X101", "X102"]
    assert codes(capsys, "--isolated", "--pack", "b.toml") == ["X102"]


def test_the_list_and_the_pages_know_the_packs_of_the_configuration(folder: Path, capsys: Capture) -> None:
    (folder / "govreport-lint.toml").write_text('packs = ["a.toml"]\n', encoding="utf-8")
    assert run(["rules", "--pack", "b.toml"]) == 0
    shown = capsys.readouterr().out
    assert "X101" in shown and "X102" in shown
    assert run(["explain", "words-a"]) == 0
    assert run(["explain", "words-a", "--isolated"]) == 2


def test_a_finding_of_ones_own_fails_the_run() -> None:
    assert run(["r.md", "--pack", "a.toml"]) == 1
    assert run(["r.md"]) == 0


def test_annotate(folder: Path) -> None:
    assert run(["annotate", "r.md", "--pack", "a.toml", "-o", "out.html"]) == 0
    assert "X101" in (folder / "out.html").read_text("utf-8")


def test_extract_reads_claims_of_ones_own(capsys: Capture) -> None:
    run(["extract", "r.md"])
    assert "承接请求件" not in capsys.readouterr().out
    run(["extract", "r.md", "--pack", "a.toml"])
    assert "承接请求件" in capsys.readouterr().out


def test_a_faulty_pack_is_told_in_english(folder: Path, capsys: Capture) -> None:
    (folder / "c.toml").write_text((RULE % ("X103", "c", "丙")).replace("language", "langauge"), encoding="utf-8")
    for lang in (["--lang", "en"], ["--lang=en"]):
        assert run(["r.md", "--pack", "c.toml", *lang]) == 2
        assert "c.toml:1:10: family: there is no family “langauge”; did you mean language" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", [["r.md"], ["annotate", "r.md"], ["extract", "r.md"], ["rules"], ["explain", "A301"]]
)
def test_a_faulty_pack_is_shown_by_every_command(folder: Path, capsys: Capture, command: list[str]) -> None:
    (folder / "c.toml").write_text((RULE % ("X103", "c", "丙")).replace("language", "langauge"), encoding="utf-8")
    assert run([*command, "--pack", "c.toml"]) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "c.toml:1:10：family：没有名为“langauge”的规则类别；是不是 language",
        "  |",
        '1 | family = "langauge"',
        "  |          ^^^^^^^^^^",
    ]
