"""The findings as CSV: opened as a spreadsheet opens it, and no cell is a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hand_made import make_claim_finding, make_finding, make_report, make_result
from runs import written

from govreport_lint.document import Location
from govreport_lint.language import same
from govreport_lint.output.words.problems import Problem
from govreport_lint.result import Result

FORMULAS = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")


def rows(*values: Result | Problem, language: str = "zh") -> list[dict[str, str]]:
    data = written("csv", *values, language=language)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_finding_is_a_row_with_chinese_titles() -> None:
    (row,) = rows(make_result(make_finding()))
    assert row == {
        "文件": "report.md", "机关": "米易县普威镇", "年度": "2024", "级别": "错误", "代码": "A303",
        "规则": "总计≠自然人＋法人或其他组织", "章节": "三、收到和处理政府信息公开申请情况",
        "表": "表三 收到和处理政府信息公开申请情况", "表中的行": "（一）予以公开", "表中的列": "总计",
        "问题": "总计(11)，各列之和＝12，相差 1。", "应为": "12", "现为": "11", "建议": "请对照台账核实。",
        "依据": "年报格式表三", "文件行号": "3", "文件列号": "37", "文件中的位置": "", "指纹": "f1",
    }  # fmt: skip


def test_a_format_without_lines_has_its_place_in_words() -> None:
    (row,) = rows(make_result(make_finding(location=Location(page=3, table=2, row=1), span=None)))
    assert (row["文件行号"], row["文件列号"], row["文件中的位置"]) == ("", "", "第 3 页 第 2 个表格 第 1 行")


def test_a_file_without_a_result_is_a_row_without_a_code() -> None:
    (row,) = rows(Problem("坏.md", same("文件是空的")))
    assert (row["文件"], row["级别"], row["代码"], row["问题"]) == ("坏.md", "未能检查", "", "文件是空的")


@pytest.mark.parametrize("begin", FORMULAS)
def test_no_cell_is_a_formula(begin: str) -> None:
    text = f"{begin}cmd|'/c calc'!A0"
    finding = make_finding(message=same(text), suggestion=same(text), basis=same(text), expected=text, actual=text)
    result = make_result(finding, report=make_report(organ=text), path=text)
    for row in rows(result, Problem(text, same(text))):
        assert not [cell for cell in row.values() if cell.lstrip().startswith(FORMULAS)]


@pytest.mark.parametrize("text", ['a"b', "a,b", "a\nb", "a;b", "a\x00b"])
def test_no_text_breaks_a_row(text: str) -> None:
    (row,) = rows(make_result(make_finding(message=same(text), actual=text)))
    assert row["指纹"] == "f1"


def test_titles_in_english() -> None:
    (row,) = rows(make_result(make_claim_finding()), language="en")
    assert (row["Severity"], row["Section"]) == ("warning", "Section 1")
