"""The dates of a report and what each is."""

from __future__ import annotations

import time

import pytest
from conftest import HANGS

from govreport_lint.document import Cell, Document, Location, Paragraph, Passage, Run, Table
from govreport_lint.extraction.structure.calendar_dates import find_dates_in
from govreport_lint.extraction.structure.dates import Dates, find_dates
from govreport_lint.extraction.structure.sections import find_sections
from govreport_lint.rulebook.forms import forms

TITLE = "示范镇2024年政府信息公开工作年度报告"
BODY = ("一、总体情况", "全年公开信息86条，没有收到申请。", "六、其他需要报告的事项", "没有收取信息处理费。")


def paragraph(text: str, at: int) -> Paragraph:
    return Paragraph(Passage(text, (Run(0, Location(at, at + len(text))),)))


def dates(*lines: str, after: tuple[str, ...] = (), table: tuple[str, ...] = ()) -> Dates:
    """The dates of a report with some lines before its first section and some after its last one."""
    blocks: list[Paragraph | Table] = []
    if table:
        cells = (Cell(Passage(text, (Run(0, Location(9000, 9010), False),)), 0, i) for i, text in enumerate(table))
        blocks.append(Table((tuple(cells),), Location(9000, 9010)))
    blocks += [paragraph(text, 100 * at) for at, text in enumerate((*lines, *BODY, *after))]
    document = Document("test", "text", None, tuple(blocks))
    return find_dates(document, find_sections(document, forms()))


def roles(found: Dates, *wanted: str) -> list[str | None]:
    return [date.value for date in found.dates if date.role in wanted]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("2025年1月9日", ["2025-01-09"]),
        ("2025 年 1 月 9 日", ["2025-01-09"]),
        ("二〇二五年一月九日", ["2025-01-09"]),
        ("二○二四年十二月三十一日", ["2024-12-31"]),
        ("2025-01-09、2025.1.10、2025/1/11", ["2025-01-09", "2025-01-10", "2025-01-11"]),
        ("2023年2月29日和2024年2月29日", [None, "2024-02-29"]),
        ("202020年12月31日", [None]),
        ("2024年13月1日，2024年4月31日", [None, None]),
        ("2024年1月", []),
        ("2025年元月9日、2025年1月10号、二〇二五年元月十一号", ["2025-01-09", "2025-01-10", "2025-01-11"]),
        ("国办发2025年1月3号文", []),
        ("２０２４年１２月２０日", ["2024-12-20"]),
        ("２０２５年 １月 ９日、２０２５－１－１０、２０２５．１．１１", ["2025-01-09", "2025-01-10", "2025-01-11"]),
        ("电话0533-3081517，页面t20230220_80629", []),
    ],
)
def test_dates_are_read(text: str, values: list[str | None]) -> None:
    assert [date.value for date in find_dates_in(text, dashed=True)] == values


@pytest.mark.parametrize(
    ("line", "start", "end"),
    [
        ("数据的统计期限自2024年1月1日起至2024年12月31日止。", "2024-01-01", "2024-12-31"),
        ("本年度报告所列数据的统计时限为2024年1月1日至12月31日。", "2024-01-01", "2024-12-31"),
        ("数据统计周期为 2024 年 1 月 1 日至 12 月 31 日。", "2024-01-01", "2024-12-31"),
        ("数据统计期限从2019年1月1日到12月31日止。", "2019-01-01", "2019-12-31"),
        ("内容涵盖2019年1月1日至12月31日期间的政府信息公开工作。", "2019-01-01", "2019-12-31"),
        ("统计期限自2020年1月1日起至202020年12月31日止。", "2020-01-01", None),
        ("统计期限为2024年1月—11月。", "2024-01-01", "2024-11-30"),
    ],
)
def test_the_period_is_found(line: str, start: str, end: str | None) -> None:
    found = dates(TITLE, line)
    assert roles(found, "period_start", "period_end") == [start, end]
    assert roles(found, "mention") == []


