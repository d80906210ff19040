"""docs/rule-packs.md: every pack that it shows is one, every command does what is told, every mistake is shown so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

from govreport_lint.cli import run
from govreport_lint.cli.console.faulty_file import error_lines
from govreport_lint.errors import RuleError
from govreport_lint.linter import Linter
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.rulebook import Rulebook
from govreport_lint.shipped import rulebook_with, shipped_rulebook

GUIDE = (ROOT / "docs" / "rule-packs.md").read_text("utf-8")
SHOWN: list[str] = re.findall(r"```toml\n(.*?)```", GUIDE, re.S)
PACKS = [text for text in SHOWN if "entry-points" not in text]


def rulebook(folder: Path, text: str) -> Rulebook:
    (folder / "province").mkdir(exist_ok=True)
    (folder / "province" / "province.toml").write_text("[options.L904]\nshortest = 25\n", encoding="utf-8")
    (folder / "county").mkdir(exist_ok=True)
    pack = folder / "county" / "our-county.toml"
    pack.write_text(text, encoding="utf-8")
    return rulebook_with([pack])


def found(book: Rulebook, *changes: tuple[str, str]) -> list[str]:
    report = standard_report()
    for old, new in changes:
        assert old in report
        report = report.replace(old, new, 1)
    return [finding.code for finding in Linter(book).lint_text(report, "markdown", "a").findings]


@pytest.mark.parametrize("text", PACKS, ids=lambda text: text.splitlines()[0])
def test_every_pack_is_taken_and_finds_nothing_in_the_standard_report(tmp_path: Path, text: str) -> None:
    assert found(rulebook(tmp_path, text)) == []


def test_together_they_are_a_pack_too(tmp_path: Path) -> None:
    whole = PACKS[4].partition("[[claims]]")[0] + "".join(PACKS[:3]) + PACKS[3] + PACKS[4].partition("]\n")[2]
    book = rulebook(tmp_path, whole)
    assert [rule.code for rule in book.rules if rule.code.startswith("X")] == ["X101", "X102", "X103", "X104"]


def test_they_do_what_the_guide_says(tmp_path: Path) -> None:
    first, words, _, changed, claims, several = PACKS
    cells = (
        "| 四、结转下年度继续办理 | | | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "| 四、结转下年度继续办理 | | | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
    )
    assert "X101" in found(rulebook(tmp_path, first), cells)
    assert found(rulebook(tmp_path, words), ("按月检查", "某某提法，按月检查")) == ["X102"]
    assert found(rulebook(tmp_path, changed), ("按月检查", "部份，按月检查")) == []
    assert found(rulebook(tmp_path, claims), ("按月检查", "承接公开请求件共15件，按月检查")) == ["N501"]
    assert found(shipped_rulebook(), ("按月检查", "承接公开请求件共15件，按月检查")) == []
    assert rulebook(tmp_path, several).checks["L904"].options.shortest == 40


def test_the_examples_are_tried_as_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "our-county.toml"
    path.write_text(PACKS[2], encoding="utf-8")
    assert run(["rules", "test", str(path)]) == 0
    shown = re.search(r"rules test our-county\.toml\n(.*?)```", GUIDE, re.S)
    assert shown and capsys.readouterr().out.splitlines()[0] == shown[1].strip()


def test_the_mistake_is_shown_as_the_guide_shows_it(tmp_path: Path) -> None:
    shown = re.search(r"```text\n(.*?)```", GUIDE, re.S)
    assert shown
    with pytest.raises(RuleError) as caught:
        rulebook(tmp_path, PACKS[0].replace("结转下年度 <= 3", "结转下年 <= 3"))
    lines = error_lines(caught.value)
    assert [lines[0].rpartition("/")[2], *lines[1:]] == shown[1].splitlines()


def test_all_families_are_named() -> None:
    assert all(f"`{pack.family}`" in GUIDE for pack in shipped_rulebook().packs)
