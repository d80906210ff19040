"""Pages that were cut off on their way: how far they go, and what says so."""

from __future__ import annotations

import re

_PAGE_START = re.compile(r"<html[\s>]", re.IGNORECASE)
_PAGE_END = re.compile(r"</html", re.IGNORECASE)
_TABLE_TAG = re.compile(r"<(/?)table\b", re.IGNORECASE)
_HALF_TAG = re.compile(r"<[a-zA-Z/!?]")


def whole_tags(text: str) -> int:
    """Where the last tag is over: browsers drop one that the file ends in."""
    half_tag = _HALF_TAG.search(text, text.rfind(">") + 1)
    return half_tag.start() if half_tag else len(text)


def cut_short(text: str, whole: int) -> str | None:
    """What the page lacks at its end; None for a whole page, or a whole piece of one. ``whole``: see ``whole_tags``."""
    if _PAGE_END.search(text):
        return None
    if _PAGE_START.search(text):
        return "缺少 </html>"
    if whole < len(text):
        return "在标签中间断开"
    tags = _TABLE_TAG.findall(text)
    return "最后一个表格缺少 </table>" if tags and not tags[-1] else None
