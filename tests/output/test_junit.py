"""JUnit XML: valid against the schema of Jenkins, failures are findings, and no text breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand_made import make_claim_finding, make_finding, make_result
from lxml import etree
from msgspec.structs import replace
from runs import written

from govreport_lint.finding import Suppressed
from govreport_lint.language import same
from govreport_lint.output.words.problems import SET_ASIDE, Problem
from govreport_lint.result import Result

SCHEMA = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "junit-10.xsd")))


def parsed(*values: Result | Problem, language: str = "zh", remarks: tuple[str, ...] = ()) -> etree._Element:
    root = etree.fromstring(written("junit", *values, language=language, remarks=remarks))
    SCHEMA.assertValid(root)
    return root


def test_failures_are_findings_and_every_suite_counts_its_own() -> None:
    root = parsed(make_result(make_finding(), make_claim_finding()), make_result(path="b.md"))
    first, second = root.findall("testsuite")
    assert [first.get(name) for name in ("name", "tests", "failures", "errors", "skipped")] == [
        "report.md", "4", "2", "0", "1",
    ]  # fmt: skip
    assert [second.get(name) for name in ("tests", "failures", "skipped")] == ["2", "0", "1"]
    assert len(root.findall(".//failure")) == 2


def test_a_failure_says_all() -> None:
    failure = parsed(make_result(make_finding())).find(".//failure")
    assert failure is not None
    assert failure.get("message") == "总计(11)，各列之和＝12，相差 1。"
    assert failure.get("type") == "error"
    assert (failure.text or "").splitlines() == [
        "错误 A303 表三 收到和处理政府信息公开申请情况 · （一）予以公开 · 总计",
        "3:37",
        "总计(11)，各列之和＝12，相差 1。",
        "建议：请对照台账核实。",
        "依据：年报格式表三",
    ]


def test_what_could_not_be_assessed_is_skipped_with_its_reason() -> None:
    skipped = parsed(make_result()).find(".//testcase[skipped]")
    assert skipped is not None
    assert skipped.get("name") == "A303 无法判定 2 项"
    assert skipped[0].get("message") == "有 2 个空白单元格"


def test_what_is_settled_is_skipped_and_no_failure() -> None:
    result = replace(make_result(), suppressed=(Suppressed(make_finding(), "台账如此", "1"),))
    root = parsed(result)
    assert not root.findall(".//failure")
    messages = [one.get("message") for one in root.findall(".//skipped")]
    assert "已说明：台账如此（第 1 行的注释）" in messages


def test_a_file_without_a_result_is_an_error() -> None:
    suite = parsed(Problem("坏.md", same("文件是空的"))).find("testsuite")
    assert suite is not None
    assert (suite.get("errors"), suite.get("failures"), suite.get("tests")) == ("1", "0", "1")
    error = suite.find(".//error")
    assert error is not None and error.get("message") == "文件是空的"


def test_what_was_set_aside_is_skipped() -> None:
    suite = parsed(Problem("说明.md", same("不是年报"), SET_ASIDE)).find("testsuite")
    assert suite is not None
    assert (suite.get("errors"), suite.get("failures"), suite.get("skipped")) == ("0", "0", "1")


@pytest.mark.parametrize("text", ["]]>", "<script>&", "a\x00\x08\x1b\ufffe\uffff\ud800b", "\"'", "-- -->", "&#0;"])
def test_no_text_breaks_the_file(text: str) -> None:
    finding = make_finding(message=same(text), suggestion=same(text), basis=same(text))
    root = parsed(make_result(finding, path=f"{text}.md"), Problem(text, same(text)), remarks=(text,))
    assert len(root.findall(".//failure")) == 1
    assert not root.findall(".//script")


def test_english() -> None:
    names = [case.get("name") for case in parsed(make_result(), language="en").iter("testcase")]
    assert names == ["A303: 2 checks could not be assessed", "57 checks passed"]
