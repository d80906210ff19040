"""Numbers as printed in prose: what is a count, how exact it is, and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport_lint.extraction.chinese_numerals import parse_chinese
from govreport_lint.extraction.prose.sentences.numbers import Number, mentions

DIGITS = "零一二三四五六七八九"


def section_in_chinese(number: int) -> str:
    """1 to 9999 as it is written, 零 for a gap."""
    text, gap = "", False
    for place, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
        digit = number // size % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + place
        gap = not digit
    return text


def in_chinese(number: int) -> str:
    """0 to 10^12 as it is written."""
    if number == 0:
        return "零"
    if number >= 10**8:
        high, low = divmod(number, 10**8)
        return in_chinese(high) + "亿" + joined(low, 10**7)
    if number >= 10**4:
        high, low = divmod(number, 10**4)
        return section_in_chinese(high) + "万" + joined(low, 1000)
    return section_in_chinese(number)


def joined(low: int, full: int) -> str:
    return "" if not low else in_chinese(low) if low >= full else "零" + in_chinese(low)


@given(st.integers(0, 10**12))
def test_every_number_is_read_back(number: int) -> None:
    assert parse_chinese(in_chinese(number)) == number


@given(st.integers(0, 99999))
def test_small_numbers_are_read_back(number: int) -> None:
    written = in_chinese(number)
    assert parse_chinese(written) == number
    assert parse_chinese(written.replace("零", "〇")) == number
    if written.startswith("一十"):
        assert parse_chinese(written[1:]) == number


@given(st.text(alphabet="〇零一二两三四五六七八九十百千万亿", max_size=12))
def test_what_is_read_can_be_written(text: str) -> None:
    number = parse_chinese(text)
    assert number is None or (0 <= number <= 10**12 and parse_chinese(in_chinese(number)) == number)


def number_in(text: str) -> Number | None:
    """The number that the whole text is, where it is counted in 件; None where it is none."""
    at = len(text) - 2 if text.endswith(("以上", "以下", "左右")) else len(text)
    found = [mention for mention in mentions(f"{text[:at]}件{text[at:]}", ("件",)) if mention.number]
    return found[0].number if len(found) == 1 and found[0].start == 0 and found[0].end == len(text) + 1 else None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两千零五", 2005),
        ("一百零三", 103),
        ("十二", 12),
        ("三十", 30),
        ("一百一", 110),
        ("三千二", 3200),
        ("三万二", 32000),
        ("两万五千", 25000),
        ("一亿零一", 100000001),
        ("〇", 0),
    ],
)
def test_usual_numerals(text: str, number: int) -> None:
    assert parse_chinese(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "百",
        "千",
        "万",
        "亿",
        "十百",
        "三零",
        "零三",
        "一一",
        "二〇二四",
        "一万零",
        "百一",
        "一千一千",
        "十十",
        "三千五十",
        "一百百",
        "万一",
        "零零",
        "一二三",
        "一亿亿",
        "十万万",
        "一" * 40,
    ],
)
def test_nonsense_is_refused(text: str) -> None:
    assert parse_chinese(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("1,095", 1095),
        ("1，095", 1095),
        ("12,345,678", 12345678),
        ("3.50", Decimal("3.50")),
        ("一百零三", 103),
        ("两", 2),
        ("0", 0),
    ],
)
def test_exact_numbers(text: str, value: object) -> None:
    number = number_in(text)
    assert number is not None
    assert (number.value, number.low, number.high) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("18万余", 180000, None),
        ("100余", 100, None),
        ("十余", 10, None),
        ("超过50", 50, None),
        ("逾30", 30, None),
        ("近200", None, 200),
        ("不足10", None, 10),
        ("不到三", None, 3),
        ("50以上", 50, None),
        ("50以下", None, 50),
        ("约100", 90, 110),
        ("100左右", 90, 110),
        ("2764.2万", 27641500, 27642500),
        ("3万", 25000, 35000),
        ("258.5亿", 25845000000, 25855000000),
    ],
)
def test_bounds_are_never_exact(text: str, low: int | None, high: int | None) -> None:
    number = number_in(text)
    assert number is not None
    assert (number.value, number.low, number.high) == (None, low, high)


@pytest.mark.parametrize("text", ["", "件", "百", "1,09", "12a", "万", "，095", "余"])
def test_no_number(text: str) -> None:
    assert number_in(text) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("收到1,095件、答复９件", ["1,095", "９"]),
        ("公开信息18万余条，办件2764.2万宗", ["18万余", "2764.2万"]),
        ("2024年1月5日收到3件", ["3"]),
        ("依据国办公开办函〔2021〕30号答复三件", ["三"]),
        ("征求第三方意见，三类信息，一是公开，落实三审三校", []),
        ("条例第二十条第（一）项、（三）不予公开", []),
        ("办结率100%，上升5个百分点，占百分之十二", []),
        ("电话0533-3081517，手机13800001111", []),
        ("二〇二四年受理五件", ["五"]),
        ("12，34个数，两个", ["12", "34", "两"]),
        ("进一步统一标准，一律公开", []),
    ],
)
def test_counts_in_prose(text: str, found: list[str]) -> None:
    numbers = [mention.number for mention in mentions(text, ()) if mention.number]
    assert [number.text for number in numbers] == found
    assert all(text[number.start : number.end] == number.text for number in numbers)
