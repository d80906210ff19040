"""Organ, kind and year of a report, from its title or from what else it says."""

from __future__ import annotations

import pytest

from govreport_lint.document import Document, Heading, Location, Paragraph, Passage, Run
from govreport_lint.extraction.structure.identity import Identity, find_identity
from govreport_lint.extraction.structure.report_titles import parse_title
from govreport_lint.extraction.structure.sections import find_sections
from govreport_lint.extraction.structure.unit_kinds import kind_of
from govreport_lint.report import UnitKind
from govreport_lint.rulebook.forms import forms

BODY = ("一、总体情况", "全年公开信息86条，没有收到申请。", "六、其他需要报告的事项", "没有收取信息处理费。")


def identity(*lines: str, title: str | None = None, body: tuple[str, ...] = BODY) -> Identity:
    """What is understood of a document that begins with some lines; ``# `` marks a heading."""
    blocks: list[Heading | Paragraph] = []
    for at, line in enumerate((*lines, *body)):
        text = line.removeprefix("# ")
        passage = Passage(text, (Run(0, Location(at * 100, at * 100 + len(text))),))
        blocks.append(Heading(passage, 1) if line.startswith("# ") else Paragraph(passage))
    document = Document("test", "text", None, tuple(blocks), title)
    return find_identity(document, find_sections(document, forms()))


@pytest.mark.parametrize(
    ("text", "organ", "year", "name"),
    [
        ("示范镇人民政府2024年政府信息公开工作年度报告", "示范镇人民政府", 2024, "政府信息公开工作年度报告"),
        ("示例县 示范镇 2025 年政府信息公开工作年度报告", "示例县示范镇", 2025, "政府信息公开工作年度报告"),
        (
            "2019年示例市人民政府办公厅政府信息公开工作年度报告",
            "示例市人民政府办公厅",
            2019,
            "政府信息公开工作年度报告",
        ),
        ("示例县民政局政府信息公开工作2022年度报告", "示例县民政局", 2022, "政府信息公开工作报告"),
        ("示例县民政局2024年度政府信息公开工作年度报告", "示例县民政局", 2024, "政府信息公开工作年度报告"),
        ("示例县民政局关于2022年度政府信息公开情况的报告", "示例县民政局", 2022, "政府信息公开情况的报告"),
        ("示例县2023年政务信息公开年度报告（图片版）", "示例县", 2023, "政务信息公开年度报告"),
        ("示例县人民政府信息公开年报", "示例县人民政府", None, "政府信息公开年报"),
        ("2023年政府信息公开工作年度报告", None, 2023, "政府信息公开工作年度报告"),
        ("示例县审批和政务信息管理局2024年政府信息公开年报", "示例县审批和政务信息管理局", 2024, "政府信息公开年报"),
        ("示例县政务公开办公室政府信息公开2024年年报", "示例县政务公开办公室", 2024, "政府信息公开年报"),
        ("2024年示例县政府信息中心政府信息公开年报", "示例县政府信息中心", 2024, "政府信息公开年报"),
        ("示例县二〇二四年政府信息公开工作年度报告", "示例县", 2024, "政府信息公开工作年度报告"),
    ],
)
def test_a_title_is_taken_apart(text: str, organ: str | None, year: int | None, name: str) -> None:
    words = parse_title(text)
    assert words is not None
    assert (words.organ, words.year, words.document_name) == (organ, year, name)


@pytest.mark.parametrize(
    "text",
    [
        "根据《中华人民共和国政府信息公开条例》编制2024年度报告",
        "关于做好2024年政府信息公开工作年度报告编制工作的通知",
        "首页 > 政府信息公开 > 政府信息公开年报",
        "栏目：政府信息公开年报",
        "政府信息公开指南",
        "2024年政府工作报告",
        "示范镇2024年公开了年度报告。政府信息公开工作取得进展，现报告如下。",
    ],
)
def test_other_lines_are_no_titles(text: str) -> None:
    assert parse_title(text) is None


@pytest.mark.parametrize(
    ("lines", "organ", "year"),
    [
        (("# 示范镇人民政府2024年政府信息公开工作年度报告",), "示范镇人民政府", 2024),
        (("示范镇人民政府", "2024 年政府信息公开工作年度报告"), "示范镇人民政府", 2024),
        (("示例新区示范街道办事处2023年度政府", "信息公开工作年度报告"), "示例新区示范街道办事处", 2023),
        (
            ("示范镇2024年政府信息公开工作年度报告 根据《中华人民共和国政府信息公开条例》编制，",),
            "示范镇",
            2024,
        ),
        (
            (
                "当前位置：首页",
                "示范镇2020年政府信息公开工作年度报告",
                "日期：2021-01-29",
                "示范镇政府信息公开工作年度报告",
            ),
            "示范镇",
            2020,
        ),
        (("政府信息公开年报", "# 示范镇2024年政府信息公开工作年度报告", "政府信息公开年报"), "示范镇", 2024),
    ],
)
def test_the_title_is_found_on_the_page(lines: tuple[str, ...], organ: str, year: int) -> None:
    found = identity(*lines)
    assert found.title is not None
    assert (found.organ, found.year) == (organ, year)


