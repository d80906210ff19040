"""HTML pages: what becomes a paragraph, a heading, a table, and where it says that it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport_lint.document import Heading, Image, Location, Paragraph, Table
from govreport_lint.readers.html.reader import read_html

PROSE = "本机关认真贯彻落实政府信息公开条例，持续推进主动公开、依申请公开和平台建设等各项工作，取得了较好的成效。"


def outline(source: str) -> list[object]:
    """The blocks in short: a text, (level, heading), rows of texts, <description of an image>."""
    short: list[object] = []
    for block in read_html(source, "x").blocks:
        match block:
            case Paragraph(text):
                short.append(text.text)
            case Heading(text, level):
                short.append((level, text.text))
            case Table(rows):
                short.append([[cell.text.text for cell in row] for row in rows])
            case Image(_, description):
                short.append(f"<{description}>")
    return short


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        ("<p>甲<p>乙</p>丙", ["甲", "乙", "丙"]),
        ("甲</p>乙", ["甲", "乙"]),
        ("<p>新收<b>12</b><o:p></o:p>\n <span>件</span></p>", ["新收12件"]),
        ("<p>政府\n   信息&nbsp;公开\u3000\u200b年报</p>", ["政府信息公开年报"]),
        ("<p>Annual\n  Report <i>2024</i> <b>12</b>\n<b>0</b></p>", ["Annual Report 2024 12 0"]),
        ("<p>一<br>二<br/><br>三</p>", ["一", "二", "三"]),
        ("<h2>标<br>题</h2><h1> </h1>文", [(2, "标题"), "文"]),
        ("<h1>甲<h2>乙</h2>", [(1, "甲"), (2, "乙")]),
        ("<ul><li>甲<li>乙<ul><li>丙</ul></ul>丁", ["甲", "乙", "丙", "丁"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<ucapcontent>甲<p>乙</p></ucapcontent>", ["甲", "乙"]),
        ("<p>甲<span style='DISPLAY : none'>旧</span><i hidden>旧</i>乙</p>", ["甲乙"]),
        ("<nav>甲</nav><script>1<2</script><style>p</style><select><option>2</select><p>文", ["文"]),
        ("<!-- 旧 --><![if !x]>甲<![endif]><![CDATA[旧]]><!DOCTYPE html><p>乙", ["甲", "乙"]),
        ("<![荒唐 <p>甲", ["甲"]),
        ("<svg><g><path><p>甲</svg><math><mi>乙</math>丙<svg><foreignObject><p>丁</svg>", ["甲丙"]),
        ("<p>甲&lt;乙&amp;丙&#20214;</p>", ["甲<乙&丙件"]),
        ("<pre>规章\t0\t5\n\n文件\t\t1</pre>", ["规章\t0\t5", "文件\t\t1"]),
        ("<p>规章\t0\t5\n文件\t1\t2</p>", ["规章\t0\t5", "文件\t1\t2"]),
        ("<img src=a alt='表 三'><p>甲", ["<表三>", "甲"]),
        ("<tr><td>规章</td><td>0</td></tr>", ["规章", "0"]),
    ],
)
def test_paragraphs(source: str, blocks: list[object]) -> None:
    assert outline(source) == blocks


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("本年新<br>制作数量", "本年新制作数量"),
        ("<p>结果</p>\n<p>维持</p>", "结果维持"),
        ("<p>1</p><p>2</p>", "1 2"),
        ("1<br>2", "1 2"),
        ("<p><span>予以</span><span>公开</span></p>", "予以公开"),
        ("<p>&nbsp;</p>", ""),
        ("<ul><li>其他<li>处理</ul>", "其他处理"),
    ],
)
def test_text_of_a_cell(cell: str, text: str) -> None:
    assert outline(f"<table><tr><td>{cell}</td><td>0</td></tr></table>") == [[[text, "0"]]]


@pytest.mark.parametrize(
    ("source", "blocks"),
    [
        (
            "<table><tr><td>名称<td>数<tr><td rowspan=2>甲<td>1<tr><td>2</table>",
            [[["名称", "数"], ["甲", "1"], ["甲", "2"]]],
        ),
        ("<table><tr><td colspan=2>甲<td>1<tr><td>乙</table>", [[["甲", "甲", "1"], ["乙", "", ""]]]),
        ("前<table>表名<tr><td>甲<td>1</table>后", ["前", "表名", [["甲", "1"]], "后"]),
        ("<table><tr style='display:none'><td>旧<td>9<tr><td>甲<td>1</table>", [[["甲", "1"]]]),
        (
            "<table><tr><td>甲<table><tr><td>乙<td>1</table>丙<td>丁</table>",
            ["甲", [["乙", "1"]], "丙", "丁"],
        ),
        (f"<table><tr><td>栏目<td><p>{PROSE}<p>{PROSE}<p>{PROSE}</table>", ["栏目", PROSE, PROSE, PROSE]),
        (f"<table><tr><td>标题<tr><td>{PROSE}</table>", ["标题", PROSE]),
        ("<table><tr><td><h1>标题</h1><p>文</p><td>栏</table>", [(1, "标题"), "文", "栏"]),
        (
            "<table><tr><th><h4>名称</h4><th><h4>数</h4><tr><td>甲<td>1</table>",
            [[["名称", "数"], ["甲", "1"]]],
        ),
        ("<table><tr><td>文</table>", ["文"]),
        ("<table><tr><td><img alt=图><td></table>", ["<图>"]),
        ("<table></table><table><tr></tr></table>", []),
    ],
)
def test_tables_and_layout_tables(source: str, blocks: list[object]) -> None:
    assert outline(source) == blocks


def test_merged_cell_is_one_object() -> None:
    (table,) = read_html("<table><tr><td rowspan=2 colspan=2>甲<td>1<tr><td>2</table>", "x").blocks
    assert isinstance(table, Table)
    assert table.rows[1][1] is table.rows[0][0]
    assert (table.rows[0][0].rowspan, table.rows[0][0].colspan) == (2, 2)


def test_absurd_spans_cost_nothing() -> None:
    (table,) = read_html("<table>" + "<tr><td rowspan=65534 colspan=1000>1" * 1000 + "</table>", "x").blocks
    assert isinstance(table, Table)
    assert sum(map(len, table.rows)) < 2_000_000


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("甲", "<p class='一'>甲"),
        ("乙", "<b>乙</b>丙</p>\n"),
        ("丙", "<p class='一'>甲<b>乙</b>丙</p>\n"),
        ("1", "<td>1\n\n"),
        ("", "<td>"),
    ],
)
def test_place_of_a_text(text: str, place: str) -> None:
    source = "说明\r\n<p class='一'>甲<b>乙</b>丙</p>\n<table><tr><td>1\n\n<td></table>"
    _, paragraph, table = read_html(source, "x").blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    passages = [*(paragraph.text.cut(at, at + 1) for at in range(3)), *(cell.text for cell in table.rows[0])]
    found = next(passage for passage in passages if passage.text == text).location
    assert source[found.start : found.end].rstrip("<") == place or source[found.start : found.end] == place + "</table>"


@pytest.mark.parametrize(
    ("source", "note"),
    [
        ("<html><body><p>甲\n<p>乙", "页面不完整：缺少 </html>，只读到第 2 行"),
        ("<html><body><p>甲</body></html>\n", None),
        ("<p>甲</p>", None),
        ("<p>甲</p>\n\n<p>乙<sp", "页面不完整：在标签中间断开，只读到第 3 行"),
        ("<table><tr><td>甲", "页面不完整：最后一个表格缺少 </table>，只读到第 1 行"),
    ],
)
def test_page_cut_short_is_said(source: str, note: str | None) -> None:
    document = read_html(source, "x")
    assert document.notes == ((note,) if note else ())
    assert document.blocks


def test_title_and_source_are_kept() -> None:
    document = read_html("<head><title>\n 年度报告 </title></head><title>网站</title>甲", "a.html")
    assert (document.title, document.name, document.format) == ("年度报告", "a.html", "html")
    assert document.source == "<head><title>\n 年度报告 </title></head><title>网站</title>甲"


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<ul><li>", "<p><b>"])
def test_deep_nesting_is_read(tag: str) -> None:
    assert "尾" in str(outline(tag * 20_000 + "尾"))


PARTS = ["<table>", "</table>", "<tr>", "</tr>", "<td rowspan=3>", "<td colspan=0>", "</td>", "<th>",
         "<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "<tbody>", "</div>", "<div>", "<h1>",
         "</h2>", "<pre>", "<form>", "<img>", "<!--", "-->", "<![", "<!", "<?", "&", "&#x;", "&nbsp;", "甲",
         "12", "\n",
         "\t", "<", ">", "'", '<a href="',
         "<script>", "</script>", "<title>", "<caption>", "<html>", "<body>", "\0", "\ud800"]  # fmt: skip


def _locations(source: str) -> list[Location]:
    places: list[Location] = []
    for block in read_html(source, "x").blocks:
        if isinstance(block, Table):
            places += [block.location, *(cell.text.location for row in block.rows for cell in row)]
        else:
            places.append(block.location if isinstance(block, Image) else block.text.location)
    return places


@settings(max_examples=80)
@given(st.lists(st.sampled_from(PARTS), max_size=40).map("".join) | st.text(max_size=80))
def test_any_soup_is_read_and_stands_inside_the_text(source: str) -> None:
    for place in _locations(source):
        assert 0 <= place.start <= place.end <= len(source)
