"""The text that a workbook shows for a value, as far as a report's figures need it."""

from __future__ import annotations

import datetime
import re
import sys
from decimal import ROUND_HALF_UP, Context, Decimal

# What a format adds for the looks: colours and conditions, widths, fillers.
_DECORATION = re.compile(r"\[[^\]]*\]|_.|\*.")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"[#0?][#0?,]*(?:\.([0#?]*))?")
_DATE = re.compile(r"[ymdhs年月日]", re.IGNORECASE)
# Office shows eleven digits of a number that has no format of its own.
_GENERAL_DIGITS = 11
# A spreadsheet holds numbers in 64 bits, whose largest has 309 digits, and prints no more than thirty decimals. What
# is no number to it stands as its own sign for that.
_MOST_DECIMALS, _MOST_PERCENTS, _NO_NUMBER = 30, 4, "#NUM!"
_EXACT = Context(prec=309 + _MOST_DECIMALS + 2 * _MOST_PERCENTS)


def shown(value: object, number_format: str) -> str:
    """The value as printed: ``12.0`` → 12, ``0.339`` in ``0.0%`` → 33.9%, a day as 2025年1月20日."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime.datetime | datetime.date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, int | float):
        return _number(value, number_format)
    return str(value).strip()


def _number(value: float, number_format: str) -> str:
    # So put, what is not a number at all is caught too.
    if not abs(value) <= sys.float_info.max:
        return _NO_NUMBER
    if _shows_nothing(value, number_format):
        return ""
    section = _DECORATION.sub("", number_format.split(";", maxsplit=1)[0])
    literals = [first or second for first, second in _LITERAL.findall(section)]
    plain = _LITERAL.sub("", section)
    match = _NUMBER.search(plain)
    if number_format == "General" or match is None or "E+" in plain or "/" in plain:
        return _general(value)
    percent, places = plain.count("%"), match[1] or ""
    if percent > _MOST_PERCENTS or len(places) > _MOST_DECIMALS:
        return _general(value)
    exact = Decimal(repr(value)).scaleb(2 * percent, _EXACT)
    rounded = exact.quantize(Decimal(1).scaleb(-len(places)), ROUND_HALF_UP, _EXACT)
    text = f"{rounded:,f}" if "," in match[0] else f"{rounded:f}"
    if places.endswith("#") and "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}{'%' * percent}{''.join(literals)}"


def _shows_nothing(value: float, number_format: str) -> bool:
    """Whether the part of a format that a number falls to is empty (``;;;``, ``0;-0;``)."""
    parts = number_format.split(";")
    if len(parts) < 2 or "[" in number_format:
        return False
    own = parts[2] if value == 0 and len(parts) > 2 else parts[1] if value < 0 else parts[0]
    return not own


def _general(value: float) -> str:
    if value == int(value) and abs(value) < 10**_GENERAL_DIGITS:
        return str(int(value))
    return f"{value:.{_GENERAL_DIGITS - 1}g}" if abs(value) >= 1 else f"{value:.9g}"
