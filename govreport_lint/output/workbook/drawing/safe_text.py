"""Text of reports as it may stand in a cell: never a formula, a link, markup or more than a cell can hold."""

from __future__ import annotations

import re

from ...words.printable import printable

# What Excel and WPS hold in a cell, less what is said of the rest.
MOST = 32_767
_CUT = "……（余下从略，全文见年报）"
_BREAKS = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_UNFIT = re.compile("[\ufffe\uffff]")
# What a program may take for the beginning of a formula when a cell is edited again.
_LEADS = tuple("=+-@＝＋－＠|%\t")


def safe(text: str) -> str:
    """The text with its line breaks, without control characters, and cut where it is too long for a cell."""
    kept = seen_whole(text).strip()
    if fits(kept):
        return kept
    room = (MOST - len(_CUT)) * 2
    return kept.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT


def seen_whole(text: str) -> str:
    """The same, uncut and with the white space around it."""
    return "\n".join(printable(line) for line in _BREAKS.split(_UNFIT.sub("", text)))


def fits(text: str) -> bool:
    """Whether a cell can hold it: what counts is the characters of UTF-16."""
    return len(text.encode("utf-16-le")) // 2 <= MOST


def leads_formula(text: str) -> bool:
    """Whether a text begins like a formula: its cell is then marked as text, whoever edits it."""
    return text.startswith(_LEADS)
