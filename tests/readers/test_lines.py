"""Lines to blocks: tables by tabs, pipes, gaps and single cells; wrapped prose; section titles."""

from __future__ import annotations

import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from govreport_lint import lint_text
from govreport_lint.document import Document, Heading, Image, Paragraph, Passage, Table
from govreport_lint.readers.blocks.source_passages import cut_all, join_lines, plain, stripped, visible
from govreport_lint.readers.lines.line_kinds import Kind, kind_of
from govreport_lint.readers.lines.reader import read_text

# A paragraph of full lines, so that the width of the page can be known.
FULL = "本镇在这一年里认真办理了每一件公开申请，\n"


def shape(text: str) -> list[str | list[list[str]]]:
    """Paragraphs as strings, tables as lists of rows."""
    found: list[str | list[list[str]]] = []
    for block in read_text(text, "t.txt").blocks:
        if isinstance(block, Table):
            found.append([[cell.text.text for cell in row] for row in block.rows])
        else:
            assert isinstance(block, Paragraph)
            found.append(block.text.text)
    return found


def passages(document: Document) -> list[Passage]:
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [cell.text for row in block.rows for cell in row]
        elif isinstance(block, Heading | Paragraph):
            found.append(block.text)
    return found


def assert_exact(document: Document) -> None:
    """Every exact run of the document shows the very characters that it points at."""
    source = document.source or ""
    for passage in passages(document):
        for index, run in enumerate(passage.runs):
            stop = passage.runs[index + 1].at if index + 1 < len(passage.runs) else len(passage.text)
            place = run.location
            assert 0 <= place.start <= place.end <= len(source)
            if run.exact:
                assert source[place.start : place.end] == passage.text[run.at : stop]
    for block in document.blocks:
        if isinstance(block, Image | Table):
            assert 0 <= block.location.start <= block.location.end <= len(source)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Kind.BLANK),
        ("- 3 -", Kind.PAGE),
        ("— 12 —", Kind.PAGE),
        ("第 3 页 共 9 页", Kind.PAGE),
        ("3 / 12", Kind.PAGE),
        ("0", Kind.VALUE),
        ("-18", Kind.VALUE),
        ("+19", Kind.VALUE),
        ("- 18", Kind.VALUE),
        ("1,024.50", Kind.VALUE),
        ("３", Kind.VALUE),
        ("251000元", Kind.VALUE),
        ("22（其中修订16件）", Kind.VALUE),
        ("—", Kind.VALUE),
        ("无", Kind.VALUE),
        ("第二十条第(一)项", Kind.LABEL),
        ("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", Kind.LABEL),
        ("一、本年新收政府信息公开申请数量", Kind.LABEL),
        ("三、本年度办理结果", Kind.LABEL),
        ("四、结转下年度继续办理", Kind.LABEL),
        ("规章（本级没有制定权，填零）", Kind.LABEL),
        ("公开", Kind.PIECE),
        ("、", Kind.PIECE),
        ("三、收到和处理政府信息公开申请情况", Kind.TITLE),
        ("三、收到及处理政府信息公开申请的情况", Kind.TITLE),
        ("总体情况", Kind.TITLE),
        ("一、2019年政府信息公开工作的总体情况", Kind.TITLE),
        ("五、队伍培训", Kind.NUMBERED),
        ("行政许可 97", Kind.LABELLED),
        ("本镇没有收到申请。", Kind.TEXT),
        ("2024年1月5日", Kind.TEXT),
    ],
)
def test_kind(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


def test_tabs_make_rows_and_empty_cells_stay() -> None:
    text = "信息内容\t本年制发件数\t\n规章\t1\t\n\t2\t3\n"
    assert shape(text) == [[["信息内容", "本年制发件数", ""], ["规章", "1", ""], ["", "2", "3"]]]


def test_a_row_of_nothing_but_tabs_is_a_row_of_blanks() -> None:
    assert shape("结果维持\t结果纠正\t其他结果\n\t\t\n") == [[["结果维持", "结果纠正", "其他结果"], ["", "", ""]]]


def test_cell_indices_and_places() -> None:
    text = "前言。\n规章\t 12 \t0\n"
    table = read_text(text, "t.txt").blocks[1]
    assert isinstance(table, Table)
    cell = table.rows[0][1]
    assert (cell.row, cell.column) == (0, 1)
    assert text[cell.text.location.start : cell.text.location.end] == "12"
    assert text[table.location.start : table.location.end].startswith("规章")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| 规章 | 0 |\n", [["规章", "0"]]),
        ("规章 | 0 | 1 |\n行政许可 | 7 |\n", [["规章", "0", "1"], ["行政许可", "7"]]),
        ("| 甲 | 乙 |\n|---|:-:|\n| 丙 |  |\n", [["甲", "乙"], ["丙", ""]]),
        ("| 规章 | - | - |\n", [["规章", "-", "-"]]),
        (r"| 规章\|甲 | 0 |", [[r"规章\|甲", "0"]]),
        ("规章 | 0\n", [["规章", "0"]]),
        ("规章 |\n0 |\n||||\n1 |\n", [["规章", "0", "1"]]),
        ("| 规章 | 0 |\n|||\n\n| 行政许可 | 7 |\n", [["规章", "0"], ["行政许可", "7"]]),
        ("第二十条第（五）项 |\n行政许可 | 7 |\n", [["第二十条第（五）项"], ["行政许可", "7"]]),
    ],
)
def test_pipes(text: str, rows: list[list[str]]) -> None:
    assert shape(text) == [rows]


