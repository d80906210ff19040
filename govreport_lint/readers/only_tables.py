"""Whether a file holds the tables of a report alone, told by what stands in it and not by the name of its format."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Block, Heading, Paragraph, Table

# Below and above tables stand remarks on how they are to be filled in.
_REMARKS = ("注", "说明", "备注", "填表", "填报", "单位")
_LONG = 40


def holds_tables_only(blocks: Sequence[Block]) -> bool:
    """Whether there are tables and no prose beside them; the titles above tables are none."""
    texts = [block.text.text for block in blocks if isinstance(block, Heading | Paragraph)]
    return any(isinstance(block, Table) for block in blocks) and not any(map(_is_prose, texts))


def _is_prose(text: str) -> bool:
    return "。" in text or (len(text) >= _LONG and "，" in text and not text.lstrip("*（(").startswith(_REMARKS))
