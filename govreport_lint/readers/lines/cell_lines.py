"""A table out of lines that hold a row each, or a cell each (copied out of a PDF or a web page)."""

from __future__ import annotations

from collections.abc import Sequence

from ...document import Cell, Passage, Table
from .line import Line
from .line_kinds import Kind, is_value
from .wrapped_labels import put_labels_together


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
    loose: list[tuple[Sequence[Passage], Sequence[Passage]]] = []
    assembled = False
    for line in lines:
        if line.kind is Kind.ROW:
            _take(rows, loose)
            rows.row(line.cells)
        elif line.kind not in (Kind.BLANK, Kind.PAGE, Kind.RULE):
            loose.append(_cells(line))
            assembled = assembled or bool(loose[-1][1])
    assembled = assembled or all(line.kind is not Kind.ROW for line in lines)
    _take(rows, loose)
    rows.flush()
    location = lines[0].text.location.until(lines[-1].text.location)
    return Table(_grid(rows.rows), location, assembled)


def _cells(line: Line) -> tuple[Sequence[Passage], Sequence[Passage]]:
    """The labels and the values of a line."""
    cells = line.cells or (line.text,)
    if line.kind is Kind.VALUE:
        return (), cells
    if line.kind is not Kind.LABELLED:
        return cells, ()
    first = next((at for at, cell in enumerate(cells) if is_value(cell.text)), len(cells))
    return cells[:first], cells[first:]


def _take(rows: _Rows, loose: list[tuple[Sequence[Passage], Sequence[Passage]]]) -> None:
    for labels, values in put_labels_together(loose):
        if labels:
            rows.label(labels)
        if values:
            rows.values(values)
    loose.clear()


def _grid(rows: list[list[Passage]]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(text, row, column) for column, text in enumerate(cells)) for row, cells in enumerate(rows))
