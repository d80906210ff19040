"""Numbers as prose prints them, each with its place and how exactly it says what it says.

Read are 1,095 and 1，095, full-width digits, Chinese numerals, 万 and 亿, and words that bound (余, 近 …).
Dates, years, document numbers, ordinals and telephone numbers are not counts; percentages are shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from msgspec import Struct

from ...chinese_numerals import CHARACTERS, parse_chinese

Value = int | Decimal

WIDTHS = str.maketrans("０１２３４５６７８９．％，", "0123456789.%,")
# Chinese numerals as Latin-1 characters: a class of far apart characters takes ten times as long to compile
_CODED = str.maketrans(CHARACTERS, "".join(map(chr, range(0xE0, 0xE0 + len(CHARACTERS)))))
_PLAIN = WIDTHS | _CODED
_DECODED = {code: character for character, code in _CODED.items()}
_N = f"[\xe0-{chr(0xDF + len(CHARACTERS))}]"
_MYRIADS = {"万": 10**4, "亿": 10**8}
_MYRIAD = "[万亿]".translate(_CODED)

_BEFORE = "不超过|不少于|不到|不足|超过|将近|接近|大约|至少|至多|约|近|超|逾"
_AFTER = "余|多|几"
_BEHIND = "左右|上下|以上|以下|以内"
_DIGITS = r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,4}(?![0-9])|[0-9]{1,15})(?:\.[0-9]{1,9})?"
_NUMBER = (
    rf"(?:(?P<before>{_BEFORE}))?(?:(?P<digits>{_DIGITS})(?P<myriad>{_MYRIAD}?)|(?P<chinese>{_N}{{1,24}}))"
    rf"(?P<after>{_AFTER})?(?P<late>{_MYRIAD}?)"
)
_SHARE = rf"(?<![0-9])[0-9]{{1,15}}(?:\.[0-9]{{1,9}})?\s*(?:%|‰|个?百分点)|百分之[{_N[1:-1]}点]{{1,24}}"
_TELEPHONE = r"(?<![0-9])(?:0\d{2,3}[-－—]\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?![0-9])"
_YEAR = rf"(?:[0-9]{{4}}|{_N}{{4}})\s*年度?"
_DAY = r"[0-9]{1,2}\s*(?:月份?(?:\s*[0-9]{1,2}\s*[日号])?|日)"
_ORDINAL = rf"第\s{{0,3}}(?:[0-9]{{1,15}}|{_N}{{1,24}})(?:次|批|届|期|条|款|项|个|轮|名|位|方|章|节)?"
_REFERENCE = r"[〔\[［(（]20[0-9]{2}[〕\]］)）]\s*[0-9]+\s*号?|令第[0-9]+号"
_LISTED = (
    rf"{_N}(?=是|要|类|审|校|级|站|微|公[^里斤]|安全)|三审三校|[（(](?:{_N}|[0-9]){{1,3}}[）)]"
    "|同一|统一|唯一|万一|进一步|一律|一致|一定"
)
_OTHER = "|".join((_TELEPHONE, _REFERENCE, _DAY, _ORDINAL, _LISTED))

# A number beyond it counts nothing, nor can every format of data hold it.
_BEYOND = 10**15


class Number(Struct, frozen=True):
    """A printed number. ``value`` is set when it is exact; else ``low`` and ``high`` bound it (inclusive)."""

    start: int
    end: int
    text: str
    value: Value | None
    low: Value | None = None
    high: Value | None = None


class Mention(Struct, frozen=True):
    """Figures in a text from ``start`` to ``end``: a ``count`` (with its ``number`` and, where units were asked
    for, its ``unit``), a ``share`` (a percentage), a ``year``, or ``other`` that is none of these."""

    kind: str
    start: int
    end: int
    number: Number | None = None
    unit: str = ""


def mentions(text: str, units: tuple[str, ...]) -> Iterator[Mention]:
    """All figures of a text, in order; only numbers before one of ``units`` (expressions) if any are given."""
    for match in _scanner(units).finditer(text.translate(_PLAIN)):
        if match.lastgroup != "end":
            yield Mention(match.lastgroup or "other", match.start(), match.end())
            continue
        number = _read(match, text)
        if number:
            yield Mention("count", match.start(), match.end(), number, match["unit"] if units else "")


@cache
def _scanner(units: tuple[str, ...]) -> re.Pattern[str]:
    unit = f"(?P<unit>{'|'.join(units).translate(_CODED)})" if units else ""
    apart = r"(?<![0-9A-Za-z.])(?<![0-9]\s)" if units else "(?<![0-9A-Za-z.])"
    count = rf"{apart}{_NUMBER}{unit}(?:(?P<behind>{_BEHIND}))?(?P<end>)"
    first = "0-9第百令同统唯万进一三〔［（" + "".join(sorted({word[0] for word in _BEFORE.split("|")}))
    kinds = rf"(?P<share>{_SHARE})|(?P<year>{_YEAR})|(?P<other>{_OTHER})|{count}"
    return re.compile(rf"(?=[{_N[1:-1]}\[({first}])(?:{kinds})".translate(_CODED))


def _read(match: re.Match[str], text: str) -> Number | None:
    value = _digits(match) if match["digits"] else _chinese(match)
    if value is None:
        return None
    low, high = _bounds(match, value)
    exact = low is None and high is None
    start = match.start("before") if match["before"] else match.start("digits" if match["digits"] else "chinese")
    end = match.end("late")
    return Number(start, end, text[start:end], value if exact else None, low, high)


def _digits(match: re.Match[str]) -> Value | None:
    plain = match["digits"].replace(",", "").replace("，", "")
    size = _MYRIADS.get((match["myriad"] or match["late"]).translate(_DECODED), 1)
    number = Decimal(plain) * size
    if number >= _BEYOND:
        return None
    return int(number) if number == int(number) else number


def _chinese(match: re.Match[str]) -> Value | None:
    return parse_chinese((match["chinese"] + match["late"]).translate(_DECODED))


def _bounds(match: re.Match[str], value: Value) -> tuple[Value | None, Value | None]:
    """(low, high) of what is not exact, (None, None) of what is.

    Of 万 and 亿 the last printed digit is taken to be rounded: half a unit of it to either side.
    """
    words = (match["before"] or "", match["after"] or "", match["behind"] or "")
    if any(word in ("超过", "超", "逾", "至少", "不少于", "余", "多", "几", "以上") for word in words):
        return value, None
    if any(word in ("不足", "不到", "近", "将近", "接近", "至多", "不超过", "以下", "以内") for word in words):
        return None, value
    if any(words):
        return _whole(value * Decimal("0.9")), _whole(value * Decimal("1.1"))
    if match["myriad"]:
        decimals = len(match["digits"].partition(".")[2])
        half = Decimal(_MYRIADS[match["myriad"].translate(_DECODED)]) / (2 * 10**decimals)
        return _whole(value - half), _whole(value + half)
    return None, None


def _whole(value: Value) -> Value:
    return int(value) if value == int(value) else value
