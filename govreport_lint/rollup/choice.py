"""Which columns of a 汇总表 are sure of their cell, seen beside the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .targets import Place


def sure_places(meant: Mapping[int, set[Place]], parts: Mapping[str, frozenset[str]]) -> dict[int, Place]:
    """The cell of each column that can mean only one, and that no other column names.

    ``parts``: the rows that a single row stands for ((六)其他处理 for its three). With its parts beside it, it is a sum
    that the form does not have; 其他处理-其他 is told by which of the two the other columns have.
    """
    rows = {place[1] for places in meant.values() if len(places) == 1 for place in places}
    wholes = {whole for whole in parts if whole in rows}
    beside = {whole for whole, members in parts.items() if members & rows}
    refused = beside | {member for whole in wholes - beside for member in parts[whole]}
    mixed = {row for whole in wholes & beside for row in (whole, *parts[whole])}
    left = {column: _settled(places, refused, mixed) for column, places in meant.items()}
    counts = Counter(place for places in left.values() for place in places if len(places) == 1)
    return {
        column: place for column, places in left.items() if len(places) == 1 for place in places if counts[place] == 1
    }


def _settled(places: set[Place], refused: set[str], mixed: set[str]) -> set[Place]:
    """The cells that a column can still mean; all of them where a single row and its parts stand side by side."""
    if len(places) > 1 and any(place[1] in mixed for place in places):
        return places
    return {place for place in places if place[1] not in refused}
