"""Chinese numerals as prose writes them: 三, 十二, 两千零五, 一百零三, 三万二.

A section below 万 is read loosely and then written again: only what comes out the same was a numeral.
"""

from __future__ import annotations

import re

CHARACTERS = "〇○零一二两三四五六七八九十百千万亿"

_DIGITS = "零一二三四五六七八九"
_PLACES = (("千", 1000), ("百", 100), ("十", 10), ("", 1))
_SAME = str.maketrans("〇○两", "零零二")
_TERM = re.compile(r"([一二三四五六七八九])([千百十]?)")
# 三千二 is 3200 and 一百一 is 110: the last digit belongs to the next place
_SHORT = re.compile(r".*([千百])[一二三四五六七八九]")
_NEXT = {"千": "百", "百": "十"}
_LONGEST = 24


def parse_chinese(text: str) -> int | None:
    """The whole number from 0 to 10^12 that a numeral says, None for what is none (十百, 三零, 一一)."""
    if len(text) > _LONGEST:
        return None
    return _number(text.translate(_SAME))


def _number(text: str) -> int | None:
    if text == "零":
        return 0
    for mark, size in (("亿", 10**8), ("万", 10**4)):
        head, found, rest = text.partition(mark)
        if found:
            return _above(head, rest, size)
    return _section(text)


def _above(head: str, rest: str, size: int) -> int | None:
    """``head`` times ``size`` with what follows; a place left empty must be told by 零 (一万零三)."""
    high = _number(head)
    if not high or high > 10**4 or (high == 10**4 and size == 10**4):
        return None
    if not rest:
        return high * size
    if len(rest) == 1:
        digit = _DIGITS.find(rest)
        return high * size + digit * size // 10 if digit > 0 else None
    low = _number(rest.removeprefix("零"))
    if not low or low >= size or (low < size // 10 and not rest.startswith("零")):
        return None
    return high * size + low


def _section(text: str) -> int | None:
    full = "一" + text if text.startswith("十") else text
    short = _SHORT.fullmatch(full)
    if short:
        full += _NEXT[short[1]]
    places = dict(_PLACES)
    total = sum(_DIGITS.index(digit) * places[place] for digit, place in _TERM.findall(full))
    return total if total and _written(total) == full else None


def _written(number: int) -> str:
    """The one way to write 1 to 9999 in full; '' for more."""
    text, rest = "", number
    for place, size in _PLACES:
        digit, rest = divmod(rest, size)
        if digit > 9:
            return ""
        if digit:
            text += _DIGITS[digit] + place
        elif text and rest and not text.endswith("零"):
            text += "零"
    return text
