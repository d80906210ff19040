"""What a file prints of a table twice: the table once more, or its first rows at the head of every page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from ...document import Location
from ...form import TableForm
from ...labels import bare
from .pieces import Piece
from .rows.alignment import align
from .rows.printed_rows import PrintedRow


def without_copies(pieces: list[Piece], table: TableForm) -> tuple[list[Piece], tuple[Location, ...]]:
    """The pieces without the rows that print again, from the table's first row on, what was printed before."""
    parts = [part for whole in pieces for part in _parted(whole, table)]
    if len(parts) < 2:
        return parts, ()
    seen: set[str | None] = set()
    own, copies = [], []
    for piece in parts:
        keys = {row.key for row in align(piece.rows, table) if row.key and row.exact}
        if len(keys & seen) > max(1, len(keys) // 2):
            copies.append(piece.rows[0].anchor.location if piece.rows[0].anchor.runs else piece.table.location)
            continue
        seen |= keys
        own.append(piece)
    return own, tuple(copies)


def without_repeats(pieces: list[Piece], table: TableForm) -> list[Piece]:
    """Pieces put together from lines without the rows that a page repeats of the page before, figures and all."""
    names = [name for row in table.rows for name in row.names]
    sure = {name for name in names if names.count(name) == 1}
    seen: set[tuple[str, ...]] = set()
    return [
        replace(piece, rows=tuple(_fresh(piece, sure, seen))) if piece.table.assembled else piece for piece in pieces
    ]


def _fresh(piece: Piece, names: set[str], seen: set[tuple[str, ...]]) -> Iterator[PrintedRow]:
    for row in piece.rows:
        label = next((name for name in (bare(text.text) for text in row.own_labels()) if name in names), None)
        printed = (label or "", *(cell.text.text.strip() for cell in row.values))
        if label is None or not row.has_figures or printed not in seen:
            yield row
        seen.add(printed)


def _parted(piece: Piece, table: TableForm) -> list[Piece]:
    """A piece cut before each return of the table's first row and the header above it."""
    names = set(table.rows[0].names)
    first = [
        index
        for index, row in enumerate(piece.rows)
        if row.has_figures and any(bare(label.text) in names for label in row.own_labels())
    ]
    cuts = []
    for index in first[1:]:
        while not piece.rows[index - 1].has_figures:
            index -= 1  # noqa: PLW2901 -- the header goes with the copy
        cuts.append(index)
    bounds = [0, *cuts, len(piece.rows)]
    return [replace(piece, rows=piece.rows[start:end]) for start, end in pairwise(bounds)] if cuts else [piece]
