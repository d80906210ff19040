"""Texts that were spoilt before they came here: what they said cannot be known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...document import Block, Document, Heading, Paragraph, Passage, Table
from ...language import Text

# Replacement characters, characters of nobody's alphabet, and what becomes of bytes decoded twice.
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff]|锟斤拷|烫烫|屯屯")
_LEAST = 3


def garbled_parts(document: Document) -> tuple[Text, ...]:
    """The spoilt texts of a document in one sentence; empty where there are none."""
    found = [passage for passage in _passages(document.blocks) if _is_garbled(passage.text)]
    if not found:
        return ()
    line = (document.source or "").count("\n", 0, found[0].location.start) + 1
    zh = f"有 {len(found)} 处乱码（第一处在第 {line} 行），无法读取"
    return (Text(zh, f"{len(found)} garbled texts (the first in line {line}) cannot be read"),)


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            for row in block.rows:
                yield from (cell.text for cell in row)


def _is_garbled(text: str) -> bool:
    """Whether a third of a text or more is garbage."""
    if text.isascii():
        return False
    garbage = [match.group() for match in _GARBAGE.finditer(text)]
    return len(garbage) >= _LEAST and 3 * sum(map(len, garbage)) >= len(text)