def test_a_span_in_the_prose_is_no_period() -> None:
    found = dates(TITLE, "培训自2024年3月1日至2024年3月5日举办。")
    assert roles(found, "period_start", "period_end") == []
    assert roles(found, "mention") == ["2024-03-01", "2024-03-05"]


@pytest.mark.parametrize(
    ("after", "value", "organ"),
    [
        (("示范镇人民政府", "2025年1月9日"), "2025-01-09", "示范镇人民政府"),
        (("示范镇人民政府 2025年1月9日",), "2025-01-09", "示范镇人民政府"),
        (("2025年1月9日", "示范镇人民政府"), "2025-01-09", "示范镇人民政府"),
        (("示例县 民政局", "二〇二五年一月九日"), "2025-01-09", "示例县民政局"),
        (("示范镇人民政府", "2025年2月30日"), None, "示范镇人民政府"),
        (("2025年1月9日（此件公开发布）",), "2025-01-09", None),
        (("示例旗示范苏木人民政府", "2025年元月"), "2025-01", "示例旗示范苏木人民政府"),
        (("示例海关", "2025.1"), "2025-01", "示例海关"),
        (("示范银行示例县支行", "编制日期：2025年1月"), "2025-01", "示范银行示例县支行"),
        (("示例县国有林场", "（2025年1月9日印发）"), "2025-01-09", "示例县国有林场"),
        (("2025年1月9号 示例县人民政府（办公室）",), "2025-01-09", "示例县人民政府（办公室）"),
        (("示范镇人民政府", "2025年13月"), None, "示范镇人民政府"),
    ],
)
def test_the_signature_is_found(after: tuple[str, ...], value: str | None, organ: str | None) -> None:
    found = dates(TITLE, after=after)
    assert roles(found, "signature") == [value]
    assert (found.signature and found.signature.text) == organ
    assert roles(found, "mention") == []


@pytest.mark.parametrize(
    "after",
    [
        ("示范镇人民政府",),
        ("版权所有 示例县人民政府", "2026年3月2日"),
        ("全镇于2024年5月6日召开会议，部署工作。",),
        ("2024年没有收取。",),
        ("2024年1月至12月没有收取。",),
        ("示例县财政局", "2024年1月起收取。"),
    ],
)
def test_other_dates_are_no_signature(after: tuple[str, ...]) -> None:
    assert roles(dates(TITLE, after=after), "signature") == []


def test_dates_of_the_page_are_told_apart() -> None:
    found = dates(
        "采集时间：2025-12-30",
        TITLE,
        "发布日期：2025-01-20 09:16 来源：示范镇",
        "本报告依据条例编制，数据为全年数据。",
    )
    assert roles(found, "published") == ["2025-01-20"]
    assert roles(dates(TITLE, "（2025年1月20日）"), "published") == ["2025-01-20"]
    assert roles(dates(TITLE, after=("成文日期：2025年元月20日",)), "published") == ["2025-01-20"]
    table = dates(TITLE, table=("公开日期", "2025-01-17"))
    assert roles(table, "published") == ["2025-01-17"]
    assert roles(table, "signature", "mention") == []


def test_locations_are_those_of_the_printed_dates() -> None:
    found = dates(TITLE, "数据的统计期限自2024年1月1日起至2024年12月31日止。")
    start, end = found.dates
    assert (start.text, end.text) == ("2024年1月1日", "2024年12月31日")
    assert (start.location.start, start.location.end) == (108, 117)
    assert (end.location.start, end.location.end) == (119, 130)


@pytest.mark.parametrize("part", ["2024年", "2024年1月1日至", "统计期限", "1", " ", "2024-"])
def test_long_texts_are_read(part: str) -> None:
    text = part * (1_000_000 // len(part))
    assert all(mention.text in text for mention in dates(TITLE, text).dates if mention.role != "signature")


def test_a_cell_of_nothing_but_dates_is_gone_through_once() -> None:
    start = time.perf_counter()
    found = dates(TITLE, table=("公开日期", "2024年1月1日、" * 60_000))
    assert roles(found, "published") == ["2024-01-01"]
    assert time.perf_counter() - start < HANGS
