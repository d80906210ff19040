"""The columns of a table as printed: which of the form's columns, in which order, and what else stands there."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..document import Passage
from ..form import TableForm
from ..report import Misplaced, Printed
from .headers import Token, label_names, tokens
from .printed_rows import PrintedRow


class Columns(Struct, frozen=True):
    """``order``: the key of each figure of a row (None: a column that the form does not have)."""

    order: tuple[str | None, ...]
    missing: tuple[str, ...] = ()
    changed: tuple[Misplaced, ...] = ()


def application_columns(header: Sequence[PrintedRow], table: TableForm, width: int) -> Columns:
    """The columns of 表三 from the header rows, when its rows have ``width`` figures.

    A header that does not account for the width is not believed: with as many figures as the form has columns, they
    are the form's.
    """
    official = [column.key for column in table.columns]
    found = [token for row in header for token in _leaves(row, table)]
    keys = [key for key in official if any(token.key == key for token in found)]
    unknown = [token for token in found if token.key is None]
    absent = [key for key in official if key not in keys]
    if width == len(official):
        changed = _changed(unknown, [table.column(key).label for key in absent])
        return Columns(tuple(official), (), changed)
    if len(keys) < len(official) and width == len(keys) and len(keys) >= 4:
        return Columns(tuple(keys), tuple(absent))
    if not absent and width == len(official) + len(unknown):
        return Columns(_with_extra(found, official, table))
    return Columns(tuple(official))


def _leaves(row: PrintedRow, table: TableForm) -> list[Token]:
    """The tokens of a header row that stand for columns, group heads and the corner left out."""
    names = label_names(table.columns) + label_names(table.groups)
    names += tuple(("", head) for head in table.heads)
    groups = {group.key for group in table.groups} | {""}
    return [token for token in tokens(row.labels, names) if token.key not in groups]


def _changed(printed: Sequence[Token], expected: Sequence[str]) -> tuple[Misplaced, ...]:
    if len(printed) != len(expected):
        return ()
    return tuple(
        Misplaced(Printed(token.text.text.replace("\x1f", ""), token.text.location), label)
        for token, label in zip(printed, expected, strict=True)
    )


def _with_extra(found: Sequence[Token], official: list[str], table: TableForm) -> tuple[str | None, ...]:
    """The official order with each extra column after the one that it is printed behind."""
    members = [key for key in official if table.column(key).group]
    order: list[str | None] = list(official)
    previous: str | None = None
    for token in found:
        if token.key is None:
            at = order.index(previous if previous in members else members[-1]) + 1
            order.insert(at, None)
        elif token.key in members:
            previous = token.key
    return tuple(order)


def block_columns(header: Sequence[Passage], table: TableForm, row: str, width: int) -> Columns:
    """The columns of a row of 表二 from the header cells of its block (信息内容 …)."""
    expected = table.columns_of(row)
    names = (*label_names(table.columns), ("", "信息内容"))
    names += tuple(("", block.title) for block in table.blocks)
    found = [token for token in tokens(header, names) if token.key != ""]
    if width == len(found) < len(expected) and {token.key for token in found} < set(expected):
        order = tuple(token.key for token in found)
        return Columns(order, tuple(key for key in expected if key not in order))
    if len(found) != len(expected):
        return Columns(expected)
    pairs = [(token, key) for token, key in zip(found, expected, strict=True) if token.key != key]
    changed = _changed([token for token, _ in pairs], [table.column(key).label for _, key in pairs])
    return Columns(expected, (), changed)
