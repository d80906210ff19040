"""The columns of a table as printed: which of the form's columns, in which order, and what else stands there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Passage
from ...form import Label, TableForm
from ...labels import normalise
from ...report import Misplaced, Printed
from .headers import Token, label_names, tokens
from .rows.printed_rows import PrintedRow

# The form has two: a header that goes deeper is none of ours.
_LEVELS = 4


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
    printed = _printed_order([_tokens(labels, table) for labels in _once(header)], table)
    keys = [token.key for token in printed if token.key]
    absent = [key for key in official if key not in keys]
    if not absent and len(keys) == len(official) and width == len(printed):
        return Columns(tuple(token.key for token in printed))
    if width == len(official):
        unknown = [token for token in printed if token.key is None]
        return Columns(tuple(official), (), _changed(unknown, [table.column(key).label for key in absent]))
    if len(keys) == len(set(keys)) == len(printed) == width >= 4:
        return Columns(tuple(keys), tuple(absent))
    return Columns(tuple(official))


def _once(header: Sequence[PrintedRow]) -> Iterator[list[Passage]]:
    """The labels of each header row, a merged cell only in the first row that it covers."""
    seen: list[Passage] = []
    for row in header:
        fresh = [label for label in row.labels if not any(label is other for other in seen)]
        seen += fresh
        yield fresh


def _tokens(labels: Sequence[Passage], table: TableForm) -> list[Token]:
    """The tokens of a header row; the key of the corner is ``""``, of a group ``@`` and its key."""
    names = (*label_names(table.columns), *(("", head) for head in table.heads[:1]))
    names += tuple(("@" + head, head) for head in table.heads[1:])
    names += tuple(("@" + key, name) for key, name in label_names(_column_groups(table)))
    return [token for token in tokens(labels, names) if token.key != ""]


def _printed_order(rows: Sequence[Sequence[Token]], table: TableForm) -> list[Token]:
    """The columns from left to right: a row that names all of them, or each group's columns in its place."""
    official = {column.key for column in table.columns}
    for row in rows:
        leaves = [token for token in row if not (token.key or "").startswith("@")]
        if official <= {token.key for token in leaves} and not any(token.key == "@申请人情况" for token in row):
            return leaves
    below = iter([row for row in rows if row])
    first = next(below, [])
    if len([row for row in rows if row]) == 1:
        return _flat(first, table)
    return _expanded(_without_corner(first, table), below)


def _without_corner(row: Sequence[Token], table: TableForm) -> list[Token]:
    """A header row without 申请人情况 where it stands over the labels: beside a group of columns it is over none."""
    groups = {"@" + group.key for group in _column_groups(table)}
    heads = {"@" + head for head in table.heads[1:]}
    beside = any(token.key in groups for token in row)
    return [token for token in row if not (beside and token.key in heads)]


def _expanded(row: Sequence[Token], below: Iterator[Sequence[Token]], levels: int = _LEVELS) -> list[Token]:
    """The columns under a header row: what stands under a group is the next row, so many levels down."""
    found: list[Token] = []
    for token in row:
        is_group = levels and (token.key or "").startswith("@")
        found += _expanded(next(below, ()), below, levels - 1) if is_group else [token]
    return found


def _flat(row: Sequence[Token], table: TableForm) -> list[Token]:
    """The columns of a header that was printed on one line, groups first: a group's columns follow after all others."""
    members = {column.key for column in table.columns if column.group}
    first = next((index for index, token in enumerate(row) if token.key in members), len(row))
    while first and row[first - 1].key is None:
        first -= 1
    inner = [token for token in row[first:] if not (token.key or "").startswith("@")]
    found: list[Token] = []
    for token in row[:first]:
        if not (token.key or "").startswith("@"):
            found.append(token)
        elif any(token.key == "@" + group.key for group in _column_groups(table)):
            found += inner
    return found if any(token in found for token in inner) else found + inner


def _column_groups(table: TableForm) -> list[Label]:
    """The groups of columns, those of rows left out."""
    keys = {column.group for column in table.columns}
    return [group for group in table.groups if group.key in keys]


def _changed(printed: Sequence[Token], expected: Sequence[str]) -> tuple[Misplaced, ...]:
    if len(printed) != len(expected):
        return ()
    return tuple(
        Misplaced(Printed(token.text.text.replace("\x1f", ""), token.text.location), label)
        for token, label in zip(printed, expected, strict=True)
    )


def block_columns(
    header: Sequence[Passage], table: TableForm, row: str, width: int, foreign: Sequence[str] = ()
) -> Columns:
    """The columns of a row of 表二 from the header cells of its block (信息内容 …).

    Under a header of another form, known by words that are ``foreign`` to this one, stands no figure of this form.
    """
    expected = table.columns_of(row)
    words = normalise("".join(label.text for label in header))
    own = any(normalise(table.column(key).label) in words for key in expected)
    if not own and any(normalise(word) in words for word in foreign):
        return Columns((None,) * max(width, len(expected)))
    names = (*label_names(table.columns), ("", "信息内容"))
    names += tuple(("", block.title) for block in table.blocks)
    found = [token for token in tokens(header, names) if token.key != ""]
    if width == len(found) < len(expected) and {token.key for token in found} < set(expected):
        order = tuple(token.key for token in found)
        return Columns(order, tuple(key for key in expected if key not in order))
    if len(found) != len(expected):
        return Columns(expected)
    if {token.key for token in found} == set(expected):
        return Columns(tuple(token.key for token in found))
    pairs = [(token, key) for token, key in zip(found, expected, strict=True) if token.key != key]
    changed = _changed([token for token, _ in pairs], [table.column(key).label for _, key in pairs])
    return Columns(expected, (), changed)
