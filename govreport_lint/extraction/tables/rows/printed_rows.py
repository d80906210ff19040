"""Rows of a table as printed: the label cells on the left, the figures on the right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ....cells import is_blank, is_value
from ....document import Cell, Passage, Table, join
from ....labels import bare

_NUMBERED = re.compile(
    r"(?=[（(][一二三四五六七八九十]+[）)])|(?<![\d.])(?=\d{1,2}\s*[.、．](?!\d))"
    r"|(?<![第一二三四五六七八九十])(?=[一二三四五六]、)"
)


_ASIDE = re.compile(r"\s*(?:序\s*号|编\s*号|行\s*次|备\s*注)\s*")


class PrintedRow(Struct, frozen=True):
    """One row: label cells from left to right, the cells after them, and the labels cut before each numbering.

    ``label_cells`` are the cells of the labels, so that a row can be cut elsewhere.
    """

    labels: tuple[Passage, ...]
    values: tuple[Cell, ...]
    anchor: Passage
    pieces: tuple[Passage, ...] = ()
    label_cells: tuple[Cell, ...] = ()

    @property
    def has_figures(self) -> bool:
        """Whether anything is printed among the values."""
        return any(not is_blank(cell.text.text) for cell in self.values)

    def own_labels(self) -> Iterator[Passage]:
        """What may be the row's own label, the likeliest first: the last label cell, then with those before it."""
        for count in range(1, min(len(self.pieces), 8) + 1):
            yield self.pieces[-1] if count == 1 else join(self.pieces[-count:])


def printed_rows(table: Table) -> list[PrintedRow]:
    """The rows of a table; merged cells count once in each row that they cover, numbers of rows and remarks nowhere."""
    aside, width = _aside(table), max(map(len, table.rows), default=0)
    found = []
    for index, row in enumerate(table.rows):
        cells = table.cells(index)
        if aside and len(row) == width:
            cells = tuple(cell for cell in cells if not (cell.colspan == 1 and cell.column in aside))
        found.append(_printed_row(cells))
    return found


def _aside(table: Table) -> frozenset[int]:
    """The columns that number the rows or hold remarks, by their headers."""
    cells = (cell for row in table.rows for cell in row)
    return frozenset(cell.column for cell in cells if cell.colspan == 1 and _ASIDE.fullmatch(cell.text.text))


def split_numbered(label: Passage) -> list[Passage]:
    """A label cut before each numbering in it: ``三、本年度办理结果（一）予以公开`` gives two."""
    cuts = [match.start() for match in _NUMBERED.finditer(label.text) if match.start()]
    if not cuts:
        return [label] if bare(label.text) else []
    bounds = [0, *cuts, len(label.text)]
    pieces = (label.cut(start, end).strip() for start, end in pairwise(bounds))
    return [piece for piece in pieces if piece.text and bare(piece.text)]


def _printed_row(cells: tuple[Cell, ...]) -> PrintedRow:
    kinds = [_kind(cell) for cell in cells]
    first_value = next((index for index, kind in enumerate(kinds) if kind == "value"), len(cells))
    labels = [index for index in range(first_value) if kinds[index] == "label"]
    if not labels:
        labels = [index for index, kind in enumerate(kinds) if kind == "label"]
    start = labels[-1] + 1 if labels else 0
    printed = tuple(cells[index].text for index in labels)
    anchor = printed[-1] if printed else next((cell.text for cell in cells if cell.text.runs), Passage("", ()))
    pieces = tuple(piece for label in printed for piece in split_numbered(label))
    return PrintedRow(printed, cells[start:], anchor, pieces, tuple(cells[index] for index in labels))


def cut_row(labels: tuple[Cell, ...], values: tuple[Cell, ...]) -> PrintedRow:
    """A row of these label cells and these values; at least one label."""
    printed = tuple(cell.text for cell in labels)
    pieces = tuple(piece for label in printed for piece in split_numbered(label))
    return PrintedRow(printed, values, printed[-1], pieces, labels)


def _kind(cell: Cell) -> str:
    if is_blank(cell.text.text):
        return "blank"
    return "value" if is_value(cell.text.text) else "label"
