"""A pack with a mistake is refused when it is loaded: the file, the line, the key and what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport_lint.checks import kinds
from govreport_lint.errors import RuleError
from govreport_lint.rulebook.rulebook import load_rulebook

PACK = """\
family = "arithmetic"
title = { zh = "本县规则", en = "County rules" }

[[rules]]
code = "X901"
name = "county-balance"
severity = "warning"
title = { zh = "结转不大于新收", en = "carried out exceeds received" }
message = { zh = "“{column}”列：{left}，{right}。", en = "Column “{column}”: {left}, {right}." }
suggestion = { zh = "请核实。", en = "Please check." }
basis = { zh = "本县要求", en = "County" }
silences = [{ codes = ["A308"], same = "column" }]
[rules.check]
kind = "equation"
table = "applications"
each = "column"
expression = "结转下年度 <= 新收 + 上年结转"

[[rules]]
code = "X902"
name = "county-count"
severity = "warning"
title = { zh = "收到件数", en = "received" }
message = { zh = "正文写“{stated}”，{cells}。", en = "The text says “{stated}”, but {cells}." }
suggestion = { zh = "请核实。", en = "Please check." }
basis = { zh = "本县要求", en = "County" }
[rules.check]
kind = "claimed-count"
table = "applications"
compared = [{ subjects = ["received"], equals = "新收.总计" }]
"""

MISTAKES = {
    "unknown row": ("结转下年度 <= 新收 + 上年结转", "结转下年 <= 新收", 17, "结转下年度"),
    "unknown row in a sum": ("新收.总计", "新受.总计", 30, "新收"),
    "unknown column": ("新收.总计", "新收.合计", 30, "总计"),
    "placeholder": ("{left}，{right}。", "{left}，{rigth}。", 9, "right"),
    "kind": ('kind = "equation"', 'kind = "equations"', 14, "equation"),
    "key": ('each = "column"', 'eech = "column"', 16, "each"),
    "key within": ("equals = ", "equal = ", 30, "equals"),
    "code twice": ('code = "X902"', 'code = "A301"', 20, "A301"),
    "same": ('same = "column"', 'same = "colum"', 12, "column"),
    "silenced rule": ('codes = ["A308"]', 'codes = ["A380"]', 12, "A308"),
    "claim": ('subjects = ["received"]', 'subjects = ["recieved"]', 30, "received"),
    "table": ('table = "applications"\ncompared', 'table = "application"\ncompared', 29, "applications"),
    "each": ('each = "column"', 'each = "colum"', 16, "column"),
    "severity": ('severity = "warning"\ntitle = { zh = "收', 'severity = "grave"\ntitle = { zh = "收', 22, "warning"),
    "expression": ("结转下年度 <= 新收 + 上年结转", "结转下年度 <= 新收 * 2", 17, "整数之和"),
}


def load(tmp_path: Path, text: str) -> None:
    pack = tmp_path / "our-county.toml"
    pack.write_text(text, encoding="utf-8")
    load_rulebook(kinds(), [pack])


def test_the_pack_without_mistakes_is_loaded(tmp_path: Path) -> None:
    load(tmp_path, PACK)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_what_was_meant(tmp_path: Path, mistake: str) -> None:
    right, wrong, line, meant = MISTAKES[mistake]
    assert PACK.count(right) == 1
    with pytest.raises(RuleError) as caught:
        load(tmp_path, PACK.replace(right, wrong))
    error = caught.value
    assert error.path.endswith("our-county.toml")
    assert error.line == line, str(error)
    assert meant in error.reason, str(error)
    assert error.english != error.reason and error.key and error.key in error.english
    assert f"our-county.toml:{line}" in str(error)


def test_a_file_that_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(RuleError) as caught:
        load(tmp_path, PACK.replace('each = "column"', "each = column"))
    assert caught.value.line == 16


def test_a_missing_key_and_a_missing_check(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="缺少键“basis”"):
        load(tmp_path, PACK.replace('basis = { zh = "本县要求", en = "County" }\nsilences', "silences"))
    with pytest.raises(RuleError, match="缺少"):
        load(tmp_path, PACK.replace('kind = "claimed-count"\n', ""))


def test_a_name_that_is_taken(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="column-balance"):
        load(tmp_path, PACK.replace("county-balance", "column-balance"))