@pytest.mark.parametrize(
    "before",
    [
        ("首页", "政府信息公开", "政府信息公开年报"),
        ("政府信息公开", "政府信息公开年报", "当前位置：首页 > 政府信息公开 > 年报"),
        ("政务公开", "法定主动公开内容"),
        ("政府信息公开指南", "政府信息公开专栏"),
        ("政府部门",),
        ("乡镇街道",),
        ("示范镇要闻", "年报"),
        ("示例县人民政府门户网站",),
    ],
)
def test_titles_are_not_made_of_a_menu(before: tuple[str, ...]) -> None:
    found = identity(*before, "2024年政府信息公开工作年度报告")
    assert found.title is not None
    assert found.title.text == "2024年政府信息公开工作年度报告"
    assert (found.title.organ, found.organ, found.year) == (None, None, 2024)


@pytest.mark.parametrize(
    "organ",
    [
        "示例县",
        "示例综合实验区",
        "示范街道",
        "示例县发展和改革局",
        "示例大学",
        "示例市人民政府办公室",
        "示例海关",
        "示范银行示例县支行",
        "示例县国有林场",
        "示例旗示范苏木",
    ],
)
def test_an_organ_on_a_line_of_its_own_belongs_to_the_title(organ: str) -> None:
    assert identity("首页", organ, "2024年政府信息公开工作年度报告").organ == organ
    assert identity("首页", f"{organ}2024年", "政府信息公开工作年度报告").organ == organ
    assert identity("首页", f"{organ}2024年度政府信息", "公开工作年度报告").organ == organ
    assert identity("首页", organ, "2024年度", "政府信息公开工作年度报告").organ == organ


def test_a_menu_entry_is_no_title() -> None:
    assert identity("首页", "政府信息公开年报", "专题", *["栏目"] * 20).title is None


def test_metadata_and_page_titles_are_the_last_resort() -> None:
    found = identity("标题：示范镇2022年度政府信息公开工作年度报告", "本报告依据条例编制，数据为全年数据。")
    assert (found.organ, found.year) == ("示范镇", 2022)
    assert found.title is not None and found.title.location.start == 3
    page = identity("本报告依据条例编制，数据为全年数据。", title="示范镇2022年政府信息公开年度报告-示例县人民政府")
    assert (page.organ, page.year) == ("示范镇", 2022)


def test_without_a_title_signature_and_text_tell() -> None:
    body = (*BODY, "示例县民政局", "2022年1月20日")
    found = identity("根据条例要求，现将2021年度政府信息公开工作情况报告如下：", body=body)
    assert found == Identity(None, "示例县民政局", UnitKind.DEPARTMENT, 2021)
    period = identity("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。")
    assert (period.title, period.organ, period.year) == (None, None, 2023)
    assert identity("没有说明年份的报告，内容如下。").year is None


@pytest.mark.parametrize(
    ("organ", "kind"),
    [
        ("示例县示范镇人民政府", "township"),
        ("示例县示范乡", "township"),
        ("示范街道办事处", "subdistrict"),
        ("示例市示范街道", "subdistrict"),
        ("示例旗示范苏木", "township"),
        ("示例旗示范苏木人民政府", "township"),
        ("示例地区行政公署", "city"),
        ("示例县人民政府（办公室）", "county"),
        ("示范镇人民政府(办公室)", "township"),
        ("示例海关", "department"),
        ("示范银行示例县支行", "department"),
        ("示例县发展和改革局", "department"),
        ("示例市人民政府办公厅", "department"),
        ("示例市科委", "department"),
        ("示例县卫生健康委员会", "department"),
        ("示例县人民政府", "county"),
        ("示例区", "county"),
        ("示例市", "city"),
        ("示例市人民政府", "city"),
        ("示例省人民政府", "province"),
        ("上海市人民政府", "province"),
        ("示例综合实验区", "other"),
        ("示例经济开发区管理委员会", "other"),
        (None, "other"),
        ("", "other"),
    ],
)
def test_the_kind_is_told_by_the_name(organ: str | None, kind: str) -> None:
    assert kind_of(organ) == kind