@pytest.mark.parametrize(
    "text",
    [
        "首页 | 政务公开",
        "电话：010-1 | 邮编：1 | 网址。",
        "\t本镇全年没有收到申请，工作平稳。",
        "某某镇人民政府\t\t2024年1月5日",
        "规范性文件",
    ],
)
def test_no_table(text: str) -> None:
    assert shape(text) == [text.strip()]


def test_wide_gaps_make_cells_only_between_labels_and_figures() -> None:
    text = "信息内容    本年制发件数    本年废止件数\n规章        0     1\n联系人    张某\n"
    assert shape(text) == [
        [["信息内容", "本年制发件数", "本年废止件数", "规章", "0", "1"]],
        "联系人    张某",
    ]


def test_single_line_between_rows_is_a_row_of_one_cell() -> None:
    text = "规章\t0\n第二十条第（五）项\n行政许可\t5\n"
    assert shape(text) == [[["规章", "0"], ["第二十条第（五）项"], ["行政许可", "5"]]]


def test_one_cell_per_line() -> None:
    text = "第二十条第（一）项\n信息内容\n本年制发件数\n规章\n2\n0\n行政规范\n性文件\n\n3\n\n251000元\n-18\n"
    assert shape(text) == [
        [
            ["第二十条第（一）项", "信息内容", "本年制发件数", "规章", "2", "0"],
            ["行政规范性文件", "3", "251000元", "-18"],
        ]
    ]


def test_vertical_and_glued_labels_stay_in_the_table() -> None:
    text = "申请人情况\n尚未\n审结总计\n三\n、\n本\n年\n（一）予以公开\n1\n0\n"
    assert shape(text) == [[["申请人情况", "尚未", "审结总计", "三", "、", "本", "年", "（一）予以公开", "1", "0"]]]


def test_an_unknown_long_label_belongs_to_the_figures_after_it() -> None:
    label = "其他主动公开文件（含以本单位或者本单位办公室名义正式印发的，以及可以参考的其他有关文件数据）"
    assert shape(f"规章\n0\n{label}\n5\n行政许可\n1\n") == [[["规章", "0"], [label, "5"], ["行政许可", "1"]]]


@pytest.mark.parametrize(
    "after",
    [
        "四、政府信息公开行政复议、行政诉讼情况",
        "四、政府信息公开行政复议及诉讼的情况",
        "以上数字已经核对。",
        "五、队伍培训",
        "单位：件",
    ],
)
def test_what_ends_a_table(after: str) -> None:
    assert shape(f"规章\n0\n{after}\n") == [[["规章", "0"]], after]
    assert shape(f"规章\t0\n{after}\n") == [[["规章", "0"]], after]


