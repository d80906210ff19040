"""What stands in a cell: a number, nothing, a dash, or something else. Never a guess."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from .invisible import without_invisible
from .remembered import remembered
from .report import State

# A longer row of digits counts nothing, nor can every format of data hold it.
MOST_DIGITS = 15
_LONGEST = 24
# Words for none: whoever writes them says that there is no number here.
_NONE = {
    "无", "没有", "暂无", "不适用", "不涉及", "未涉及", "无涉及", "未发生", "不存在", "无此项", "无数据", "暂无数据",
    "n/a", "na", "nil", "none", "×", "*",
}  # fmt: skip
_DASHES = re.compile(r"(?:[-/\\\u2010-\u2015\u2500\u2501\u30fc~～]\s?){1,8}")
_ZEROS = {"零", "〇", "○"}
_NUMBER = re.compile(r"[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
# Marks that lead to a note: circled and bracketed numbers, raised ones, stars behind a digit.
_MARKS = re.compile(
    r"[\u2460-\u24ff\u2776-\u2793\u3220-\u3229\u3280-\u3289\u00b9\u00b2\u00b3\u2070-\u2079]+"
    r"|(?<=\d)\s*(?:\[\^?[^\[\]]{1,4}\]|[*＊※†‡]+)\s*$"
)
_NOTE = re.compile(r"[(][^()]*[)]$")
_PARTED = re.compile(r"\d+(?:\s+\d+)+")
_MONEY = re.compile(r"(?:万|亿)?元$")
_LEADING_ZERO = re.compile(r"[+-]?0\d")
_LABEL_NUMBERING = re.compile(r"\d+\s*[.、．)）](?!\d)")
_VALUE = re.compile(r"(?:约|近|超|逾|共)?\s*[+\-−]?\d")
_PROSE = re.compile(r"[\u4e00-\u9fff]{4}")

Value = int | Decimal | None


@remembered
def compact(text: str) -> str:
    """The printed text of a cell with full-width forms folded and the white space around it gone."""
    return unicodedata.normalize("NFKC", without_invisible(text)).replace("−", "-").strip(" \t\r\n\u00a0\u3000")


@remembered
def read_cell(text: str, column_type: str = "count") -> tuple[State, Value]:
    """State and value of a printed cell of a column of a form (``count``, ``change`` or ``amount``).

    ``22（其中修订16件）`` is a number with a note, ``27①``, ``27²``, ``27[^1]`` and ``27*`` are with the mark of one;
    an amount may carry 元 or 万元; ``3件``, ``约10``, ``1 2`` and ``007`` are text: what they mean is the office's to
    say; so is a number of more than 15 digits, which counts nothing.
    """
    bare = without_marks(text)
    # Nothing but marks is no number: a circled 1 read as 1 would be a figure that nobody printed.
    if bare != text and not bare.strip():
        return State.TEXT, None
    printed = compact(bare)
    if not printed:
        return State.BLANK, None
    if _is_dash(printed):
        return State.DASH, None
    if printed in _ZEROS:
        return State.ZERO, 0
    number = _NOTE.sub("", printed).strip() if _NUMBER.match(printed) else printed
    if column_type == "amount":
        number = _MONEY.sub("", number).strip()
    if not _NUMBER.fullmatch(number) or _LEADING_ZERO.match(number) or len(number) > _LONGEST:
        return State.TEXT, None
    value = _value(number.replace(",", ""))
    if abs(value) >= 10**MOST_DIGITS:
        return State.TEXT, None
    return (State.ZERO if value == 0 else State.NUMBER), value


def _value(number: str) -> int | Decimal:
    if "." not in number:
        return int(number)
    value = Decimal(number)
    return int(value) if value == 0 else value


def without_marks(text: str) -> str:
    """The text without the marks that lead to notes (``27①``, ``27[^1]``, ``27*``)."""
    return _MARKS.sub("", text)


def _is_dash(printed: str) -> bool:
    return printed.lower() in _NONE or bool(_DASHES.fullmatch(printed))


@remembered
def is_substitute(text: str) -> bool:
    """Whether a dash or a word (无, 不适用, 零) stands where a figure belongs."""
    printed = compact(text)
    return _is_dash(printed) or printed in _ZEROS


def is_parted(text: str) -> bool:
    """Whether digits stand apart that may be one number (``4 1``)."""
    return bool(_PARTED.fullmatch(compact(without_marks(text))))


def is_blank(text: str) -> bool:
    """Whether nothing is printed."""
    return not compact(text)


@remembered
def is_value(text: str) -> bool:
    """Whether a cell belongs to the figures of its row rather than to its label; a blank one is neither."""
    printed = compact(text)
    if is_substitute(text):
        return True
    if _LABEL_NUMBERING.match(printed) and not _NUMBER.fullmatch(printed):
        return False
    return bool(_VALUE.match(printed)) and not _PROSE.search(_NOTE.sub("", printed))
