"""The sections of a report are found by their words, in whatever shape an office prints them."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from conftest import HANGS

from govreport_lint.document import Document, Heading, Image, Location, Paragraph, Passage, Run
from govreport_lint.extraction.structure.section_titles import ALIKE, OFFICIAL, VARIANT, match_title
from govreport_lint.extraction.structure.sections import Sections, find_sections
from govreport_lint.readers import formats
from govreport_lint.rulebook.forms import forms
from govreport_lint.rulebook.pages import standard_report

ALL = (1, 2, 3, 4, 5, 6)
TITLES = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]
Change = Callable[[str], str]


def document(*texts: str | Heading | Image) -> Document:
    """A document of paragraphs, each with a place of its own."""
    blocks: list[Paragraph | Heading | Image] = []
    at = 0
    for text in texts:
        if isinstance(text, str):
            blocks.append(Paragraph(Passage(text, (Run(0, Location(at, at + len(text))),))))
            at += len(text) + 1
        else:
            blocks.append(text)
    return Document("test", "text", None, tuple(blocks))


def sections_of(text: str, format: str = "markdown") -> Sections:  # noqa: A002
    return find_sections(formats.read_as(text, "test", format), forms())


def numbers(sections: Sections) -> tuple[int, ...]:
    return tuple(section.number for section in sections.sections)


@pytest.mark.parametrize(
    ("text", "number", "printed", "quality"),
    [
        ("一、总体情况", 1, 1, OFFICIAL),
        ("（一）总体情况", 1, 1, OFFICIAL),
        ("总体情况", 1, None, OFFICIAL),
        ("一．总 体 情 况", 1, 1, OFFICIAL),
        ("第四部分 政府信息公开行政复议、行政诉讼情况", 4, 4, OFFICIAL),
        ("4. 政府信息公开行政复议和行政诉讼情况", 4, 4, VARIANT),
        ("四、政府信息公开行政法复议、行政诉讼情况", 4, 4, ALIKE),
        ("四、因政府信息公开工作被申请行政复议、提起行政诉讼情况", 4, 4, VARIANT),
        ("一、2023年政府信息公开工作的总体情况", 1, 1, VARIANT),
        ("五、存在的主要问题及整改措施", 5, 5, VARIANT),
        ("六、其它需要报告的事项", 6, 6, OFFICIAL),
        ("一、总体情况2024年，示范镇主动公开政府信息86条。", 1, 1, OFFICIAL),
        ("二、主动公开政府信息情况 第二十条第（一）项 信息内容", 2, 2, OFFICIAL),
        ("四、政府信息公开行政法复议、行政诉讼情况行政复议 行政诉讼 结果维持", 4, 4, ALIKE),
    ],
)
def test_a_title_is_recognised(text: str, number: int, printed: int | None, quality: int) -> None:
    match = match_title(text, forms())
    assert match is not None
    assert (match.number, match.printed, match.quality) == (number, printed, quality)


@pytest.mark.parametrize(
    "text",
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "（七）总计",
        "行政复议",
        "自然人",
        "一、总体情况、二、主动公开政府信息情况",
        "主动公开政府信息的渠道有三个。",
        "2024年，我镇按照要求推进工作。",
        "",
    ],
)
def test_other_texts_are_no_titles(text: str) -> None:
    assert match_title(text, forms()) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: re.sub(r"^## [一二三四五六]、", "## ", text, flags=re.M),
        lambda text: re.sub(r"^## (.)、", r"## （\1）", text, flags=re.M),
        lambda text: re.sub(r"^## (.*)$", r"**\1**", text, flags=re.M),
        lambda text: re.sub(r"^## (.)、", r"## 第\1部分 ", text, flags=re.M),
        lambda text: text.replace("本报告依据", "\n\n".join(["目录", *(f"{t}……3" for t in TITLES)]) + "\n\n本报告依据"),
        lambda text: text.replace("本报告依据", "\n\n".join(["目录", *TITLES]) + "\n\n本报告依据"),
        lambda text: text.replace("本报告依据", "本报告包括：" + "；".join(TITLES) + "。本报告依据"),
        lambda text: text.replace("五、存在的主要问题及改进情况", "五、工作不足与下步打算", 1),
        lambda text: text.replace("## 五", "## 五、政府信息公开收费情况\n\n没有收费。\n\n## 六").replace(
            "六、其他", "七、其他"
        ),
    ],
    ids=[
        "as it is",
        "unnumbered",
        "bracketed",
        "bold",
        "parts",
        "contents",
        "plain contents",
        "listed",
        "odd",
        "extra",
    ],
)
def test_all_six_are_found(change: Change) -> None:
    sections = sections_of(change(standard_report()))
    assert numbers(sections) == ALL
    assert "2024年，示范镇没有收取政府信息公开信息处理费。" in [p.text for p in sections.sections[-1].paragraphs]
    assert sections.sections[0].paragraphs[0].text.startswith("（一）主动公开情况")


def test_a_section_that_is_not_there_is_not_found() -> None:
    text = re.sub(r"## 四、.*?(?=## 五)", "", standard_report(), flags=re.S)
    assert numbers(sections_of(text)) == (1, 2, 3, 5, 6)


def test_the_order_of_the_document_is_kept() -> None:
    fifth = re.search(r"## 五、.*?(?=## 六)", standard_report(), re.S)
    assert fifth
    text = standard_report().replace(fifth[0], "").replace("## 四、", fifth[0] + "## 四、")
    assert numbers(sections_of(text)) == (1, 2, 3, 5, 4, 6)


def test_titles_are_found_in_one_glued_paragraph() -> None:
    body = (
        "{}2024年公开信息86条。 {} 第二十条第（一）项 规章000 {}（本列数据）四、结转下年度继续办理0000000 "
        "{}行政复议00000 {} 问题是更新慢，下一步改进。{} 没有收取信息处理费。"
    )
    sections = find_sections(document("本报告依据条例编制。" + body.format(*TITLES)), forms())
    assert numbers(sections) == ALL
    assert [p.text for p in sections.preamble] == ["本报告依据条例编制。"]
    assert sections.sections[0].paragraphs[0].text == "2024年公开信息86条。"
    assert sections.sections[2].paragraphs[0].text.endswith("四、结转下年度继续办理0000000")
    assert sections.sections[5].paragraphs[0].text == "没有收取信息处理费。"
    assert sections.sections[5].paragraphs[0].location.start > sections.sections[5].location.start > 100


def test_subheadings_with_official_words_stay_in_their_section() -> None:
    text = standard_report().replace("（一）主动公开情况。", "（一）主动公开政府信息情况\n\n")
    sections = sections_of(text)
    assert numbers(sections) == ALL
    assert sections.sections[0].paragraphs[0].text == "（一）主动公开政府信息情况"


def test_pages_around_a_report_are_left_out() -> None:
    before = [
        "首页",
        "政府信息公开年报",
        "基本情况",
        "其他事项",
        "当前位置：首页 > 年报",
        "示范镇2024年政府信息公开工作年度报告",
        "发布日期：2025-01-20 来源：示范镇",
        "字号：大 中 小",
    ]
    body = ["根据《中华人民共和国政府信息公开条例》编制本报告，数据为全年数据。"]
    for title in TITLES:
        body += [title, "这一部分的内容。"]
    after = ["示范镇人民政府", "2025年1月20日", "版权所有 示例县人民政府", "2026年3月2日", "政府信息公开年报"]
    sections = find_sections(document(*before, *body, *after), forms())
    assert numbers(sections) == ALL
    assert [p.text for p in sections.preamble] == body[:1]
    assert [p.text for p in sections.sections[5].paragraphs] == ["这一部分的内容。", *after[:2]]
    assert sections.block_sections[: len(before) + 1] == (None,) * (len(before) + 1)
    assert sections.block_sections[-len(after) :] == (6, 6, None, None, None)


def test_words_of_the_site_after_a_sentence_do_not_end_the_report() -> None:
    sections = find_sections(document(*TITLES, "没有收取信息处理费。 附件下载"), forms())
    assert sections.sections[5].paragraphs[0].text.startswith("没有收取")


def test_images_are_counted_in_their_section() -> None:
    image = Image(Location(5, 9))
    sections = find_sections(document(*TITLES[:2], image, image, *TITLES[2:]), forms())
    assert [section.images for section in sections.sections] == [0, 2, 0, 0, 0, 0]


def test_a_document_without_sections_is_all_preamble() -> None:
    sections = find_sections(document("这是一份会议通知，请各单位按时参加会议。", "联系人：办公室"), forms())
    assert sections.sections == ()
    assert sections.block_sections == (None, None)
    assert find_sections(document(), forms()).passages == ()


@pytest.mark.parametrize("part", ["一、情况", "示例，", "一、总体情况", "（一）", " ", "四、其他需要报告的事项、"])
def test_long_texts_take_linear_time(part: str) -> None:
    start = time.perf_counter()
    find_sections(document(TITLES[0], part * (2_000_000 // len(part)), TITLES[5]), forms())
    assert time.perf_counter() - start < HANGS
