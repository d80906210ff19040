"""Which printed rows belong to which official table, whatever tables of the file they stand in.

A table may be cut into several, run over pages, or share one grid with the next; rows are therefore assigned one
by one, by the labels that only one official table has, and a row without such a label follows the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ...document import Document, Heading, Paragraph, Passage, Table
from ...form import Form, TableForm
from ...labels import bare, likeness, normalise
from .rows.alignment import align
from .rows.printed_rows import PrintedRow, printed_rows

_LONGEST_TITLE = 40


class Piece(Struct, frozen=True):
    """Consecutive rows of one table of the file that belong to one official table.

    ``evidence``: how many of them have a label that only this official table has; ``titles``: the short texts since
    the table before, which may say what it counts.
    """

    key: str
    table: Table
    section: int | None
    rows: tuple[PrintedRow, ...]
    evidence: int
    titles: tuple[Passage, ...] = ()


@cache
def _marks(form: Form, key: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Row names that only this table has, and header words that tell it."""
    table = form.table(key)
    own = {name for row in table.rows for name in row.names}
    others = {name for other in form.tables if other.key != key for name in _all_names(other)}
    heads = {normalise(text) for text in (*table.heads, *(block.title for block in table.blocks))}
    heads |= {bare(column.label) for column in table.columns} | {bare(group.label) for group in table.groups}
    unique = {name for name in own if len(name) > 2 or key == "disclosure"} - others
    return frozenset(unique), tuple(sorted(head for head in heads - others if len(head) > 2))


def _all_names(table: TableForm) -> set[str]:
    names = {name for row in table.rows for name in row.names}
    return names | {name for column in table.columns for name in column.names}


def find_pieces(document: Document, form: Form, sections: Sequence[int | None]) -> list[Piece]:
    """The pieces of all official tables in the order of the file."""
    pieces: list[Piece] = []
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            pieces += _with_titles(_pieces(block, form, sections[index], pieces), document, index)
    return [piece for piece in pieces if piece.evidence or _follows(piece, pieces)]


def _with_titles(pieces: list[Piece], document: Document, index: int) -> list[Piece]:
    titles: list[Passage] = []
    for block in reversed(document.blocks[:index]):
        if not isinstance(block, Heading | Paragraph) or len(block.text.text) > _LONGEST_TITLE:
            break
        titles.insert(0, block.text)
    return [replace(pieces[0], titles=tuple(titles)), *pieces[1:]] if pieces else []


def printed_keys(table: Table, form: Form) -> frozenset[tuple[str, str]]:
    """The official table and the row of each row with figures; of 表四, which has no labels of rows, its groups."""
    found: set[tuple[str, str]] = set()
    for piece in find_pieces(Document("", "", None, (table,)), form, (None,)):
        official = form.table(piece.key)
        if not official.across:
            rows = align(piece.rows, official)
            found |= {(piece.key, row.key) for row in rows if row.key and row.exact and row.row.has_figures}
        elif any(row.has_figures for row in piece.rows):
            found |= {(piece.key, row.key) for row in official.rows}
    return frozenset(found)


def _pieces(table: Table, form: Form, section: int | None, before: Sequence[Piece]) -> list[Piece]:
    rows = printed_rows(table)
    keys = [_row_key(row, form) for row in rows]
    if not any(keys):
        keys = [_alike(row, form) for row in rows]
    told = [key for key in keys if key]
    if not told:
        previous = before[-1].key if before else None
        if previous is None or form.table(previous).section != section:
            return []
        told = [previous]
    found: list[Piece] = []
    current, start = told[0], 0
    for index, key in enumerate([*keys, None]):
        at_end = index == len(rows)
        if at_end or (key and key != current):
            evidence = sum(k == current for k in keys[start:index])
            part = tuple(rows[start:index])
            found.append(Piece(current, table, section, part, evidence))
            current, start = key or current, index
    return [piece for piece in found if piece.rows]


def _row_key(row: PrintedRow, form: Form) -> str | None:
    labels = [bare(label.text) for label in row.own_labels()]
    whole = normalise("".join(label.text for label in row.labels))
    for table in form.tables:
        names, heads = _marks(form, table.key)
        if any(label in names for label in labels) or any(head in whole for head in heads):
            return table.key
    return None


def _alike(row: PrintedRow, form: Form) -> str | None:
    """The table with a row name that the row's label misspells; asked only where no label is spelt right."""
    labels = [bare(label.text) for label in row.own_labels()] if row.has_figures else []
    for table in form.tables:
        names, _ = _marks(form, table.key)
        if any(likeness(label, name) for label in labels if len(label) > 3 for name in names):
            return table.key
    return None


def _follows(piece: Piece, pieces: Sequence[Piece]) -> bool:
    return any(other.key == piece.key and other.evidence for other in pieces)