@pytest.mark.parametrize("label", ["一、本年新收政府信息公开申请数量", "四、结转下年度继续办理"])
def test_row_labels_that_look_like_titles_do_not_end_a_table(label: str) -> None:
    assert shape(f"规章\t0\n{label}\t5\n") == [[["规章", "0"], [label, "5"]]]
    assert shape(f"规章\n0\n{label}\n5\n") == [[["规章", "0"], [label, "5"]]]


def test_a_table_goes_on_over_a_page_number() -> None:
    assert shape("规章\n0\n\n- 2 -\n\n行政许可\n5\n") == [[["规章", "0"], ["行政许可", "5"]]]
    assert shape("规章\t0\n第 2 页\n行政许可\t5\n") == [[["规章", "0"], ["行政许可", "5"]]]


def test_wrapped_lines_are_joined_digits_included() -> None:
    text = FULL * 3 + "全年收到申请一百多件并且按期办结了其中17\n3件，其余按时转办。\n本年工作结束。\n"
    assert shape(text) == [
        (FULL * 3).replace("\n", "") + "全年收到申请一百多件并且按期办结了其中173件，其余按时转办。",
        "本年工作结束。",
    ]


def test_a_space_only_between_latin_letters() -> None:
    words = [plain("open", 0), plain("data平台", 5), plain("12", 12)]
    assert join_lines(words).text == "open data平台12"


def test_long_words_break_lines_early() -> None:
    line = "工作，本镇在这一年里认真办理了每一件公开申请并且按\n"
    address = "网址见于政府的公开门户网站上面\nhttps://www.example.cn/open/report/2024。\n"
    assert len(shape(line * 2 + address)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "第一段讲的是公开工作，内容不多\n第二段讲的是申请工作，内容比第一段多得多，占了整整一行还要再多一些。\n",
        "某某镇人民政府\n2024年1月5日\n",
        "上级要求的各项公开工作均已完成。\n上级要求的各项公开工作均已完成。\n",
    ],
)
def test_whole_paragraphs_are_left_alone(text: str) -> None:
    assert shape(text) == text.splitlines()


@pytest.mark.parametrize("start", ["（二）依申请公开", "二、保障措施", "1.人员培训", "２．人员", "附件：名单"])
def test_an_item_begins_a_paragraph(start: str) -> None:
    assert len(shape(FULL * 3 + start + "做得扎实。\n")) == 2


def test_an_item_number_within_a_sentence_does_not() -> None:
    assert len(shape(FULL * 3 + "（二）项所说的情形没有。\n")) == 1


def test_an_indented_line_begins_a_paragraph() -> None:
    assert len(shape(FULL * 3 + "　　另起一段。\n")) == 2


def test_a_blank_line_ends_a_paragraph_unless_a_page_number_stands_there() -> None:
    assert len(shape(FULL * 2 + "\n" + FULL)) == 2
    assert len(shape(FULL * 2 + "\n- 3 -\n\n" + FULL)) == 1
    assert len(shape(FULL * 2 + "\x0c" + FULL)) == 1


def test_a_section_title_is_never_joined() -> None:
    assert shape(FULL + "一、总体情况\n" + FULL * 2) == [
        FULL.strip(),
        "一、总体情况",
        (FULL * 2).replace("\n", ""),
    ]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            "2023年某某市科学技术局政府信息公开工作\n年度报告\n",
            ["2023年某某市科学技术局政府信息公开工作年度报告"],
        ),
        (
            "某某街道办事处2022年度政府\n信息公开工作年度报告\n",
            ["某某街道办事处2022年度政府信息公开工作年度报告"],
        ),
        ("某某区人民政府\n2022年政府信息公开工作年度报告\n", 2),
        ("四、政府信息公开行政复议、\n行政诉讼情况\n", ["四、政府信息公开行政复议、行政诉讼情况"]),
    ],
)
def test_titles_in_two_lines(text: str, blocks: list[str] | int) -> None:
    found = shape(text)
    assert (len(found) if isinstance(blocks, int) else found) == blocks


