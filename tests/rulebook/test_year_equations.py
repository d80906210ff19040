"""A county's own rule about two years is a few lines of TOML, and a slip in it is told when it is loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport_lint import Config, Linter, lint_text
from govreport_lint.checks import kinds
from govreport_lint.errors import RuleError
from govreport_lint.linter import Linter as Lint
from govreport_lint.rulebook.expressions import names, parse
from govreport_lint.rulebook.pages import standard_previous, standard_report
from govreport_lint.rulebook.rulebook import load_rulebook

PACK = """\
family = "history"
title = { zh = "本县规则", en = "County rules" }

[[rules]]
code = "X701"
name = "county-licences"
severity = "info"
title = { zh = "许可少于上年", en = "fewer licences" }
message = { zh = "{left}，少于{right}，相差 {difference}。", en = "{left} < {right} by {difference}." }
suggestion = { zh = "请核实。", en = "Please check." }
basis = { zh = "本县要求", en = "County" }
[rules.check]
kind = "year-equation"
table = "disclosure"
each = "table"
expression = "行政许可.处理决定 >= 上年.行政许可.处理决定 + 100"
at = "行政许可.处理决定"
"""


def linter(tmp_path: Path, text: str) -> Lint:
    pack = tmp_path / "county.toml"
    pack.write_text(text, encoding="utf-8")
    return Linter(load_rulebook(kinds(), [pack]), Config(select=("X",)))


def test_names_of_last_year() -> None:
    assert names(parse("上年结转 == 上年.结转下年度")) == ("上年结转", "上年.结转下年度")
    assert names(parse("上年.行政复议.总计 <= 行政复议.总计")) == ("上年.行政复议.总计", "行政复议.总计")
    with pytest.raises(ValueError, match="名称"):
        parse("前年.行政复议.总计 == 0")


def test_a_rule_of_ones_own_holds_two_years_against_each_other(tmp_path: Path) -> None:
    previous = lint_text(standard_previous()).report
    (found,) = linter(tmp_path, PACK).lint_text(standard_report(), "markdown", "a.md", previous).findings
    assert found.message.zh == "“行政许可”处理决定(126)，少于上年“行政许可”处理决定(97)＋100＝197，相差 71。"
    assert [item.source for item in found.evidence] == ["report", "previous"]


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("上年.行政许可.处理决定", "上年.行政许克.处理决定", "行政许可"),
        ("上年.行政许可.处理决定", "上年.行政许可.处理", "处理决定"),
        ("行政许可.处理决定 >=", "行政许可.对外公开总数 >=", "列"),
        (" + 100", " + 100 and 行政处罚.处理决定 > 0", "一个等式"),
        (" + 100", " * 2", "整数之和"),
    ],
)
def test_a_slip_is_told_when_the_pack_is_loaded(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    assert PACK.count(right) == 1
    with pytest.raises(RuleError, match=told):
        linter(tmp_path, PACK.replace(right, wrong))


def test_what_only_an_earlier_form_has_may_be_named_of_last_year(tmp_path: Path) -> None:
    pack = PACK.replace("上年.行政许可.处理决定 + 100", "上年.行政许可.上一年项目")
    previous = lint_text(standard_previous()).report
    result = linter(tmp_path, pack).lint_text(standard_report(), "markdown", "a.md", previous)
    (open_one,) = result.coverage.unassessed
    assert "2021年格式" in open_one.reason.zh and "上一年项目" in open_one.reason.zh


def test_a_rule_about_last_year_is_silent_in_an_equation_of_one_report(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="上年"):
        linter(tmp_path, PACK.replace('"year-equation"', '"equation"'))
