"""Printed rows to the rows of the form: a misspelt, missing or extra row never shifts the others.

Rows whose label is exact are fixed first, wherever they stand; what lies between two of them is matched by likeness
in order, and rows without a label only where just as many of the form's rows are missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ....document import Passage
from ....form import TableForm
from ....labels import bare, likeness, normalise
from .printed_rows import PrintedRow
from .recutting import recut

_NOTE = re.compile(r"(?<=.)[（(].*$", re.DOTALL)
_MOST_NAMELESS = 2


class Aligned(Struct, frozen=True):
    """A printed row with the key of its row of the form (None: none), its label and whether that is exact."""

    row: PrintedRow
    key: str | None
    label: Passage
    exact: bool


def align(rows: Sequence[PrintedRow], table: TableForm) -> list[Aligned]:
    """Every row that has figures or an exact label of a row, with its row of the form."""
    names: dict[str, list[str]] = {}
    for form_row in table.rows:
        for name in form_row.names:
            names.setdefault(name, []).append(form_row.key)
    order = [row.key for row in table.rows]
    rows = recut(rows, table)
    found = [_exact(row, names, table) for row in rows]
    fixed = _in_order(found, order)
    aligned: list[Aligned] = []
    for index, row in enumerate(rows):
        key = fixed.get(index)
        label = found[index][1] if key else _own_label(row)
        aligned.append(Aligned(row, key, label, key is not None and bare(label.text) in names))
    return _without_figures(_fill_gaps(aligned, table, order), names, table)


def _without_figures(aligned: list[Aligned], names: dict[str, list[str]], table: TableForm) -> list[Aligned]:
    """A row that is printed with its label alone is there, though nothing can be read in it."""
    used = {row.key for row in aligned}
    for index, row in enumerate(aligned):
        name = bare(row.label.text)
        if row.key or row.row.has_figures or table.across or (len(name) < 3 and not table.blocks):
            continue
        free = [key for key in names.get(name, ()) if key not in used and not table.row(key).alone]
        if free:
            aligned[index] = Aligned(row.row, free[0], row.label, True)
            used.add(free[0])
    return aligned


def _exact(row: PrintedRow, names: dict[str, list[str]], table: TableForm) -> tuple[list[str], Passage]:
    for label in row.own_labels():
        keys = names.get(bare(label.text)) or names.get(_without_note(label.text))
        if keys and (row.has_figures or _all_blank(row, table, keys[0])):
            return keys, label
    return [], _own_label(row)


def _without_note(label: str) -> str:
    """A label without what offices leave or put in brackets after it (规章（设区的市……应提供相关数据）)."""
    return bare(_NOTE.sub("", label))


def _all_blank(row: PrintedRow, table: TableForm, key: str) -> bool:
    """A row whose cells are all there and all blank; a header row names columns before its last label."""
    columns = {name for column in table.columns for name in column.names}
    heads = columns | {bare(head) for head in table.heads}
    is_header = any(bare(label.text) in heads for label in row.labels[:-1])
    return not table.across and not is_header and len(row.values) >= len(table.columns_of(key))


def _own_label(row: PrintedRow) -> Passage:
    return next(row.own_labels(), row.anchor if row.labels else Passage("", row.anchor.runs[:1]))


def _in_order(found: Sequence[tuple[list[str], Passage]], order: list[str]) -> dict[int, str]:
    """Row index → key for the exact labels, each key once: the first free one that keeps the order, else the first."""
    fixed: dict[int, str] = {}
    reached = -1
    for index, (keys, _) in enumerate(found):
        free = [key for key in keys if key not in fixed.values()]
        if not free:
            continue
        key = next((key for key in free if order.index(key) > reached), free[0])
        fixed[index] = key
        reached = order.index(key)
    return fixed


def _fill_gaps(aligned: list[Aligned], table: TableForm, order: list[str]) -> list[Aligned]:
    used: set[str | None] = {row.key for row in aligned if row.key}
    position = 0
    while position < len(aligned):
        if aligned[position].key or not aligned[position].row.has_figures:
            position += 1
            continue
        end = position
        while end < len(aligned) and not aligned[end].key:
            end += 1
        free = _between(aligned, position, end, order, used)
        gap = [index for index in range(position, end) if aligned[index].row.has_figures]
        for index, (key, label) in _match(aligned, gap, free, table).items():
            aligned[index] = Aligned(aligned[index].row, key, label, False)
            used.add(key)
        position = end
    return aligned


def _between(aligned: Sequence[Aligned], start: int, end: int, order: list[str], used: set[str | None]) -> list[str]:
    before = next((row.key for row in reversed(aligned[:start]) if row.key), None)
    after = next((row.key for row in aligned[end:] if row.key), None)
    first = order.index(before) + 1 if before else 0
    last = order.index(after) if after else len(order)
    return [key for key in order[first:last] if key not in used]


def _match(
    aligned: Sequence[Aligned], gap: list[int], free: list[str], table: TableForm
) -> dict[int, tuple[str, Passage]]:
    matched: dict[int, tuple[str, Passage]] = {}
    after = 0
    for index in gap:
        scores = [(*_likeness(aligned[index], table, key), key) for key in free[after:]]
        score, label, best = max(scores, key=lambda found: found[0], default=(0.0, None, ""))
        if label is not None and score > 0:
            matched[index] = best, label
            after = free.index(best) + 1
    return matched or _by_position(aligned, gap, free, table)


def _likeness(row: Aligned, table: TableForm, key: str) -> tuple[float, Passage]:
    """How alike a row is to a row of the form, and the piece of its label that is."""
    names = table.row(key).names
    scores = [(max(likeness(bare(label.text), name) for name in names), label) for label in row.row.own_labels()]
    return max(scores, key=lambda score: score[0], default=(0.0, row.label))


def _by_position(
    aligned: Sequence[Aligned], gap: list[int], free: list[str], table: TableForm
) -> dict[int, tuple[str, Passage]]:
    """Rows that lost their labels, where exactly these rows of the form are missing; not in a wreck of many."""
    wanted = [key for key in free if table.row(key).alone is None]
    nameless = [row for row in aligned if row.row.has_figures and not normalise(row.label.text)]
    unlabelled = all(not normalise(aligned[index].label.text) for index in gap)
    if gap and unlabelled and len(gap) == len(wanted) and len(nameless) <= _MOST_NAMELESS:
        return {index: (key, aligned[index].label) for index, key in zip(gap, wanted, strict=True)}
    return {}
