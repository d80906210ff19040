"""Numbers as prose prints them, each with its place and how exactly it says what it says.

Read are 1,095 and 1，095, full-width digits, Chinese numerals, 万 and 亿, and words that bound (余, 近 …).
Dates, years, document numbers, ordinals, percentages and telephone numbers are not counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from .chinese_numerals import CHARACTERS, parse_chinese
from .first_characters import guarded

Value = int | Decimal

_PLAIN = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_MYRIADS = {"万": 10**4, "亿": 10**8}
_D = "0-9０-９"

# a written number with the words that bound it; no group is named, so patterns may contain it more than once
BEFORE = "不超过|不少于|不到|不足|超过|将近|接近|大约|至少|至多|约|近|超|逾"
AFTER = "余|多|几"
BEHIND = "左右|上下|以上|以下|以内"
_DECIMALS = rf"(?:[.．][{_D}]{{1,9}})?"
DIGITS = rf"(?:[{_D}]{{1,3}}(?:[,，][{_D}]{{3}}){{1,4}}(?![{_D}])|[{_D}]{{1,15}}){_DECIMALS}"
NUMBER = rf"(?:{BEFORE})?(?:(?:{DIGITS})[万亿]?|[{CHARACTERS}]{{1,24}})(?:{AFTER})?[万亿]?"

_NUMBER = re.compile(
    rf"(?P<before>{BEFORE})?(?:(?P<digits>{DIGITS})(?P<myriad>[万亿]?)|(?P<chinese>[{CHARACTERS}]+?))"
    rf"(?P<after>{AFTER})?(?P<late>[万亿]?)(?P<behind>{BEHIND})?"
)
_TELEPHONE = rf"(?<![{_D}])(?:0\d{{2,3}}[-－—]\d{{7,8}}|1[3-9]\d{{9}}|400-?\d{{3}}-?\d{{4}})(?![{_D}])"
_YEAR = rf"(?:[{_D}]{{4}}|[〇○零一二三四五六七八九]{{4}})\s*年度?"
_DAY = rf"[{_D}]{{1,2}}\s*(?:月份?(?:\s*[{_D}]{{1,2}}\s*[日号])?|日)"
_PLACE = "次|批|届|期|条|款|项|个|轮|名|位|方|章|节|季度"
_ORDINAL = rf"第\s{{0,3}}(?:[{_D}]{{1,15}}|[{CHARACTERS}]{{1,24}})(?:{_PLACE})?"
_SHARE = (
    rf"(?<![{_D}])[{_D}]{{1,15}}(?:[.．][{_D}]{{1,9}})?\s*(?:%|％|‰|个?百分点)|百分之[{CHARACTERS}点]{{1,24}}"
)
_REFERENCE = rf"[〔\[［(（]20[{_D}]{{2}}[〕\]］)）]\s*[{_D}]+\s*号?|令第[{_D}]+号"
_LISTED = (
    rf"[{CHARACTERS}](?=是|要|类|审|校|级|站|微|公[^里斤]|安全)|三审三校|[（(][{CHARACTERS}{_D}]{{1,3}}[）)]"
    "|同一|统一|唯一|万一|进一步|一律|一致|一定"
)
_NOT_COUNTS = "|".join((_TELEPHONE, _REFERENCE, _DAY, _SHARE, _ORDINAL, _LISTED))
_SCAN = re.compile(rf"(?P<other>{_YEAR}|{_NOT_COUNTS})|(?<![{_D}A-Za-z.．])(?P<number>{NUMBER}(?:{BEHIND})?)")
_OTHER = re.compile(guarded(_NOT_COUNTS))


class Number(Struct, frozen=True):
    """A printed number. ``value`` is set when it is exact; else ``low`` and ``high`` bound it (inclusive)."""

    start: int
    end: int
    text: str
    value: Value | None
    low: Value | None = None
    high: Value | None = None


def find_numbers(text: str) -> Iterator[Number]:
    """The counts in a text, in order; what is no count (dates, ordinals, percentages …) is passed over."""
    for match in _SCAN.finditer(text):
        if match["number"]:
            number = read_number(match["number"], match.start())
            if number:
                yield number


def hide_other_numbers(text: str, mark: str) -> str:
    """The text with every number that is neither a count nor a year replaced by as many ``mark``."""
    return _OTHER.sub(lambda match: mark * len(match[0]), text)


def read_number(text: str, start: int = 0) -> Number | None:
    """The number that a text says, bounds and all; None when it says none."""
    match = _NUMBER.fullmatch(text)
    if not match:
        return None
    value = _digits(match) if match["digits"] else _chinese(match)
    if value is None:
        return None
    low, high = _bounds(match, value)
    exact = low is None and high is None
    return Number(start, start + len(text), text, value if exact else None, low, high)


def _digits(match: re.Match[str]) -> Value | None:
    plain = match["digits"].translate(_PLAIN).replace(",", "")
    size = _MYRIADS.get(match["myriad"] or match["late"], 1)
    number = Decimal(plain) * size
    return int(number) if number == int(number) else number


def _chinese(match: re.Match[str]) -> Value | None:
    return parse_chinese(match["chinese"] + (match["late"] or ""))


def _bounds(match: re.Match[str], value: Value) -> tuple[Value | None, Value | None]:
    """(low, high) of what is not exact, (None, None) of what is.

    Of 万 and 亿 the last printed digit is taken to be rounded: half a unit of it to either side.
    """
    words = (match["before"] or "", match["after"] or "", match["behind"] or "")
    if any(word in ("超过", "超", "逾", "至少", "不少于", "余", "多", "几", "以上") for word in words):
        return value, None
    if any(
        word in ("不足", "不到", "近", "将近", "接近", "至多", "不超过", "以下", "以内") for word in words
    ):
        return None, value
    if any(words):
        return _whole(value * Decimal("0.9")), _whole(value * Decimal("1.1"))
    if match["myriad"]:
        decimals = len(match["digits"].translate(_PLAIN).partition(".")[2])
        half = Decimal(_MYRIADS[match["myriad"]]) / (2 * 10**decimals)
        return _whole(value - half), _whole(value + half)
    return None, None


def _whole(value: Value) -> Value:
    return int(value) if value == int(value) else value
