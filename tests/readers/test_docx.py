"""Word files: the same report gives the same figures and findings; what is printed is read, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from faulty_layouts import FAULTS, figures, report_with, said
from hypothesis import given, settings
from hypothesis import strategies as st
from layouts import as_html
from word_files import document, p, r, tbl, tc, tr, word_file, zipped
from word_layouts import as_docx

from govreport_lint import ReadError, api, lint_text
from govreport_lint.document import Document, Heading, Image, Paragraph, Table
from govreport_lint.extraction.chinese_numerals import parse_chinese
from govreport_lint.language import Text
from govreport_lint.readers.word.reader import open_docx
from govreport_lint.report import State
from govreport_lint.word.marking.anchors import anchor
from govreport_lint.word.marking.marks import with_marks
from govreport_lint.word.opened_document import read_text
from govreport_lint.word.package.archive import open_package
from govreport_lint.word.styles.counting import chinese, formatted


def read(data: bytes) -> Document:
    return api.read_bytes(data, "报告.docx")


def texts(body: str, **others: str) -> list[str]:
    return [passage.text for passage in read(word_file(body, **others)).texts()]


def grid(body: str) -> list[list[str]]:
    table = next(block for block in read(word_file(body)).blocks if isinstance(block, Table))
    return [[cell.text.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "split"])
@pytest.mark.parametrize("fault", FAULTS)
def test_word_agrees_with_markdown(fault: str, merged: bool) -> None:
    report = report_with(fault)
    pipes, word = lint_text(report), api.lint_bytes(as_docx(report, merged=merged), "报告.docx")
    assert figures(word) == figures(pipes)
    assert said(word) == said(pipes)
    assert word.coverage.passed == pipes.coverage.passed


def test_official_template(corpus: Path) -> None:
    result = api.lint(corpus / "official-template.docx")
    assert [section.number for section in result.report.sections] == [1, 2, 3, 4, 5, 6]
    assert all(table.found and not table.missing_rows for table in result.report.tables)
    assert len(result.report.figures) == 200
    assert {figure.state for figure in result.report.figures} == {State.BLANK}
    assert [finding.code for finding in result.findings] == ["S115"]


def test_places_are_paragraphs_and_cells() -> None:
    body = p("甲") + p() + p("乙") + tbl(tr(tc("丙"), tc("丁")), tr(tc("戊"), tc("己")))
    first, second, table = read(word_file(body)).blocks
    assert isinstance(first, Paragraph) and isinstance(second, Paragraph) and isinstance(table, Table)
    assert (first.text.location.paragraph, second.text.location.paragraph) == (1, 3)
    at = table.rows[1][0].text.location
    assert (at.paragraph, at.table, at.row, at.cell) == (None, 1, 2, 1)
    starts = [
        first.text.location.start,
        second.text.location.start,
        *(c.text.location.start for r in table.rows for c in r),
    ]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (r("共收到") + r("12") + r("件"), "共收到12件"),
        (r("　政府 信息　公开 "), "政府信息公开"),
        (r("Annual") + r(" Report 2024"), "Annual Report 2024"),
        (
            "<w:ins w:id='1'>"
            + r("3")
            + "</w:ins><w:del w:id='2'><w:r><w:delText>9</w:delText></w:r></w:del>"
            + r("件"),
            "3件",
        ),
        ("<w:moveFrom w:id='1'>" + r("旧") + "</w:moveFrom><w:moveTo w:id='2'>" + r("新") + "</w:moveTo>", "新"),
        (r("密", "<w:vanish/>") + r("开", "<w:vanish w:val='0'/>"), "开"),
        ("<w:hyperlink>" + r("网址") + "</w:hyperlink>", "网址"),
        (
            "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>" + r("控件") + "</w:sdtContent></w:sdt>",
            "控件",
        ),
        ("<w:smartTag>" + r("标记") + "</w:smartTag>", "标记"),
        ("<w:fldSimple w:instr='DATE'>" + r("2025年") + "</w:fldSimple>", "2025年"),
        (
            "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>= 1+2</w:instrText></w:r>"
            + r("丢")
            + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
            + r("3")
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
            + r("件"),
            "3件",
        ),
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a b"),
        ("<w:r><w:t>021</w:t><w:noBreakHyphen/><w:t>5</w:t><w:softHyphen/><w:t>6</w:t></w:r>", "021-56"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>", "☑"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F03C'/></w:r>", "\ufffd"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>zhen</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>镇</w:t></w:r></w:rubyBase></w:ruby></w:r>",
            "镇",
        ),
        ("<m:oMath><m:r><m:t>2</m:t></m:r></m:oMath>" + r("件"), "2件"),
        (r("注") + "<w:r><w:footnoteReference w:id='1'/></w:r>", "注"),
        (r("&lt;12&gt; &amp; 3"), "<12> & 3"),
        (
            r("旧") + "<w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>新</w:t></w:r>",
            "旧新",
        ),
        (r("9", "<w:strike/>") + r("8", "<w:dstrike w:val='true'/>") + r("12", "<w:strike w:val='0'/>"), "12"),
        (r("第2次") + r("2", "<w:vertAlign w:val='superscript'/>"), "第2次"),
        (r("收到64") + r("[1]", "<w:vertAlign w:val='superscript'/>") + r("件"), "收到64件"),
        (r("面积9km") + r("2", "<w:vertAlign w:val='superscript'/>"), "面积9km2"),
        (r("7", "<w:vertAlign w:val='superscript'/>"), "7"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="3"/>'
            '<w:listEntry w:val="5"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText>'
            '</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "5",
        ),
    ],
)
def test_what_is_printed(content: str, text: str) -> None:
    assert texts(f"<w:p>{content}</w:p>") == [text]


def test_what_is_raised_in_a_cell_is_no_digit() -> None:
    cell = p("x").replace("<w:r><w:t>x</w:t></w:r>", r("27") + r("1", "<w:vertAlign w:val='superscript'/>"))
    (table,) = read(word_file(tbl(tr(tc(p("新收")), tc(cell)) + tr(tc(p("结转")), tc(p("1")))))).blocks
    assert isinstance(table, Table)
    assert table.rows[0][1].text.text == "27"


def test_field_without_its_end_swallows_nothing() -> None:
    begin = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
    assert texts(p("甲", begin) + p("乙") + tbl(tr(tc("规章"), tc("3")))) == ["甲", "乙"]
    assert grid(p("甲", begin) + tbl(tr(tc("规章"), tc("3")))) == [["规章", "3"]]


def test_line_breaks_end_a_line_but_in_headings() -> None:
    lines = "<w:r><w:t>一、总体</w:t><w:br/><w:t>情况</w:t></w:r>"
    assert texts(p(lines)) == ["一、总体", "情况"]
    assert texts(p(lines, properties="<w:outlineLvl w:val='0'/>")) == ["一、总体情况"]


def test_deleted_paragraph_mark_joins() -> None:
    assert texts(p("全年收到", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("12件") + p("完")) == [
        "全年收到12件",
        "完",
    ]


def test_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{p('框内')}{tbl(tr(tc('表'), tc('1')))}</w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
    fallback = f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
    body = p(f"<w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r>", "正文") + p("后")
    blocks = read(word_file(body)).blocks
    assert [b.text.text if isinstance(b, Paragraph) else "表" for b in blocks] == ["正文", "框内", "表", "后"]
    assert texts(p(f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")) == ["框内"]


def test_headings_by_style_and_outline() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='2'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='3'><w:name w:val='我的'/><w:basedOn w:val='2'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='9'><w:name w:val='toc 1'/></w:style>"
        "<w:style w:type='paragraph' w:styleId='8'><w:basedOn w:val='8'/><w:name w:val='环'/></w:style>"
    )
    body = "".join(
        p("总体情况", properties=properties)
        for properties in (
            "<w:pStyle w:val='2'/>",
            "<w:pStyle w:val='3'/>",
            "<w:outlineLvl w:val='1'/>",
            "<w:pStyle w:val='3'/><w:outlineLvl w:val='9'/>",
            "<w:pStyle w:val='8'/>",
            "<w:pStyle w:val='9'/>",
        )
    )
    blocks = read(word_file(body, styles=styles)).blocks
    assert [block.level if isinstance(block, Heading) else 0 for block in blocks] == [1, 1, 2, 0, 0]


LEVEL = "<w:lvl w:ilvl='{}'><w:start w:val='1'/><w:numFmt w:val='{}'/><w:suff w:val='nothing'/><w:lvlText w:val='{}'/></w:lvl>"
LISTS = (
    "<w:abstractNum w:abstractNumId='7'>" + LEVEL.format(0, "japaneseCounting", "%1、")
    + LEVEL.format(1, "chineseCounting", "（%2）") + LEVEL.format(2, "decimal", "%1.%3.") + LEVEL.format(3, "bullet", "●")
    + "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='7'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)  # fmt: skip


def item(text: str, level: int, list_id: int = 1) -> str:
    return p(text, properties=f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{list_id}'/></w:numPr>")


def test_automatic_numbers_are_part_of_the_text() -> None:
    body = "".join(
        item(*each)
        for each in (
            ("总体", 0),
            ("甲", 1),
            ("乙", 1),
            ("主动", 0),
            ("丙", 1),
            ("丁", 2),
            ("点", 3),
            ("重来", 0, 2),
            ("无", 0, 0),
        )
    )
    assert texts(body, numbering=LISTS) == [
        "一、总体",
        "（一）甲",
        "（二）乙",
        "二、主动",
        "（一）丙",
        "二.1.丁",
        "点",
        "一、重来",
        "无",
    ]


def test_number_of_a_style_and_of_empty_and_deleted_items() -> None:
    styles = "<w:style w:type='paragraph' w:styleId='a'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
    own = "<w:pStyle w:val='a'/>"
    deleted = own + "<w:rPr><w:del w:id='1'/></w:rPr>"
    body = (
        p("总体情况", properties=own)
        + p("", properties=own)
        + p("", properties=deleted)
        + p("主动", properties=deleted)
        + p("公开", properties=own)
        + p("其他", properties=own)
    )
    found = read(word_file(body, styles=styles, numbering=LISTS)).texts()
    assert [passage.text for passage in found] == ["一、总体情况", "三、主动公开", "四、其他"]


@given(st.integers(1, 9_999))
def test_chinese_counting_is_read_back(number: int) -> None:
    assert parse_chinese(chinese(number)) == number


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("chineseCounting", 10, "十"),
        ("japaneseCounting", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimalEnclosedCircle", 3, "③"),
        ("decimalFullWidth", 12, "１２"),
        ("upperRoman", 4, "IV"),
        ("lowerLetter", 27, "aa"),
        ("decimalZero", 5, "05"),
        ("ideographTraditional", 2, "乙"),
        ("none", 1, ""),
        ("unheardOf", 7, "7"),
        ("upperRoman", 99_999, "99999"),
    ],
)
def test_counting(form: str, number: int, printed: str) -> None:
    assert formatted(number, form) == printed


def test_merged_cells() -> None:
    restart, goes_on, two = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    rows = (
        tr(tc("甲", restart + two), tc("1")),
        tr(tc("", goes_on + two), tc("2")),
        tr(tc("3"), properties="<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>"),
        tr(tc("乙", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("4")),
        tr(tc("x", goes_on), tc("5"), tc("6")),
    )
    assert grid(tbl(*rows)) == [["甲", "甲", "1"], ["甲", "甲", "2"], ["", "3", ""], ["乙", "乙", "4"], ["x", "5", "6"]]


def test_deleted_row_is_gone() -> None:
    rows = tr(tc("甲"), tc("1")), tr(tc("乙"), tc("2"), properties="<w:del w:id='1'/>"), tr(tc("丙"), tc("3"))
    assert grid(tbl(*rows)) == [["甲", "1"], ["丙", "3"]]


def test_cell_with_several_paragraphs_and_layout_tables() -> None:
    inner = tbl(tr(tc(p("商业") + p("企业")), tc("1")), tr(tc("规章"), tc(p("12") + p("0"))))
    blocks = read(word_file(tbl(tr(tc(p("一、总体情况") + inner + p("")))))).blocks
    assert isinstance(blocks[0], Paragraph) and isinstance(blocks[1], Table)
    assert [[cell.text.text for cell in row] for row in blocks[1].rows] == [["商业企业", "1"], ["规章", "12 0"]]


def test_pictures() -> None:
    drawing = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='1' name='x' descr='表三'/><a:blip/></wp:inline></w:drawing></w:r>"
    )
    blocks = read(word_file(p(drawing))).blocks
    assert [block.description for block in blocks if isinstance(block, Image)] == ["表三"]
    with pytest.raises(ReadError, match="只有图片"):
        api.extract(read(word_file(p(drawing))))


def test_what_is_open_is_said() -> None:
    body = p(
        "<w:ins w:id='1'>" + r("3") + "</w:ins>",
        "<w:r><w:commentReference w:id='0'/></w:r>",
        "<w:r><w:commentReference w:id='1'/></w:r>",
    )
    notes = read(word_file(body)).notes
    assert [note.zh[:11] for note in notes if isinstance(note, Text)] == ["文件中还有 1 处修订", "文件中还有 2 条批注"]
    assert read(word_file(p("甲"))).notes == ()


def test_other_prefixes_and_encodings() -> None:
    own = document(p("甲")).replace("w:", "q:").replace("xmlns:w", "xmlns:q").encode("utf-16")
    strict = document(p("甲")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    for content in (own, strict):
        found = read(zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": content}))
        assert [passage.text for passage in found.texts()] == ["甲"]


@settings(max_examples=60)
@given(st.lists(st.text("一件12ab 　。", max_size=6), max_size=8))
def test_cutting_into_runs_changes_nothing(pieces: list[str]) -> None:
    cut = read(word_file(p(*(r(piece) for piece in pieces), "完")))
    whole = read(word_file(p("".join(pieces) + "完")))
    assert [(t.text, t.runs) for t in cut.texts()] == [(t.text, t.runs) for t in whole.texts()]


NAMES = (
    "p", "r", "t", "tbl", "tr", "tc", "pPr", "rPr", "trPr", "tcPr", "ins", "del", "moveFrom", "txbxContent", "fldChar",
    "vMerge", "hMerge", "vanish", "tab", "br", "commentReference", "numId", "outlineLvl", "sdt", "sdtContent", "gridBefore",
)  # fmt: skip
TREES = st.recursive(
    st.sampled_from(["", "12", "甲"]),
    lambda inner: st.tuples(st.sampled_from(NAMES), st.lists(inner, max_size=4)).map(
        lambda node: f"<w:{node[0]} w:val='1' w:id='3' w:fldCharType='begin'>{''.join(node[1])}</w:{node[0]}>"
        if node[1] else f"<w:{node[0]}/>"
    ),
    max_leaves=25,
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(TREES, max_size=4))
def test_markup_in_any_disorder_is_read_and_can_be_marked(trees: list[str]) -> None:
    data = word_file("".join(trees) + p("完"), numbering=LISTS)
    read(data)
    text = read_text(open_package(data, "x"))
    places = [paragraph.location for paragraph in text.paragraphs]
    ElementTree.fromstring(with_marks(text, [(number, anchor(text, place)) for number, place in enumerate(places)]))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_word_file_made_by_libreoffice_from_a_page(tmp_path: Path) -> None:
    report = report_with("total of a row")
    (tmp_path / "a.html").write_text(as_html(report), encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.html")], check=True, capture_output=True, timeout=120)
    pipes, word = lint_text(report), api.lint(tmp_path / "a.docx")
    assert figures(word) == figures(pipes)
    assert said(word) == said(pipes)


def test_styles_hide_strike_and_raise() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="h2"><w:basedOn w:val="h"/></w:style>'
        '<w:style w:type="character" w:styleId="m"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="s"><w:rPr><w:strike/></w:rPr></w:style>'
    )
    hidden = r("8", '<w:rStyle w:val="h2"/>') + r("2", '<w:rStyle w:val="h2"/><w:vanish w:val="0"/>')
    body = p("27", hidden, r("①", '<w:rStyle w:val="m"/>')) + p("7", properties='<w:pStyle w:val="s"/>')
    assert [text.text for text in open_docx(word_file(body, styles=styles), "x").document.texts()] == ["272"]


def test_hidden_rows_are_not_read_and_said() -> None:
    table = tbl(tr(tc("规章"), tc("1")), tr(tc("行政许可"), tc("2"), properties="<w:hidden/>"), tr(tc("a"), tc("3")))
    document = open_docx(word_file(table), "x").document
    (block,) = document.blocks
    assert isinstance(block, Table)
    assert [cell.text.text for row in block.rows for cell in row] == ["规章", "1", "a", "3"]
    assert block.rows[1][0].text.location.row == 3
    assert any("隐藏" in part.zh for part in document.unread)
