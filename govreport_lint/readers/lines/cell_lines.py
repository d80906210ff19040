"""A table out of lines that hold a row each, or a cell each (copied out of a PDF or a web page)."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Cell, Passage, Table
from .line import Line
from .line_kinds import Kind


class _Rows:
    """Gathers rows. Labels and values that stand on lines of their own are one row: labels, then values."""

    def __init__(self) -> None:
        self.rows: list[list[Passage]] = []
        self._labels: list[list[Passage]] = []
        self._values: list[Passage] = []
        self._after_row = False

    def row(self, cells: Sequence[Passage]) -> None:
        self.flush(before_row=True)
        self.rows.append(list(cells))
        self._after_row = True

    def label(self, cells: Sequence[Passage]) -> None:
        if self._values:
            self.flush()
        self._labels.append(list(cells))

    def values(self, cells: Sequence[Passage]) -> None:
        self._values += cells

    def flush(self, before_row: bool = False) -> None:
        if self._values or not (before_row or self._after_row):
            row = [cell for cells in self._labels for cell in cells] + self._values
            self.rows += [row] if row else []
        else:
            self.rows += self._labels
        self._after_row = self._after_row and not self._values
        self._labels, self._values = [], []


def build_table(lines: Sequence[Line]) -> Table:
    """The table that the lines hold; every line stands in it but blank ones, page numbers and delimiters."""
    rows = _Rows()
    for line in lines:
        cells = line.cells or (line.text,)
        if line.kind is Kind.ROW:
            rows.row(cells)
        elif line.kind is Kind.VALUE:
            rows.values(cells)
        elif line.kind is Kind.LABELLED:
            rows.label(cells[:1])
            rows.values(cells[1:])
        elif line.kind not in (Kind.BLANK, Kind.PAGE, Kind.RULE):
            rows.label(cells)
    rows.flush()
    location = lines[0].text.location.until(lines[-1].text.location)
    return Table(_grid(rows.rows), location)


def _grid(rows: list[list[Passage]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(text, row, column) for column, text in enumerate(cells)) for row, cells in enumerate(rows))
