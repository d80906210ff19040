"""Comments that are addressed to the program: read with their places, and as though they were not there otherwise."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import HANGS, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport_lint.document import Document, Heading, Paragraph, Table
from govreport_lint.readers.formats import open_bytes
from govreport_lint.readers.html.reader import read_html
from govreport_lint.readers.markdown.reader import read_markdown

ASKED = "<!-- govreport-lint: disable A301 已与台账核对 -->"
SAMPLE_TEXTS = sorted(path for path in SAMPLES.glob("*.md"))


def shape(document: Document) -> list[object]:
    """What is read, without its places."""
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.append([[cell.text.text for cell in row] for row in block.rows])
        elif isinstance(block, Heading | Paragraph):
            found.append((type(block).__name__, block.text.text))
    return found


def told(document: Document) -> list[str]:
    """The comments, each cut out of the source by its place."""
    source = document.source or ""
    return [source[one.location.start : one.location.end] for one in document.comments]


@pytest.mark.parametrize(
    "text",
    [
        f"{ASKED}\n文字。",
        f"文字。{ASKED}",
        f"文字{ASKED}文字。",
        f"# 标题 {ASKED}\n",
        f"- 列表 {ASKED}\n",
        f"> {ASKED}\n> 引用\n",
        f"- 列表\n  {ASKED}\n",
        f"| 甲 | 乙 |\n|---|---|\n| 1 {ASKED} | 2 |\n",
        f"| 甲 | 乙 |\n|---|---|\n| 1 | 2 | {ASKED}\n",
        f"甲\t乙\n1{ASKED}\t2\n",
        f"<table><tr><td>1{ASKED}</td></tr></table>",
        f"文字\n<table>{ASKED}<tr><td>1</td></tr></table>\n",
        f"<div>\n{ASKED}\n</div>",
        f"---\nname: x\n---\n{ASKED}\n",
    ],
)
def test_one_comment_is_told_at_its_place(text: str) -> None:
    document = read_markdown(text, "t.md")
    assert told(document) == [ASKED]
    assert "govreport" not in str(shape(document))


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{ASKED}\n```\n",
        f"~~~html\n{ASKED}\n~~~\n",
        f"写法是 `{ASKED}`。",
        "<!-- 旁注：govreport-lint 用过 -->",
        "&lt;!-- govreport-lint: disable A301 理由 --&gt;",
        "\\<!-- govreport-lint: disable A301 理由 -->",
        f"<script>{ASKED}</script>",
    ],
)
def test_what_is_code_or_no_whole_comment_asks_nothing(text: str) -> None:
    assert read_markdown(text, "t.md").comments == ()


@pytest.mark.parametrize(
    "text",
    [
        "文字。\n\n<!-- govreport-lint: disable A301\n\n已核对，\n属实 -->\n\n文字。",
        "文字。\n<!-- govreport-lint: disable A301\n\n已核对 -->\n文字。",
        "文字。<!-- govreport-lint: disable A301\n已核对 -->文字。",
    ],
)
def test_a_comment_of_several_lines_is_one_and_shows_nothing(text: str) -> None:
    document = read_markdown(text, "t.md")
    assert "".join(one.text.text for one in document.blocks if isinstance(one, Paragraph)) == "文字。文字。"
    assert told(document) == [text.strip("文字。\n")]


@pytest.mark.parametrize(
    "text", ["<!-- govreport-lint: disable A301 理由\n\n文字", "文字<!-- govreport-lint: disable A301"]
)
def test_a_comment_without_an_end_stays_in_the_text_and_is_told(text: str) -> None:
    document = read_markdown(text, "t.md")
    assert [one.closed for one in document.comments] == [False]
    assert "govreport-lint: disable A301" in str(shape(document))


def test_a_mark_in_one_row_and_another_in_a_later_one_swallow_no_figures() -> None:
    rows = "| 甲 | 乙 |\n|---|---|\n| 1 <!-- | 2 |\n| 3 | 4 |\n| 5 --> | 6 |\n"
    table = read_markdown(rows, "t.md").blocks[0]
    assert isinstance(table, Table)
    assert [row[1].text.text for row in table.rows] == ["乙", "2", "4", "6"]


def test_what_is_commented_out_is_not_read() -> None:
    assert shape(read_markdown("<!--\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n-->\n文字", "t.md")) == [("Paragraph", "文字")]


@pytest.mark.parametrize("path", SAMPLE_TEXTS, ids=lambda path: path.name)
def test_a_comment_between_any_two_lines_changes_nothing_that_is_read(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    plain = shape(read_markdown("\n".join(lines), "t.md"))
    whole = "\n".join(line for each in lines for line in (ASKED, each))
    document = read_markdown(whole, "t.md")
    assert shape(document) == plain
    assert len(document.comments) == len(lines)


@given(st.data())
@settings(max_examples=40)
def test_a_comment_at_a_random_line_of_a_table_without_marks_disturbs_nothing(data: Any) -> None:
    lines = (SAMPLES / "city-2023.lines.txt").read_text("utf-8").splitlines()
    at = data.draw(st.integers(0, len(lines)))
    with_comment = [*lines[:at], ASKED, *lines[at:]]
    document = read_markdown("\n".join(with_comment), "t.md")
    assert shape(document) == shape(read_markdown("\n".join(lines), "t.md"))
    assert told(document) == [ASKED]


def test_a_page_tells_its_comments_and_keeps_its_table() -> None:
    page = "<html><body>{0}<table>{0}<tr>{0}<td>1{0}</td>{0}<td>2</td></tr></table></body></html>"
    document = read_html(page.format(ASKED), "t.html")
    assert told(document) == [ASKED] * 5
    assert shape(document) == shape(read_html(page.format(""), "t.html")) == [[["1", "2"]]]


@pytest.mark.parametrize(
    "page",
    [
        f"<html><script>{ASKED}</script></html>",
        f"<html><textarea>{ASKED}</textarea></html>",
        "<html>&lt;!-- govreport-lint: disable A301 理由 --&gt;</html>",
        "<html><!-- govreport-lint: disable A301 没有结束</html>",
        "<html><!-- 别的注释 govreport-lint --></html>",
    ],
)
def test_what_is_no_comment_of_a_page_asks_nothing(page: str) -> None:
    assert read_html(page, "t.html").comments == ()


def test_a_text_with_nothing_but_a_comment_for_the_program_is_markdown() -> None:
    assert open_bytes(f"文字\n{ASKED}\n".encode(), "t.md").document.format == "markdown"


@pytest.mark.parametrize("read", [read_markdown, read_html])
@pytest.mark.parametrize(
    "piece", [f"{ASKED}\n", f"文字{ASKED}\n", "文字<!-- govreport-lint: disable A301\n", "| a <!--"]
)
def test_ten_thousand_comments_take_time_in_proportion(read: Callable[[str, str], Document], piece: str) -> None:
    begun = time.perf_counter()
    document = read(piece * 10_000, "t")
    assert time.perf_counter() - begun < HANGS
    assert len([one for one in document.comments if one.closed]) == (10_000 if "-->" in piece else 0)
