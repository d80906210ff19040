"""Markdown: blocks, inline markup with exact places, tables in every manner, HTML inside."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_lines import TEXTS, assert_exact

from govreport_lint.document import Heading, Image, Table
from govreport_lint.readers.markdown import reader
from govreport_lint.readers.markdown.html_in_markdown import table_spans
from govreport_lint.readers.markdown.inline import strip_lines
from govreport_lint.readers.markdown.reader import read_markdown
from govreport_lint.rulebook.pages import standard_report

HTML_TABLE = "<table><tr><td>1</td></tr></table>"


def shape(text: str) -> list[object]:
    """Paragraphs as strings, headings as (level, text), tables as rows, images as their description."""
    found: list[object] = []
    for block in read_markdown(text, "t.md").blocks:
        if isinstance(block, Table):
            found.append([[cell.text.text for cell in row] for row in block.rows])
        elif isinstance(block, Image):
            found.append({"image": block.description})
        elif isinstance(block, Heading):
            found.append((block.level, block.text.text))
        else:
            found.append(block.text.text)
    return found


def test_document() -> None:
    document = read_markdown("# 报告\n", "报告.md")
    assert (document.name, document.format, document.source) == ("报告.md", "markdown", "# 报告\n")
    assert read_markdown("", "t.md").blocks == ()


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("**一是**加强监督", "一是加强监督"),
        ("**“一是”**加强", "“一是”加强"),
        ("__要点__，*重点*和_强调_", "要点，重点和_强调_"),
        ("共***12***件", "共12件"),
        ("a_b_c", "a_b_c"),
        ("2*3*4", "2*3*4"),
        ("2 * 3", "2 * 3"),
        ("****年", "****年"),
        ("**未完", "**未完"),
        ("`代码`和``a`b``", "代码和a`b"),
        ('[条例](http://a.cn/x(1) "t")第三条', "条例第三条"),
        ("[注]本表", "[注]本表"),
        ("见]( 表", "见]( 表"),
        ("<https://a.cn>", "https://a.cn"),
        ("商业<br>企业", "商业 企业"),
        ('<span style="x">甲</span>乙<!-- 丙 -->', "甲乙"),
        ("《<中华人民共和国条例>》", "《<中华人民共和国条例>》"),
        (r"\*甲\* 1\. 乙", "*甲* 1. 乙"),
        ("甲&nbsp;乙&amp;丙&无;", "甲\u00a0乙&丙&无;"),
        ("甲![图](a.png)乙", "甲乙"),
    ],
)
def test_inline_markup(text: str, inside: str) -> None:
    (line,) = strip_lines(text, [(0, len(text))])
    assert line.text.text == inside
    for index, run in enumerate(line.text.runs):
        stop = line.text.runs[index + 1].at if index + 1 < len(line.text.runs) else len(inside)
        if run.exact:
            assert text[run.location.start : run.location.end] == inside[run.at : stop]


def test_emphasis_over_two_lines() -> None:
    text = "**一是加强监督，\n提高质量。**完"
    lines = strip_lines(text, [(0, 9), (10, len(text))])
    assert [line.text.text for line in lines] == ["一是加强监督，", "提高质量。完"]


def test_places_behind_markup() -> None:
    text = "共**12**件，`34`条"
    (block,) = read_markdown(text, "t.md").texts()
    place = block.locate(block.text.index("34"), block.text.index("34") + 2)
    assert (place.start, place.end) == (text.index("34"), text.index("34") + 2)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("# 题 #\n文。", [(1, "题"), "文。"]),
        ("#### **四、**政府", [(4, "四、政府")]),
        ("##二、主动公开", [(2, "二、主动公开")]),
        ("#1 说明", ["#1 说明"]),
        ("某镇\n====\n", [(1, "某镇")]),
        ("某镇\n---\n", [(2, "某镇")]),
        ("某镇完成了。\n---\n再做。", ["某镇完成了。", "再做。"]),
        ("上年结转\n-\n5\n", [[["上年结转", "-", "5"]]]),
        ("甲。\n\n***\n\n乙。", ["甲。", "乙。"]),
        ("一、总体情况\n本镇平稳。", ["一、总体情况", "本镇平稳。"]),
        ("- 甲；\n- 乙；\n  1. 丙\n", ["甲；", "乙；", "1. 丙"]),
        ("1. 属于甲类\n2. 属于乙类", ["1. 属于甲类", "2. 属于乙类"]),
        ("> 引文。\n> > 再引。", ["引文。", "再引。"]),
        ("---\ntitle: 甲\n---\n正文。", ["正文。"]),
        ("![表二](a.png)", [{"image": "表二"}]),
        ("[![表](a.png)](b)", [{"image": "表"}]),
        ("甲。\n![表](a.png)\n乙。", ["甲。", {"image": "表"}, "乙。"]),
        ("    缩进不是代码。", ["缩进不是代码。"]),
    ],
)
def test_blocks(text: str, blocks: list[object]) -> None:
    assert shape(text) == blocks


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |\n", [["甲", "乙"], ["1", "2", "3"], ["4"]]),
        ("甲 | 乙\n--- | ---\n丙 | 丁\n", [["甲", "乙"], ["丙", "丁"]]),
        ("| 规章\\|甲 | `0|1` |\n|---|---|\n", [["规章|甲", "0|1"]]),
        ("| **规章** | 0 |\n", [["规章", "0"]]),
        ("规章\t0\n\t1\n", [["规章", "0"], ["", "1"]]),
        ("\t规章\t0\n", [["", "规章", "0"]]),
        ("规章\n\n0\n\n行政许可\n\n5\n", [["规章", "0"], ["行政许可", "5"]]),
        ("行政许可\n\n- 18\n\n- 2 -\n\n-\n", [["行政许可", "- 18", "-"]]),
        ("规章\t0\n-\t-\n", [["规章", "0"], ["-", "-"]]),
        (
            "1. 属于国家秘密 | 0 | 0 |\n2. 其他 | 1 | 1 |",
            [["1. 属于国家秘密", "0", "0"], ["2. 其他", "1", "1"]],
        ),
        ("```\n规章\t0\n```\n", [["规章", "0"]]),
        ("> | 规章 | 0 |\n> |---|---|\n> | 行政许可 | 1 |\n", [["规章", "0"], ["行政许可", "1"]]),
    ],
)
def test_tables(text: str, rows: list[list[str]]) -> None:
    assert shape(text) == [rows]
    assert_exact(read_markdown(text, "t.md"))


def test_soft_breaks_join_like_wrapped_text() -> None:
    line = "本镇在这一年里认真办理了每一件公开申请，\n"
    text = line * 3 + "全年**办结**了17\n（一）甲。"
    assert shape(text) == [line.replace("\n", "") * 3 + "全年办结了17", "（一）甲。"]


def test_an_html_table_with_blank_lines_stays_one_table() -> None:
    rows = "<tr><td>规章</td><td>0</td></tr>\n\n<tr><td>甲</td><td>1</td></tr>"
    text = f"前文。\n\n<table>\n{rows}\n</table>\n\n# 后\n"
    blocks = read_markdown(text, "t.md").blocks
    assert shape(text) == ["前文。", [["规章", "0"], ["甲", "1"]], (1, "后")]
    table = blocks[1]
    assert isinstance(table, Table)
    place = table.rows[1][1].text.location
    assert text.index("甲") < place.start <= text.index("1</td>") < place.end


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("<table>a</table>b<TABLE x>c</TABLE >", ["<table>a</table>", "<TABLE x>c</TABLE >"]),
        ("<table>a<table>b</table>c</table>d", ["<table>a<table>b</table>c</table>"]),
        ("a\n<table>b\n\nc", ["<table>b\n\nc"]),
        ("说明 <table> 标签", []),
        ("</table>a", []),
        ("```\n<table>\n```\n<table></table>", ["<table></table>"]),
    ],
)
def test_table_spans(text: str, spans: list[str]) -> None:
    assert [text[start:end] for start, end in table_spans(text)] == spans


@settings(max_examples=60)
@given(TEXTS | st.text(alphabet="*_`[]()!<>&;\\|-#= \n\ta1一。", max_size=60))
def test_any_text_is_read_and_every_place_is_exact(text: str) -> None:
    assert_exact(read_markdown(text, "t.md"))


@settings(max_examples=40)
@given(st.lists(st.sampled_from(["# 题", "文字。", "- 项", "| 规章 | 0 |", "", "> 引", "**粗**", HTML_TABLE])))
def test_line_ends_do_not_matter(lines: list[str]) -> None:
    assert shape("\n".join(lines)) == shape("\r\n".join(lines)) == shape("\r".join(lines))


STARTS = (
    "# ",
    "#",
    "1. ",
    "2) ",
    "1.",
    "12.",
    "**",
    "***",
    "- ",
    "",
    "   ",
    "10. ",
    "#\t",
    "1.\t",
    "\t",
    "    ",
    "\t1. ",
    "> ",
    "---",
)


@pytest.mark.parametrize("seed", range(60))
def test_the_outline_without_markdown_it_is_that_of_markdown_it(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(seed)
    lines = standard_report().split("\n")
    for _ in range(seed % 12):
        at = draw.randrange(len(lines))
        lines[at] = draw.choice(STARTS) + (lines[at] if draw.random() < 0.7 else "")
    text = "\n".join(lines)
    quick = read_markdown(text, "x")
    monkeypatch.setattr(reader, "plain_outline", lambda _lines: None)
    assert read_markdown(text, "x") == quick


@pytest.mark.parametrize(
    ("printed", "figure"),
    [
        ("$12$", "12"),
        ("$1{,}095$", "1,095"),
        (r"$\mathrm{12}$", "12"),
        (r"\(12\)", "12"),
        ("$12^{①}$", "12"),
        ("$-$", "-"),
        ("~~7~~12", "12"),
        ("<del>7</del> 12", "12"),
        ("<s>7</s>12", "12"),
        ("12<sup>1</sup>", "12"),
        ("12^1^", "12"),
        ("12[^1]", "12"),
        ("12[^注1]", "12"),
        ("12**①**", "12①"),
        ("12*", "12*"),
        ("$x+1$", "$x+1$"),
    ],
)
def test_marks_and_struck_out_figures_are_no_digits(printed: str, figure: str) -> None:
    source = f"| 规章 | {printed} | 1* | 3 |\n|---|---|---|---|\n| 行政规范性文件 | 4 | 5 | 6 |\n\n[^1]: 含上年结转。"
    document = read_markdown(source, "t.md")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [cell.text.text for cell in table.rows[0]] == ["规章", figure, "1*", "3"]
    assert [passage.text for passage in document.texts()] == ["[^1]: 含上年结转。"]


def test_dollars_and_tildes_of_the_prose_stay() -> None:
    source = "收取$5至$6元，2024~2025年，a~~b。"
    assert [passage.text for passage in read_markdown(source, "t.md").texts()] == [source]
