"""Copies in a page: the report once for computers and once for phones, the first columns of a table once more."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from ...document import Block, Heading, Paragraph, Table
from ...language import Text

_NOTE = Text(
    "网页里同一份年报有两份（如电脑版、手机版各一份），只检查一份",
    "the page holds the same report twice (as for computers and for phones); one was checked",
)
_SMALLEST_TABLE = 3
_SHORTEST_TEXT = 10
_LONGEST_TITLE = 60
# So many of the texts of a second copy stand in the first; the reports of two units share far fewer.
_SAME_TEXTS = 0.6


def without_copies(blocks: Sequence[Block]) -> tuple[list[Block], tuple[Text, ...]]:
    """The blocks without what only repeats others for the looks of the page, and what is to be told of it."""
    kept = _without_column_copies(blocks)
    keys = [_key(block) for block in kept]
    start = _second_copy(kept, keys)
    if start is None:
        return kept, ()
    first = set(keys[:start])
    rest = [block for block, key in zip(kept[start:], keys[start:], strict=True) if key not in first]
    return kept[:start] + rest, (_NOTE,)


def _key(block: Block) -> Hashable:
    if isinstance(block, Heading | Paragraph):
        return "".join(block.text.text.split())
    if isinstance(block, Table):
        return tuple(tuple(cell.text.text for cell in row) for row in block.rows)
    return id(block)


def _second_copy(blocks: Sequence[Block], keys: Sequence[Hashable]) -> int | None:
    """Where the second of two copies of a report begins: two of its tables and most of its texts are the same.

    Two titles are those of two reports, however alike they are.
    """
    seen: dict[Hashable, int] = {}
    again: list[int] = []
    for index, (block, key) in enumerate(zip(blocks, keys, strict=True)):
        if isinstance(block, Table) and len(block.rows) >= _SMALLEST_TABLE and seen.setdefault(key, index) != index:
            again.append(index)
    titles = {key for key in keys if isinstance(key, str) and len(key) <= _LONGEST_TITLE and key.endswith("年度报告")}
    if len({keys[index] for index in again}) < 2 or len(titles) > 1:
        return None
    start, before = again[0], seen[keys[again[0]]]
    while before > 0 and keys[start - 1] == keys[before - 1]:
        start, before = start - 1, before - 1
    first = set(keys[:start])
    texts = [key for key in keys[start:] if isinstance(key, str) and len(key) >= _SHORTEST_TEXT]
    same = sum(key in first for key in texts)
    return start if same >= _SAME_TEXTS * len(texts) else None


def _without_column_copies(blocks: Sequence[Block]) -> list[Block]:
    """Of two tables beside each other of which one is but the outer columns of the other, the whole one."""
    kept: list[Block] = []
    for block in blocks:
        before = kept[-1] if kept else None
        if isinstance(block, Table) and isinstance(before, Table):
            if _is_part(block, before):
                continue
            if _is_part(before, block):
                kept.pop()
        kept.append(block)
    return kept


def _is_part(part: Table, whole: Table) -> bool:
    if len(part.rows) != len(whole.rows) or len(part.rows) < _SMALLEST_TABLE:
        return False
    pairs = [(_texts(part, row), _texts(whole, row)) for row in range(len(part.rows))]
    fewer = sum(len(narrow) < len(wide) for narrow, wide in pairs)
    return 2 * fewer > len(pairs) and (
        all(wide[: len(narrow)] == narrow for narrow, wide in pairs)
        or all(wide[len(wide) - len(narrow) :] == narrow for narrow, wide in pairs)
    )


def _texts(table: Table, row: int) -> list[str]:
    return [cell.text.text for cell in table.cells(row)]
