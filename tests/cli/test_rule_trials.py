"""``rules test`` tells whether the rules of a pack find what its examples say; ``rules`` and ``explain`` know them too."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport_lint.cli import run

Capture = pytest.CaptureFixture[str]

HEAD = 'title = "本县规则"\nfamily = "arithmetic"\n'
WORDS = """
[[rules]]
code = "X101"
name = "our-words"
severity = "warning"
title = "不用的提法"
why = "本县不用这个提法。"
message = "“{word}”在词表里。"
suggestion = "请改。"
basis = "本县要求"
%s
[rules.check]
kind = "word-list"
words = [{ word = "某某提法" }]
"""
BAD = 'bad = [{ replaces = "paragraph （四）", text = "（四）平台建设。落实某某提法，按月检查专栏。" }]'
GOOD = 'good = [{ replaces = "paragraph （四）", text = "（四）平台建设。按月检查专栏。" }]'
CARRY = """
[[rules]]
code = "X102"
name = "our-carry"
severity = "warning"
title = "结转多于三件"
message = "{left}，多于三件。"
suggestion = "请核实。"
basis = "本县要求"
%s
[rules.check]
kind = "equation"
table = "applications"
each = "column"
only = ["total"]
expression = "结转下年度 <= 3"
"""


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "our.toml"


def tried(pack: Path, capture: Capture, *rules: str) -> tuple[int, str]:
    """The exit status and what is said, on one line."""
    pack.write_text(HEAD + "".join(rules), encoding="utf-8")
    status = run(["rules", "test", "our.toml"])
    return status, capture.readouterr().out


def test_examples_that_are_true(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, WORDS % f"{BAD}\n{GOOD}")
    assert status == 0
    assert "X101  通过  不用的提法  反例 1 个、正例 1 个" in said
    assert "共 1 条规则：通过 1 条，未通过 0 条，没有例子 0 条" in said


def test_a_bad_example_in_which_nothing_is_found_tells_what_was_found_instead(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, WORDS % BAD.replace("某某提法", "的的提法"))
    assert status == 1
    assert "X101  未通过" in said and "第 1 个反例" in said and "别的规则报出 L903" in "".join(said.split("\n      "))


def test_a_good_example_in_which_something_is_found(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, WORDS % BAD.replace("bad", "good"))
    assert status == 1
    assert "不应报出，却报出：“某某提法”在词表里。" in said


def test_every_example_is_one_by_itself(pack: Path, capsys: Capture) -> None:
    two = BAD.replace(
        "}]", '}, { replaces = "preamble", text = "本报告落实某某提法。" }, { replaces = "title", text = "# 无" }]'
    )
    status, said = tried(pack, capsys, WORDS % two)
    assert status == 1
    assert "第 3 个反例" in said and "第 2 个反例" not in said


def test_a_cell_is_named_in_the_official_words(pack: Path, capsys: Capture) -> None:
    cells = 'bad = [{ replaces = "cell 结转下年度.总计", text = "4" }]\n'
    status, _ = tried(pack, capsys, CARRY % (cells + cells.replace("bad", "good").replace('"4"', '"3"')))
    assert status == 0
    status, said = tried(pack, capsys, CARRY % cells.replace("结转下年度.总计", "结转下年.总计"))
    assert status == 1 and "没有这一格" in said


def test_further_changes_of_one_example(pack: Path, capsys: Capture) -> None:
    also = 'good = [{ replaces = "cell 结转下年度.总计", text = "9", also = [{ replaces = "cell 结转下年度.总计", text = "2" }] }]'
    assert tried(pack, capsys, CARRY % also)[0] == 0


def test_a_cell_that_cannot_be_read_is_told(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, CARRY % 'bad = [{ replaces = "cell 结转下年度.总计", text = "甲" }]')
    assert status == 1 and "无法判断" in said


def test_a_place_that_there_is_not(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, WORDS % BAD.replace("（四）", "（九）", 1))
    assert status == 1 and "标准报告里没有这个位置：paragraph （九）" in said


def test_a_rule_without_examples_is_told(pack: Path, capsys: Capture) -> None:
    status, said = tried(pack, capsys, WORDS % "")
    assert status == 0
    assert "X101  没有例子" in said and "没有例子 1 条" in said


def test_a_rule_that_the_standard_report_breaks_is_told(pack: Path, capsys: Capture) -> None:
    bad = 'bad = [{ replaces = "cell 新收.总计", text = "13" }]'
    _, said = tried(pack, capsys, (CARRY % bad).replace("<= 3", "<= 0"))
    assert "标准报告本身就会被本条报出" in said


def test_a_rule_of_two_years_is_tried_beside_last_years_report(pack: Path, capsys: Capture) -> None:
    rule = CARRY.replace('"equation"', '"year-equation"').replace("结转下年度 <= 3", "上年结转 == 上年.结转下年度")
    rule = rule.replace("only", "# only")
    examples = [
        '{ replaces = "cell 结转下年度.总计", text = "5", paper = "previous" }',
        '{ replaces = "cell 上年结转.总计", text = "5" }',
    ]
    status, said = tried(pack, capsys, rule % f"bad = [{', '.join(examples)}]")
    assert status == 0, said


def test_a_kind_about_a_set_cannot_be_tried(pack: Path, capsys: Capture) -> None:
    rule = (WORDS % "").partition("[rules.check]")[0].replace("“{word}”在词表里。", "“{unit}”")
    status, said = tried(pack, capsys, rule + '[rules.check]\nkind = "unit-missing"\n')
    assert status == 0 and "要看一批报告" in said


def test_in_english(pack: Path, capsys: Capture) -> None:
    tried(pack, capsys, WORDS % BAD)
    assert run(["rules", "test", "our.toml", "--lang", "en"]) == 0
    assert "1 rules: 1 ok, 0 failed, 0 without examples" in capsys.readouterr().out


def test_a_faulty_pack_is_shown(pack: Path, capsys: Capture) -> None:
    pack.write_text(HEAD + (WORDS % BAD).replace('"word-list"', '"word-lists"'), encoding="utf-8")
    assert run(["rules", "test", "our.toml"]) == 2
    shown = capsys.readouterr().err
    assert "our.toml:15:8" in shown and "^^^^^^^^^^^^" in shown and "word-list" in shown


def test_a_pack_without_rules_of_its_own(pack: Path, capsys: Capture) -> None:
    assert tried(pack, capsys, '[drop.L905]\nwords = ["截止"]\n') == (0, "规则包里没有自己的规则\n")


def test_the_list_and_the_page(pack: Path, capsys: Capture) -> None:
    tried(pack, capsys, WORDS % f"{BAD}\n{GOOD}")
    assert run(["rules"]) == 0
    shipped = capsys.readouterr().out
    assert "A301" in shipped and "X101" not in shipped
    assert run(["rules", "--pack", "our.toml"]) == 0
    own = capsys.readouterr().out
    assert "A301" in own and "本县规则\n  X101  疑点  不用的提法  our-words" in own
    assert run(["explain", "X101", "--pack", "our.toml"]) == 0
    page = capsys.readouterr().out
    assert "本县不用这个提法。" in page and "（四）平台建设。落实某某提法" in page
    assert run(["explain", "X101"]) == 2
