"""The three official tables as grids of merged cells, drawn from the form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from ..form import Block, Row, TableForm

Key = tuple[str, str, str]
_TOP = re.compile(r"[一二三四五六]、")
_ITEM = "信息内容"
_NOT_FILLED = "0"


class GridCell(Struct, frozen=True):
    """A cell and how far it reaches; ``figure``: something to fill in, ``key``: which cell of the form it is.

    ``fill`` is the colour behind it (``FFE699``), empty for none.
    """

    text: str
    across: int = 1
    down: int = 1
    figure: bool = False
    key: Key | None = None
    fill: str = ""


class Grid(Struct, frozen=True):
    """A table: the cells that begin in each row, from left to right, and the widths of its columns in parts."""

    rows: tuple[tuple[GridCell, ...], ...]
    widths: tuple[int, ...]


def table_grid(table: TableForm, figures: Mapping[Key, str]) -> Grid:
    """An official table with its figures; 0 where none is given."""
    if table.across:
        return _side_by_side(table, figures)
    return _in_blocks(table, figures) if table.blocks else _in_groups(table, figures)


def _value(table: TableForm, row: str, column: str, figures: Mapping[Key, str], across: int = 1) -> GridCell:
    key = (table.key, row, column)
    return GridCell(figures.get(key, _NOT_FILLED), across, figure=True, key=key)


def _in_blocks(table: TableForm, figures: Mapping[Key, str]) -> Grid:
    """表二: every block under a header of its own; its last column fills the width."""
    width = max(len(block.columns) for block in table.blocks)
    rows: list[tuple[GridCell, ...]] = []
    for block in table.blocks:
        rows.append((GridCell(block.title, width + 1),))
        names = [table.column(key).label for key in block.columns]
        rows.append((GridCell(_ITEM), *(GridCell(each, _reach(block, at, width)) for at, each in enumerate(names))))
        for key in block.rows:
            values = [
                _value(table, key, column, figures, _reach(block, at, width)) for at, column in enumerate(block.columns)
            ]
            rows.append((GridCell(table.row(key).label), *values))
    return Grid(tuple(rows), (1,) * (width + 1))


def _reach(block: Block, at: int, width: int) -> int:
    return width - at if at == len(block.columns) - 1 else 1


def _in_groups(table: TableForm, figures: Mapping[Key, str]) -> Grid:
    """表三: groups of rows within the results, groups of columns in the header."""
    rows = [row for row in table.rows if not (row.alone and table.members(row.alone))]
    results = [row for row in rows if not _TOP.match(row.label)]
    printed: list[tuple[GridCell, ...]] = list(_header(table))
    for row in rows:
        values = [_value(table, row.key, column.key, figures) for column in table.columns]
        printed.append((*_labels(table, row, results), *values))
    return Grid(tuple(printed), (7, 9, 18, *(4 for _ in table.columns)))


def _labels(table: TableForm, row: Row, results: Sequence[Row]) -> list[GridCell]:
    if row not in results:
        return [GridCell(row.label, 3)]
    cells = [GridCell(table.group("handling").label, 1, len(results))] if row is results[0] else []
    if row.group is None:
        return [*cells, GridCell(row.label, 2)]
    members = table.members(row.group)
    if row.key == members[0]:
        cells.append(GridCell(table.group(row.group).label, 1, len(members)))
    return [*cells, GridCell(row.label)]


def _header(table: TableForm) -> list[tuple[GridCell, ...]]:
    remark, title = table.heads[:2]
    second: list[GridCell] = []
    third: list[GridCell] = []
    for group, found in groupby(table.columns, key=lambda column: column.group):
        columns = list(found)
        if group is None:
            second += [GridCell(column.label, 1, 2) for column in columns]
        else:
            second.append(GridCell(table.group(group).label, len(columns)))
            third += [GridCell(column.label) for column in columns]
    first = (GridCell(f"（{remark}）", 3, 3), GridCell(title, len(table.columns)))
    return [first, tuple(second), tuple(third)]


def _side_by_side(table: TableForm, figures: Mapping[Key, str]) -> Grid:
    """表四: fifteen figures on one line, the first group over two lines of the header."""
    first, *others = table.rows
    names, width = [column.label for column in table.columns], len(table.columns)
    top = (GridCell(first.label, width), GridCell(table.heads[0], width * len(others)))
    middle = (*(GridCell(name, 1, 2) for name in names), *(GridCell(row.label, width) for row in others))
    bottom = tuple(GridCell(name) for _ in others for name in names)
    values = tuple(_value(table, row.key, column.key, figures) for row in table.rows for column in table.columns)
    return Grid((top, middle, bottom, values), (1,) * len(values))
