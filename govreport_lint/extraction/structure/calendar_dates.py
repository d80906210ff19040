"""Reading a date as people write it: 2025年1月9日, 2025-01-09, 二〇二五年元月九号; without its day: 2025年1月."""

from __future__ import annotations

import datetime
import re

from msgspec import Struct

_YEAR = r"(?<!\d)((?:19|20)\d{2,4}|[二一][〇○零Oo0九][〇○零一二三四五六七八九]{2})"
_DAY = r"(\d{1,2}|[一二三四五六七八九十]{1,3})"
_MONTH = r"(\d{1,2}|[一二三四五六七八九十]{1,3}|元)"
_END = r"(?:日|号(?![文令楼院]))"
WRITTEN = re.compile(rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*{_END}")
DASHED = re.compile(rf"{_YEAR}\s*[-./／—]\s*{_DAY}\s*[-./／—]\s*{_DAY}(?!\d)")
_MONTH_ALONE = re.compile(
    rf"{_YEAR}\s*(?:年\s*{_MONTH}\s*月(?:份|[上中下]旬|底|初|末)?|[-./]\s*(\d{{1,2}}))(?!\s*[\d一二三四五六七八九十至到—–~～.年月日/-])"
)
RANGE = re.compile(
    rf"{_YEAR}\s*年\s*{_MONTH}\s*月\s*{_DAY}\s*{_END}\s*(?:零时)?\s*起?\s*[，,]?\s*(?:至|到|[-—－–~～]{{1,3}})\s*"
    rf"(?:(\d{{4,6}}|[二〇○零一三四五六七八九]{{4}})\s*年\s*)?{_MONTH}\s*月\s*{_DAY}\s*{_END}"
)
MONTHS = re.compile(rf"{_YEAR}\s*年\s*{_MONTH}\s*月?\s*(?:至|到|[-—－–~～]{{1,3}})\s*{_DAY}\s*月(?!\s*\d)")
_DIGITS = {character: digit for digit, character in enumerate("〇一二三四五六七八九")} | {
    "○": 0, "零": 0, "O": 0, "o": 0, "0": 0,
}  # fmt: skip
_WIDTHS = str.maketrans("０１２３４５６７８９．／－", "0123456789./-")


class DateText(Struct, frozen=True):
    """A date in a text: ISO value (None: there is no such day; a month alone is ``2025-01``) and its place."""

    value: str | None
    start: int
    end: int


def plain_digits(text: str) -> str:
    """The text with its full-width digits and points as plain ones, letter for letter."""
    return text.translate(_WIDTHS)


def find_dates_in(text: str, dashed: bool = False) -> list[DateText]:
    """The full dates in a text; ``dashed``: also 2025-01-09, 2025.1.9 and 2025/1/9."""
    text = plain_digits(text)
    found = [DateText(iso(*match.groups()), *match.span()) for match in WRITTEN.finditer(text)]
    if dashed:
        found += [DateText(iso(*match.groups()), *match.span()) for match in DASHED.finditer(text)]
    return sorted(found, key=lambda date: date.start)


def find_month_in(text: str) -> DateText | None:
    """The first month that a text names with its year and without a day."""
    match = _MONTH_ALONE.search(plain_digits(text))
    if match is None:
        return None
    day = last_day(match[1], match[2] or match[3])
    return DateText(day[:7] if day else None, *match.span())


def iso(year: str, month: str, day: str) -> str | None:
    """The date as ISO, None when there is no such day."""
    try:
        return datetime.date(_year(year), _number(month), _number(day)).isoformat()
    except ValueError:
        return None


def last_day(year: str, month: str) -> str | None:
    """The last day of a month as ISO, None when there is no such month."""
    try:
        first = datetime.date(_year(year), _number(month), 1)
    except ValueError:
        return None
    following = (first + datetime.timedelta(days=31)).replace(day=1)
    return (following - datetime.timedelta(days=1)).isoformat()


def _year(text: str) -> int:
    return int("".join(str(_DIGITS.get(character, character)) for character in text))


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    tens, found, units = text.partition("十")
    if not found:
        return _DIGITS[text] if len(text) == 1 else 99
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS.get(units, 99) if units else 0)
