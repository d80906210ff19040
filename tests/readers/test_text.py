"""Plain text: line ends, pages, indents and characters that show nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport_lint.document import Paragraph, Table
from govreport_lint.readers.lines.reader import read_text


def texts(source: str) -> list[str]:
    return [passage.text for passage in read_text(source, "t.txt").texts()]


def test_document() -> None:
    document = read_text("一、总体情况\n", "报告.txt")
    assert (document.name, document.format, document.source) == ("报告.txt", "text", "一、总体情况\n")
    assert read_text("", "t.txt").blocks == ()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0c", "\x0b", "\u2028", "\x85"])
def test_line_ends(end: str) -> None:
    assert texts(f"第一行完。{end}第二行完。{end}") == ["第一行完。", "第二行完。"]


@pytest.mark.parametrize("blank", ["　　", "\u00a0", "  ", "\ufeff", "\u200b", "\u200e　"])
def test_indents_and_invisible_characters(blank: str) -> None:
    source = f"{blank}全年公开{blank}五条。{blank}"
    (block,) = read_text(source, "t.txt").blocks
    assert isinstance(block, Paragraph)
    assert block.text.text.startswith("全年公开")
    assert block.text.text.endswith("五条。")
    place = block.text.locate(0, 4)
    assert source[place.start : place.end] == "全年公开"


def test_an_invisible_character_within_a_figure() -> None:
    source = "规章\t1\u200b2\t\ufeff3"
    (table,) = read_text(source, "t.txt").blocks
    assert isinstance(table, Table)
    assert [cell.text.text for cell in table.rows[0]] == ["规章", "12", "3"]
    assert [run.location.start for run in table.rows[0][1].text.runs] == [3, 5]
    assert table.rows[0][1].text.location.end == 6


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["规章", "行政许可", "0", "12", "", "-"]), min_size=2, max_size=8), st.booleans())
def test_a_row_gives_its_cells_back(cells: list[str], windows: bool) -> None:
    source = "信息内容\t规章" + ("\r\n" if windows else "\n") + "\t".join(cells)
    table = read_text(source, "t.txt").blocks[0]
    assert isinstance(table, Table)
    assert [cell.text.text for cell in table.rows[-1]] == cells
    for cell in table.rows[-1]:
        assert source[cell.text.location.start : cell.text.location.end] == cell.text.text
