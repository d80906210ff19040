"""HTML pages: what is not seen is not there, a raised mark is no digit, and a field says what was filled in."""

from __future__ import annotations

import pytest
from faulty_layouts import report_with
from layouts import as_html

from govreport_lint import lint_text
from govreport_lint.document import Paragraph, Table
from govreport_lint.readers.html.reader import read_html

TABLE = "<table><tr><td>甲</td><td>{}</td></tr><tr><td>乙</td><td>2</td></tr></table>"


def text(source: str) -> str:
    """The paragraphs of a page, parted by bars."""
    return "|".join(block.text.text for block in read_html(source, "x").blocks if isinstance(block, Paragraph))


def cells(source: str) -> list[list[str]]:
    (table,) = (block for block in read_html(source, "x").blocks if isinstance(block, Table))
    return [[cell.text.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    "style",
    [
        ".旧{display:none}",
        "p.old{display:none}",
        "#o{DISPLAY: NONE !important}",
        ".box .old{visibility:hidden}",
        ".box>p#o{font-size:0}",
        "/* .old{} */ a:hover{color:red} .x,.old{font-size:0px;}",
        "<!-- .old{display:none} -->",
        "@media screen{.old{display:none}}",
        "@media (max-width:768px){.old{display:block}} .old{display:none}",
        "@media (min-width:1024px){.old{display:none}}",
        ".old{display:block} .old{display:none}",
        "p{display:block} .old{display:none} p{display:block}",
        "body .box .old{visibility:collapse}",
        "*{margin:0} .old{font-size:0 !important} /* open",
    ],
)
def test_own_style_sheets_hide(style: str) -> None:
    page = (
        f"<html><style>{style}</style><body><div class=box><p class='old 旧' id=o>旧<p class=new>新</div></body></html>"
    )
    assert text(page) == "新"


@pytest.mark.parametrize(
    "style",
    [
        ".old{display:none} .old{display:block}",
        ".old{display:none} #o{display:block}",
        ".old{display:block !important} #o{display:none}",
        "@media print{.old{display:none}}",
        "@media (max-width:768px){.old{display:none}}",
        "@supports (x:y){.old{display:none}}",
        ".old:hover{display:none} .old::before{display:none} .old[x]{display:none} :not(.old){display:none}",
        ".other .old{display:none} .box>div>.old{display:none}",
        "/* .old{display:none} */",
        ".old{display:none",
        ".old{font-size:0.8em} .box{font-size:10px}",
        "} .olds{display:none}",
    ],
)
def test_what_style_sheets_do_not_hide(style: str) -> None:
    page = f"<html><style>{style}</style><body><div class=box><p class='old' id=o>旧<p>新</div></body></html>"
    assert text(page) == "旧|新"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<p>甲<del>旧</del><s>旧</s><strike>旧</strike><ins>乙</ins></p>", "甲乙"),
        ("<p>甲<span style='text-decoration: line-through'>旧</span>乙</p>", "甲乙"),
        ("<p>甲<span style='visibility:hidden'>旧<b style='visibility:visible'>乙</b></span></p>", "甲乙"),
        ("<p>甲<span style='font-size:0'>旧<b>旧</b><b style='font-size:12px'>乙</b></span></p>", "甲乙"),
        (
            "<div style='font-size:0'><span style='font-size:1rem'>甲</span> <span style='font-size:1em'>旧</span></div>",
            "甲",
        ),
        ("<p>甲<span style='font-size:0.9em'>乙</span></p>", "甲乙"),
        ("<p>甲<span style='display:none;display:inline'>乙</span></p>", "甲乙"),
        ("<p>甲<span style='overflow:hidden'>乙</span></p>", "甲乙"),
        ("<div class=watermark>内部</div><p>甲</p><div id='mask_div01'>内部</div>", "甲"),
        ("<div style='position:fixed;top:0;pointer-events:none'>内部</div><p>甲</p>", "甲"),
        ("<div style='position:absolute;top:0'>乙</div><p>甲</p>", "乙|甲"),
    ],
)
def test_what_an_element_itself_hides(source: str, seen: str) -> None:
    assert text(source) == seen