def test_a_glued_report_is_cut_at_its_titles() -> None:
    text = (
        "某某镇2021年政府信息公开工作年度报告 根据要求编制，分为一、总体情况，二、主动公开等部分。"
        "一、总体情况2021年平稳。（一）主动公开。共5条。（二）申请。没有。"
        "二、主动公开政府信息情况 第二十条第（一）项信息内容规章000"
        "三、收到和处理政府信息公开申请情况三、本年度办理结果（一）予以公开0000 "
        "六、其他需要报告的事项 无"
    )
    assert shape(text) == [
        "某某镇2021年政府信息公开工作年度报告",
        "根据要求编制，分为一、总体情况，二、主动公开等部分。",
        "一、总体情况",
        "2021年平稳。",
        "（一）主动公开。共5条。",
        "（二）申请。没有。",
        "二、主动公开政府信息情况",
        "第二十条第（一）项信息内容规章000",
        "三、收到和处理政府信息公开申请情况",
        "三、本年度办理结果（一）予以公开0000",
        "六、其他需要报告的事项",
        "无",
    ]


def test_a_title_with_its_text_on_the_same_line_is_parted() -> None:
    assert shape("一、总体情况 2021年平稳。") == ["一、总体情况", "2021年平稳。"]
    assert shape("一、总体情况的说明在后面。") == ["一、总体情况的说明在后面。"]


def test_passage_parts_keep_their_places() -> None:
    source = "a\u200bb c\u200b d"
    passage = visible(source, 0, len(source))
    assert passage.text == "ab c d"
    first, second, third = cut_all(passage, [(0, 2), (3, 4), (4, 6)])
    assert (first.text, second.text, third.text) == ("ab", "c", " d")
    assert source[second.location.start : second.location.end] == "c"
    assert stripped(third).location.start == source.index("d")
    assert stripped(plain("  ", 7)).location.start in (7, 9)


ALPHABET = st.sampled_from(
    [
        *"\t|\n\n 　-0123。，：、（）一二三条规章总计其他ab*_`[]<>&\\#\u200b\x0c\r",
        *("\n行政许可\n", "\n5\n", "\n- 2 -\n", "|---|", "本镇认真办理每一件公开申请，"),
        *("一、总体情况", "三、本年度办理结果", "（一）予以公开"),
    ]
)
TEXTS = st.lists(ALPHABET, max_size=60).map("".join)


@settings(max_examples=60)
@given(TEXTS | st.text(max_size=80))
def test_any_text_is_read_and_every_place_is_exact(text: str) -> None:
    document = read_text(text, "t.txt")
    assert_exact(document)
    for passage in passages(document):
        assert passage.text == passage.text.strip()


@settings(max_examples=60)
@given(TEXTS)
def test_no_character_is_lost_or_doubled(text: str) -> None:
    def kept(content: str) -> list[str]:
        return sorted(character for character in content if character.isalpha())

    pages = text.replace("|", "")
    found = "".join(passage.text for passage in passages(read_text(text, "t.txt")))
    assert kept(found) == kept(pages)


@pytest.mark.parametrize(
    "unit", ["字", "0\t", "字|", "。一、总体情况", "字\u200b\t", "规章\n短\n", "|-", "\\", "（一）"]
)
def test_long_texts_of_one_piece_are_read(unit: str) -> None:
    """A reader that does more than pass over the text a few times would not come back; benchmarks/growth.py measures."""
    text = unit * (200_000 // len(unit))
    document = read_text(text, "t.txt")
    assert all(0 <= passage.location.start <= passage.location.end <= len(text) for passage in passages(document))


@pytest.mark.parametrize("word", ["？", "?", "若干", "不详", "待核实"])
def test_a_word_where_a_number_belongs_takes_the_place_of_its_cell(word: str) -> None:
    assert kind_of(word) is Kind.VALUE
    lines = (SAMPLES / "city-2023.lines.txt").read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("（一）予以公开"))
    changed = [*lines[: at + 1], word, *lines[at + 2 :]]
    found = [finding.code for finding in lint_text("\n".join(changed), format="text").findings]
    assert "T206" in found and "T213" not in found
