"""The pack that docs/word-lists.md shows is one, and does what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from govreport_lint.checks import kinds
from govreport_lint.linter import Linter
from govreport_lint.rulebook.pages import standard_report
from govreport_lint.rulebook.rulebook import load_rulebook

PAGE = Path(__file__).parents[2] / "docs" / "word-lists.md"


@pytest.fixture
def linter(tmp_path: Path) -> Linter:
    shown = re.search(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    assert shown
    pack = tmp_path / "our-words.toml"
    pack.write_text(shown[1], encoding="utf-8")
    return Linter(load_rulebook(kinds(), [pack]))


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("副县长张三检查专栏，", ["X951"]),
        ("县长李四检查专栏，", ["X951"]),
        ("时任县长李四检查专栏，", []),
        ("落实某某提法，", ["X952"]),
    ],
)
def test_a_list_of_ones_own(linter: Linter, words: str, codes: list[str]) -> None:
    report = standard_report().replace("按月检查", words + "按月检查", 1)
    found = linter.lint_text(report, "markdown", "report").findings
    assert [finding.code for finding in found] == codes


def test_the_standard_report_is_still_faultless(linter: Linter) -> None:
    assert linter.lint_text(standard_report(), "markdown", "report").findings == ()