def test_collapsed_and_invisible_rows() -> None:
    row = "<tr style='visibility:{}'><td>旧</td><td>9</td></tr>"
    table = "<table><tr><td>甲</td><td>1</td></tr>{}<tr><td>乙</td><td>2</td></tr></table>"
    assert cells(table.format(row.format("collapse"))) == [["甲", "1"], ["乙", "2"]]
    assert cells(table.format(row.format("hidden"))) == [["甲", "1"], ["", ""], ["乙", "2"]]


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("64<sup>1</sup>", "64"),
        ("64<sup><a href=#n>[1]</a></sup>", "64"),
        ("<p>64<sup>注1</sup></p>", "64"),
        ("<sup>1</sup>64", "64"),
        ("<span>64</span><span style='vertical-align:super'>2</span>", "64"),
        ("<b>64<sup><b>①</b></sup></b>", "64"),
        ("<sup>64</sup>", "64"),
        ("6<span style='vertical-align:middle'>4</span>", "64"),
        ("6<del>5</del>4", "64"),
        ("<input value=64>", "64"),
        ("<input type='number' value='64' disabled>件", "64件"),
        ("<input type=hidden value=9><span>64</span><input type=button value=保存>", "64"),
        ("<textarea rows=1>64</textarea>", "64"),
        ("<textarea>&lt;64</textarea>", "<64"),
        ("<select><option>0<option selected>64</select>", "64"),
        ("<select><optgroup><option value=1>64</option><option>0</option></optgroup></select>", "64"),
        ("<select></select><input type=checkbox value=1>", ""),
    ],
)
def test_marks_and_fields_in_a_cell(cell: str, value: str) -> None:
    assert cells(TABLE.format(cell)) == [["甲", value], ["乙", "2"]]


def test_mark_in_a_sentence_and_at_a_note() -> None:
    assert text("<p>收到申请64<sup>1</sup>件。</p><p><sup>1</sup>含上年结转。</p>") == "收到申请64件。|含上年结转。"


def test_search_box_of_the_site_is_no_text() -> None:
    assert text("<div><input value=请输入关键字><select><option>站内</select></div><p>甲</p>") == "甲"
    assert text("<p>收到申请<input value=64>件</p>") == "收到申请64件"


def test_field_is_its_own_place() -> None:
    source = TABLE.format("<input value=64>")
    (table,) = read_html(source, "x").blocks
    assert isinstance(table, Table)
    place = table.rows[0][1].text.location
    assert source[place.start :].startswith("<input value=64>")


def test_hidden_part_with_labels_of_the_form_is_unread_not_missing() -> None:
    page = as_html(report_with("faultless"))
    start = page.index("<table", page.index("<table") + 1)
    end = page.index("</table>", start) + len("</table>")
    hidden = page[:start] + "<div style='display:none'>" + page[start:end] + "</div>" + page[end:]
    removed = page[:start] + page[end:]
    codes = [finding.code for finding in lint_text(removed, "html").findings]
    assert "S105" in codes
    result = lint_text(hidden, "html")
    assert "S105" not in [finding.code for finding in result.findings]
    assert any("不显示" in one.reason.zh for one in result.coverage.unassessed)


@pytest.mark.parametrize("body", ["<body style='display:none'>", "<body><div id=main hidden>", "<body class=loading>"])
def test_page_that_a_script_shows_is_read(body: str) -> None:
    page = as_html(report_with("faultless")).replace("</head>", "<style>.loading{display:none}</style></head>")
    result = lint_text(page.replace("<body>", body), "html")
    assert result.findings == ()
    assert any("由脚本显示" in str(note) for note in result.source.notes)


def test_hidden_twin_of_what_is_seen_is_no_unread_part() -> None:
    page = as_html(report_with("faultless"))
    body = page[page.index("<body") : page.index("</body>")].partition(">")[2]
    twin = page.replace("</body>", f"<div hidden>{body}</div></body>")
    assert twin != page
    plain, with_twin = lint_text(page, "html"), lint_text(twin, "html")
    assert [finding.code for finding in plain.findings] == [finding.code for finding in with_twin.findings]
    assert read_html(twin, "x").unread == ()


@pytest.mark.parametrize(
    "style",
    [
        "a{" * 100_000,
        ".a{display:none}" * 50_000,
        "/*" * 100_000,
        "a " * 100_000 + "{display:none}",
        ".a .b .b{display:none}" * 50_000,
    ],
)
def test_bombs_of_style_are_read_in_time(style: str) -> None:
    page = f"<style>{style}</style>" + "<div class=b>" * 300 + "<p class=b>甲" * 2000
    assert text(page).startswith("甲")
