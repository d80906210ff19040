"""Ruled tables: from drawn lines to cells, each with its box and the rows and columns that it takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from ...pdf.page import Box, Rule

# Points: lines as near as this are one (double borders too); ends as near as this meet.
SAME = 3.5
_MEETS = 4.0
# The share of a cell's side that has to be drawn.
_DRAWN = 0.5


class GridCell(Struct, frozen=True):
    """A cell between rules; ``row`` and ``column`` count from 0."""

    box: Box
    row: int
    column: int
    rowspan: int
    colspan: int


class Grid(Struct, frozen=True):
    """A ruled table on a page: its cells and the places of its lines."""

    box: Box
    cells: tuple[GridCell, ...]
    across: tuple[float, ...]
    down: tuple[float, ...]


def grids_of(rules: Sequence[Rule]) -> list[Grid]:
    """The ruled tables of a page, from top to bottom; a single box is none."""
    joined = _joined(rule for rule in rules if rule.upright) + _joined(rule for rule in rules if not rule.upright)
    grids = [_grid(group) for group in _groups(joined)]
    return sorted((grid for grid in grids if grid is not None), key=lambda grid: grid.box[1])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Rules on one line that touch, as one."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        index = len(found) - 1
        while index >= 0 and rule.at - found[index].at <= 1 and not _touch(rule, found[index]):
            index -= 1
        if index >= 0 and rule.at - found[index].at <= 1:
            other = found[index]
            found[index] = Rule(rule.upright, other.at, min(rule.start, other.start), max(rule.end, other.end))
        else:
            found.append(rule)
    return found


def _touch(rule: Rule, other: Rule) -> bool:
    return rule.start <= other.end + _MEETS and other.start <= rule.end + _MEETS


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that meet each other, directly or through others."""
    upright = [rule for rule in rules if rule.upright]
    level = [rule for rule in rules if not rule.upright]
    parent = {id(rule): id(rule) for rule in rules}

    def root(key: int) -> int:
        while parent[key] != key:
            parent[key] = key = parent[parent[key]]
        return key

    for one in upright:
        for other in level:
            if _meet(one, other):
                parent[root(id(one))] = root(id(other))
    groups: dict[int, list[Rule]] = {}
    for rule in rules:
        groups.setdefault(root(id(rule)), []).append(rule)
    return list(groups.values())


def _meet(upright: Rule, level: Rule) -> bool:
    return (
        level.start - _MEETS <= upright.at <= level.end + _MEETS
        and upright.start - _MEETS <= level.at <= upright.end + _MEETS
    )


def _grid(rules: list[Rule]) -> Grid | None:
    upright = [rule for rule in rules if rule.upright]
    level = _without_separators([rule for rule in rules if not rule.upright], upright)
    # A table that runs over the page may lack its last rule there: then the others' ends are its border.
    across = same_lines([*(rule.at for rule in upright), *(end for rule in level for end in rule[2:4])])
    down = same_lines([*(rule.at for rule in level), *(end for rule in upright for end in rule[2:4])])
    if len(across) < 2 or len(down) < 2 or (len(across) == 2 and len(down) == 2) or not upright or not level:
        return None
    no_upright, no_level = _open_sides(upright, across, down), _open_sides(level, down, across)
    slots = _merged(no_upright, no_level, len(down) - 1, len(across) - 1)
    cells = tuple(
        GridCell((across[x], down[y], across[x + wide], down[y + high]), y, x, high, wide) for y, x, high, wide in slots
    )
    return Grid((across[0], down[0], across[-1], down[-1]), cells, tuple(across), tuple(down))


def _without_separators(level: list[Rule], upright: list[Rule]) -> list[Rule]:
    """The level rules without a short one below or above the table, as the one that stands over footnotes."""
    if not upright:
        return level
    top, bottom = min(rule.start for rule in upright), max(rule.end for rule in upright)
    half = (max(rule.at for rule in upright) - min(rule.at for rule in upright)) / 2
    return [rule for rule in level if top - 1 <= rule.at <= bottom + 1 or rule.end - rule.start > half]


def same_lines(places: Iterable[float]) -> list[float]:
    """The places of lines, those that are nearly the same as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][0] <= SAME:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _open_sides(rules: Sequence[Rule], across: Sequence[float], down: Sequence[float]) -> set[tuple[int, int]]:
    """The places (stretch of ``down``, line of ``across``) where no rule parts what is on both sides of the line."""
    open_sides = set()
    for line, at in enumerate(across[1:-1], 1):
        here = [rule for rule in rules if abs(rule.at - at) <= SAME]
        for stretch, (start, end) in enumerate(pairwise(down)):
            drawn = sum(max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in here)
            if drawn < _DRAWN * (end - start):
                open_sides.add((stretch, line))
    return open_sides


def _merged(
    no_upright: set[tuple[int, int]], no_level: set[tuple[int, int]], rows: int, columns: int
) -> list[tuple[int, int, int, int]]:
    """The cells (row, column, rows, columns) that the open sides leave, each a rectangle."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for y in range(rows):
        for x in range(columns):
            if (y, x) in taken:
                continue
            wide = 1
            while x + wide < columns and (y, x + wide) in no_upright and (y, x + wide) not in taken:
                wide += 1
            high = 1
            while y + high < rows and all((x + i, y + high) in no_level for i in range(wide)):
                high += 1
            taken |= {(y + i, x + j) for i in range(high) for j in range(wide)}
            cells.append((y, x, high, wide))
    return cells
