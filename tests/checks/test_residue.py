"""Words of a template that were left in: where masks and addresses are many, and stand close together."""

from __future__ import annotations

import pytest

from govreport_lint import lint_text
from govreport_lint.rulebook.pages import standard_report


def residues(sentence: str) -> list[str]:
    text = standard_report().replace("## 二、", f"{sentence}\n\n## 二、", 1)
    return [finding.quote or "" for finding in lint_text(text, select=["S113"]).findings]


@pytest.mark.parametrize(
    ("sentence", "quotes"),
    [
        ("收到XX局来信。", ["XX"]),
        ("印发《XX县办法》。", []),
        ("印发《办法》后XX县照办。", ["XX"]),
        ("印发《办法》后XX县照办，又发《YY办法》。", ["XX"]),
        ("印发《XX县《办法》的解读》，《XX局通知》。", []),
        ("印发《办法》的《XX县解读》和XX局通知。", ["XX", "XX"]),
        ("《》XX局。", ["XX"]),
        ("《XX局", []),
        ("见www.a.gov.cn/XX局 ，XX局。", ["XX"]),
        ("XX局，见www.a.gov.cn/XX局 。", ["XX"]),
        ("见www.a.cn/XX局 ，www.b.cn/XX局 ，XX局和www.c.cn/XX局 。", ["XX"]),
    ],
)
def test_names_and_addresses_hold_no_residue(sentence: str, quotes: list[str]) -> None:
    assert residues(sentence) == quotes


def test_of_the_same_words_in_a_paragraph_the_first_ones_are_told() -> None:
    assert residues("到20XX年，" * 500 + "收到XX局来信。") == ["20XX"] * 8 + ["XX"]
