"""Sheets whose names say whose or which year's table they hold: 表二-2024, 表二-2023, 表三-2024."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ..document import Block, location_of

# What a name says of the table alone: 表二, 三、收到和处理…, 主动公开情况.
_OF_TABLE = re.compile(
    r"附?表格?\s*(?:[一二三四]|[2-4](?![0-9]))|[二三四]、|"
    r"(?:主动公开|收到和处理|依?申请(?:公开|办理)?|行政复议|复议诉讼)[^\s\d\-—_·.（）()]*"
)
_APART = re.compile(r"[\s\-—–_·.,，、()（）]+")

Rows = frozenset[tuple[str, str]]


def sheet_of(block: Block) -> int | None:
    """The number of the sheet in which a block stands."""
    return location_of(block).table


def groups_of_sheets(
    blocks: Sequence[Block], sheets: Sequence[str], tables: Mapping[int, Rows]
) -> dict[str, tuple[Block, ...]]:
    """The blocks of each report by what the names of its sheets share; empty where the names do not tell them apart.

    ``tables`` are the rows of the form in each table, by its block. No report has a row twice; every sheet with a
    table must name its report, and one of the reports must have several sheets. Sheets without any table belong to
    the first.
    """
    named = {number: _owner(name) for number, name in enumerate(sheets, 1)}
    used = {sheet_of(blocks[index]): rows for index, rows in tables.items() if rows}
    owners = list(dict.fromkeys(named.get(sheet or 0, "") for sheet in used))
    if len(owners) < 2 or "" in owners or len(owners) == len(used):
        return {}
    if any(_comes_twice([tables[i] for i in tables if named.get(sheet_of(blocks[i]) or 0) == own]) for own in owners):
        return {}
    groups: dict[str, list[Block]] = {owner: [] for owner in owners}
    for block in blocks:
        sheet = sheet_of(block)
        groups[named[sheet] if sheet in used and sheet else owners[0]].append(block)
    return {owner: tuple(group) for owner, group in groups.items()}


def _owner(name: str) -> str:
    """The name of a sheet without the words for its table."""
    return _APART.sub(" ", _OF_TABLE.sub(" ", name)).strip()


def _comes_twice(tables: Sequence[Rows]) -> bool:
    """Whether most rows of a table stand in one before it."""
    seen: set[tuple[str, str]] = set()
    for rows in tables:
        if len(rows & seen) * 2 > len(rows):
            return True
        seen |= rows
    return False
