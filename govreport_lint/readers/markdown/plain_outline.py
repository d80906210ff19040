"""The outline of Markdown that has headings and numbered lines and nothing else: most reports.

It is told without markdown-it, whose loading alone takes as long as reading a report; the answer is the same, and
where it might not be there is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

_HEADING = re.compile(r"(#{1,6})(?:[ \t]|$)")
# A number with text behind it that begins no block of its own.
_ITEM = re.compile(r"\d{1,9}[.)](?:[ \t]{1,3}(?![ \t#>*+_`~=-]|\d{1,9}[.)])|$)")
# What begins no block: ``#关键词``, ``1.属于国家秘密``, ``**一是**…``.
_TEXT = re.compile(r"#|\d{1,9}[.)](?![ \t])|(?:\*\*|__)[^\s*_]")


class BlockToken(Struct, frozen=True):
    """A block as markdown-it tells it: its type, its first and last line (exclusive), its tag and its mark."""

    type: str
    map: tuple[int, int]
    tag: str = ""
    markup: str = ""


def plain_outline(outline: str) -> Sequence[BlockToken] | None:
    """The blocks of an outline; None where it takes markdown-it to tell them."""
    found: list[BlockToken] = []
    in_text = False
    for number, line in enumerate(outline.split("\n")):
        if not line:
            in_text = False
        elif heading := _HEADING.match(line):
            found.append(BlockToken("heading_open", (number, number + 1), f"h{len(heading[1])}"))
            in_text = False
        elif _ITEM.match(line):
            if in_text:
                # Whether a number goes on with the text before it or begins a list is not to be told here.
                return None
            found.append(BlockToken("list_item_open", (number, number + 1)))
        elif _TEXT.match(bare := line.lstrip(" \t")) and not _HEADING.match(bare):
            in_text = True
        else:
            return None
    return found
