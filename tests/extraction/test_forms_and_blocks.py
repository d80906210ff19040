"""Tables whose blocks are printed in different forms, apart from each other, or with merged cells repeated."""

from __future__ import annotations

import re

import pytest

from govreport_lint import lint_text
from govreport_lint.result import Result
from govreport_lint.rulebook.pages import standard_report

REPORT = standard_report()
OLD = {"本年制发件数": "本年新制作数量", "本年废止件数": "本年新公开数量", "现行有效件数": "对外公开总数量"}


def values(result: Result) -> dict[tuple[str, str, str], object]:
    return {(one.table, one.row, one.column): one.value for one in result.report.figures if one.value is not None}


def told(result: Result) -> list[str]:
    return [found.code for found in result.findings]


def mixed() -> str:
    text = REPORT
    for new, old in OLD.items():
        text = text.replace(new, old)
    return text


@pytest.mark.parametrize("text", [mixed(), re.sub(r"20\d\d", "", mixed())], ids=["with a year", "without any"])
def test_one_block_in_the_old_form_is_a_mixture_and_nothing_else(text: str) -> None:
    result = lint_text(text)
    assert [code for code in told(result) if code[0] in "STAZN"] == ["S107"]
    assert result.report.form == "2021"


def test_each_block_is_read_in_its_own_form() -> None:
    read, truth = values(lint_text(mixed())), values(lint_text(REPORT))
    rest = {key: value for key, value in truth.items() if key[1] not in ("regulations", "normative_documents")}
    assert read == rest


HEADS = [
    ("### 行政复议", "### 未经复议直接起诉", "### 复议后起诉"),
    ("（一）行政复议情况", "（二）未经复议直接起诉情况", "（三）复议后起诉情况"),
    ("**1. 行政复议**", "**2. 行政诉讼（未经复议直接起诉）**", "**3. 行政诉讼（复议后起诉）**"),
]


def apart(heads: tuple[str, ...]) -> str:
    start, end = REPORT.index("| 行政复议"), REPORT.index("## 五")
    last = REPORT[start:end].strip().splitlines()[-1]
    cells = [cell.strip() for cell in last.strip("|").split("|")]
    columns = "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |\n|---|---|---|---|---|"
    parts = [f"{head}\n\n{columns}\n| {' | '.join(cells[at * 5 : at * 5 + 5])} |" for at, head in enumerate(heads)]
    return REPORT[:start] + "\n\n".join(parts) + "\n\n" + REPORT[end:]


@pytest.mark.parametrize("heads", HEADS)
def test_remedies_in_three_tables_are_told_apart_by_the_titles_above_them(heads: tuple[str, ...]) -> None:
    result = lint_text(apart(heads))
    assert told(result) == []
    assert values(result) == values(lint_text(REPORT))


def test_tables_without_a_title_of_their_own_are_not_guessed() -> None:
    result = lint_text(apart(("", "", "")))
    assert "T213" in told(result)
    assert not any(key[0] == "remedies" for key in values(result))


def test_a_merged_cell_that_is_repeated_is_one_figure() -> None:
    text = re.sub(r"^(\| 行政(?:许可|处罚|强制|事业性收费) \| )(\d+) \|.*$", r"\1\2 | \2 | \2 |", REPORT, flags=re.M)
    assert text != REPORT
    result = lint_text(text)
    assert told(result) == []
    assert values(result) == values(lint_text(REPORT))
