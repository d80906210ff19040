"""What stands in a cell: a number, nothing, a dash, or something else. Never a guess."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from .report import State

# A longer row of digits counts nothing.
_LONGEST = 24
_DASHES = {
    "/", "\\", "-", "--", "—", "——", "–", "―", "−", "无", "N/A", "n/a", "NA", "无数据", "×", "*",
    "──", "───", "不适用", "暂无", "不涉及",
}  # fmt: skip
_ZEROS = {"零", "〇"}
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# Marks that lead to a note: circled and bracketed numbers, raised ones, stars behind a digit.
_MARKS = re.compile(
    r"[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u00b9\u00b2\u00b3\u2070-\u2079]+"
    r"|(?<=\d)\s*(?:\[\^?[^\[\]]{1,4}\]|[*＊※†‡]+)\s*$"
)
# Characters that nobody sees: zero-width, direction and joining marks, tags.
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f]+"
)
_NOTE = re.compile(r"[(][^()]*[)]$")
_MONEY = re.compile(r"(?:万|亿)?元$")
_LEADING_ZERO = re.compile(r"[+-]?0\d")
_LABEL_NUMBERING = re.compile(r"\d+\s*[.、．)）](?!\d)")
_VALUE = re.compile(r"(?:约|近|超|逾|共)?\s*[+\-−]?\d")
_PROSE = re.compile(r"[\u4e00-\u9fff]{4}")

Value = int | Decimal | None


@lru_cache(maxsize=4096)
def compact(text: str) -> str:
    """The printed text of a cell with full-width forms folded and the white space around it gone."""
    return unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).replace("−", "-").strip(" \t\r\n\u00a0\u3000")


@lru_cache(maxsize=4096)
def read_cell(text: str, column_type: str = "count") -> tuple[State, Value]:
    """State and value of a printed cell of a column of a form (``count``, ``change`` or ``amount``).

    ``22（其中修订16件）`` is a number with a note, ``27①``, ``27²``, ``27[^1]`` and ``27*`` are with the mark of one;
    an amount may carry 元 or 万元; ``3件``, ``约10``, ``1 2`` and ``007`` are text: what they mean is the office's to
    say.
    """
    bare = _MARKS.sub("", text)
    # Nothing but marks is no number: a circled 1 read as 1 would be a figure that nobody printed.
    if bare != text and not bare.strip():
        return State.TEXT, None
    printed = compact(bare)
    if not printed:
        return State.BLANK, None
    if printed in _DASHES:
        return State.DASH, None
    if printed in _ZEROS:
        return State.ZERO, 0
    number = _NOTE.sub("", printed).strip() if _NUMBER.match(printed) else printed
    if column_type == "amount":
        number = _MONEY.sub("", number).strip()
    if not _NUMBER.fullmatch(number) or _LEADING_ZERO.match(number) or len(number) > _LONGEST:
        return State.TEXT, None
    value = _value(number.replace(",", ""))
    return (State.ZERO if value == 0 else State.NUMBER), value


def _value(number: str) -> int | Decimal:
    if "." not in number:
        return int(number)
    value = Decimal(number)
    return int(value) if value == 0 else value


def is_blank(text: str) -> bool:
    """Whether nothing is printed."""
    return not compact(text)


@lru_cache(maxsize=4096)
def is_value(text: str) -> bool:
    """Whether a cell belongs to the figures of its row rather than to its label; a blank one is neither."""
    printed = compact(text)
    if printed in _DASHES or printed in _ZEROS:
        return True
    if _LABEL_NUMBERING.match(printed) and not _NUMBER.fullmatch(printed):
        return False
    return bool(_VALUE.match(printed)) and not _PROSE.search(_NOTE.sub("", printed))
