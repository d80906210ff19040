"""The words that do not count: those that ship, a county's own, and the names of organs."""

from __future__ import annotations

from pathlib import Path

import pytest
from prose_reports import FIRST, OTHER, prose_report

from govreport_lint.errors import RuleError
from govreport_lint.likeness.comparison import compare
from govreport_lint.likeness.text.masking import GONE, MARKS, masked
from govreport_lint.likeness.text.names import forms_of
from govreport_lint.likeness.text.phrases import load_phrases, read_phrases


def shown(text: str, *names: str) -> str:
    """A masked text with the marks shown as numbers."""
    hidden = masked(text, forms_of(names, load_phrases()), load_phrases())
    assert len(hidden) == len(text)
    return "".join(str(MARKS.index(one) + 1) if one in MARKS else one for one in hidden if one not in GONE + "\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公布信息1,286条，增长3.5%。", "公布信息1条，增长1。"),
        ("于2024年3月1日前办结。", "于2前办结。"),
        ("二〇二四年共办结三十二件。", "2共办结1件。"),
        ("依据《示例县办法》办理。", "依据4办理。"),
        ("一是我局张贴海报；二是全县推广。", "3张贴海报；3推广。"),
        ("（一）逐户核对。1.逐村登记。", "逐户核对。逐村登记。"),
    ],
)
def test_what_is_masked(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    "text",
    ["石狮市湖滨街道办事处发放手册。", "湖滨街道发放手册。", "石狮市发放手册。", "石狮发放手册。", "湖滨发放手册。"],
)
def test_a_name_is_masked_in_every_form(text: str) -> None:
    assert set(shown(text, "石狮市湖滨街道办事处")) == set("3发放手册。")


def test_a_department_is_masked_without_its_place_but_its_words_are_kept() -> None:
    assert shown("财政局公布财政预算。", "沭阳县财政局") == "3公布财政预算。"


def test_a_county_leaves_out_its_own_phrases(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(f'phrases = ["{FIRST[0][:30]}"]\nsentences = [["教师职称", "评委"]]\n', "utf-8")
    report = prose_report((FIRST[0], OTHER[1]), ())
    usual = compare(report, report, (), label="x").letters
    fewer = compare(report, report, (), label="x", phrases=read_phrases(own))
    assert fewer.letters < usual - 50 and fewer.share == 1


@pytest.mark.parametrize("content", ["phrases = 3", 'numbers = "x"', "phrases = [", 'sentences = ["甲"]'])
def test_a_faulty_file_of_ones_own_is_refused(tmp_path: Path, content: str) -> None:
    own = tmp_path / "own.toml"
    own.write_text(content, "utf-8")
    with pytest.raises(RuleError, match=r"own\.toml"):
        read_phrases(own)


def test_empty_phrases_of_ones_own_hide_nothing(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('phrases = [""]\nsentences = [[], [""]]\n', "utf-8")
    assert read_phrases(own) == load_phrases()
