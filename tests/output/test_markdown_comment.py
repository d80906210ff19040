"""Markdown for comments: read back by a parser, it shows every text as it is and nothing of it is markup."""

from __future__ import annotations

import re

import pytest
from hand_made import make_claim_finding, make_finding, make_report, make_result
from markdown_it import MarkdownIt
from markdown_it.token import Token
from runs import written_text

from govreport_lint.language import same
from govreport_lint.output.brief.markdown import escaped
from govreport_lint.output.words.problems import Problem
from govreport_lint.result import Result

HARMLESS = {"text", "softbreak", "strong_open", "strong_close", "text_special"}
HOSTILE = (
    "a|b|c", "`code` ``x``", "<script>alert(1)</script>", "[a](http://b.example)", "![a](b.png)", "**b** _i_ ~~s~~",
    "# head", "- item", "1. item", "> quote", "&lt;b&gt; &#35;", "a\\|b", "<!-- -->", "\\", "a\\", "| --- |", "$x$",
    "====", "----", "+ x", "trailing #", "{#id}",
)  # fmt: skip


def tokens(*values: Result | Problem) -> list[Token]:
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(written_text("markdown", *values))


def cells(found: list[Token]) -> list[str]:
    """What is shown in the cells of the tables."""
    return [shown(found[at + 1]) for at, token in enumerate(found) if token.type == "td_open"]


def shown(inline: Token) -> str:
    return "".join(child.content for child in inline.children or () if child.type in ("text", "text_special"))


def test_a_report_is_a_heading_its_counts_and_a_table() -> None:
    text = written_text("markdown", make_result(make_finding(), make_claim_finding()))
    assert text.startswith(
        "## 政府信息公开年报检查结果\n\n### 米易县普威镇 2024 年度\n\nreport.md · 错误 1，疑点 1，提示 0 · "
    )
    assert len(re.findall(r"^\| (?:错误|疑点) \|", text, re.M)) == 2
    assert "- 无法判定 2 项：有 2 个空白单元格（A303）" in text
    assert text.endswith("**共 1 个文件：错误 1，疑点 1，提示 0**\n\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    finding = make_finding(message=same(text), suggestion=same(text))
    found = tokens(make_result(finding, report=make_report(organ=text), path=f"{text}.md"), Problem(text, same(text)))
    row = cells(found)
    assert len(row) == 5
    assert row[3] == row[4] == text
    kinds = {child.type for token in found for child in token.children or ()}
    inner = [child.content for token in found for child in token.children or () if child.type == "html_inline"]
    assert kinds - HARMLESS <= {"html_inline"}
    assert set(inner) <= {"<!-- -->"}
    assert [token.markup for token in found if token.type == "heading_open"] == ["##", "###", "###"]


@pytest.mark.parametrize(
    "text",
    ["@someone", "#12", "org/a#12", "http://a.example", "www.a.example", "WWW.a", "mailto:a@b.example", ":smile:"],
)
def test_nobody_is_called_and_nothing_linked(text: str) -> None:
    plain = escaped(text)
    assert "<!-- -->" in plain
    for call in (r"[@#]\w", r":/", r":[a-z]", r"www\."):
        assert not re.search(call, plain, re.I)


def test_nothing_found_is_said() -> None:
    assert "未发现问题。" in written_text("markdown", make_result())


def test_what_was_not_checked_is_said() -> None:
    text = written_text("markdown", Problem("坏.md", same("文件是空的")), remarks=("略过 3 个",))
    assert "### 坏.md\n\n**未能检查** · 文件是空的\n" in text
    assert "1 个文件未能检查" in text
    assert text.endswith("略过 3 个\n\n")
