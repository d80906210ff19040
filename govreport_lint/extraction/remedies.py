"""表四: one line of fifteen figures under three groups; also three rows of five, as some offices print it."""

from __future__ import annotations

from collections.abc import Sequence

from ..document import Cell, Passage
from ..form import TableForm
from ..language import Text
from ..report import Misplaced, Printed, TableRow
from .alignment import align
from .cells import is_blank
from .data_rows import DataRow, DataRows, make_row
from .headers import label_names, tokens
from .pieces import Piece
from .printed_rows import PrintedRow
from .windows import Window, choose_windows


def read_remedies(table: TableForm, pieces: Sequence[Piece]) -> DataRows:
    """The figures of 表四, by group."""
    printed = [row for piece in pieces for row in piece.rows]
    by_row = _as_rows(table, printed)
    if by_row:
        return DataRows(tuple(by_row))
    header = [label for row in printed for label in row.labels]
    lines = [row for row in printed if row.has_figures]
    if not lines:
        return DataRows(())
    leaves, missing, changed = _leaves(table, header, _width(lines[0]))
    order = [(row, column) for row in _groups(table, header) for column in leaves]
    window = choose_windows([lines[0].values], len(order))[0]
    if len(lines) > 1:
        window = Window(window.cells, Text("印有不止一行数", "more than one line of figures is printed"))
    return DataRows(_split(table, order, window, header), missing, changed)


def _as_rows(table: TableForm, printed: Sequence[PrintedRow]) -> list[DataRow]:
    aligned = [row for row in align(printed, table) if row.key and row.row.has_figures]
    width = len(table.columns)
    if len(aligned) < 2 or any(_width(row.row) > width for row in aligned):
        return []
    windows = choose_windows([row.row.values for row in aligned], width)
    order = [column.key for column in table.columns]
    return [
        make_row(row, order, window.cells, window.reason) for row, window in zip(aligned, windows, strict=True)
    ]


def _width(row: PrintedRow) -> int:
    return sum(not is_blank(cell.text.text) for cell in row.values)


def _groups(table: TableForm, header: Sequence[Passage]) -> list[str]:
    """The three groups in the order in which the header prints them; the form's where it does not."""
    official = [row.key for row in table.rows]
    found = [token.key for token in tokens(header, _names(table)) if token.key in official]
    printed = list(dict.fromkeys(key for key in found if key))
    return printed if len(printed) == len(official) else official


def _names(table: TableForm) -> tuple[tuple[str, str], ...]:
    columns = tuple((f"={key}", name) for key, name in label_names(table.columns))
    return label_names(table.rows) + columns + tuple(("", head) for head in table.heads)


def _leaves(
    table: TableForm, header: Sequence[Passage], width: int
) -> tuple[list[str], tuple[str, ...], tuple[Misplaced, ...]]:
    """The columns of each group; fewer than five only where header and figures agree on that."""
    official = [column.key for column in table.columns]
    found = tokens(header, _names(table))
    counts = {key: sum(token.key == f"={key}" for token in found) for key in official}
    present = [key for key in official if counts[key] == len(table.rows)]
    absent = [key for key in official if not counts[key]]
    if absent and len(present) + len(absent) == len(official) and width == len(present) * len(table.rows):
        return present, tuple(absent), ()
    unknown = [token for token in found if token.key is None]
    changed: tuple[Misplaced, ...] = ()
    if len(absent) == 1 and len(unknown) == len(table.rows):
        label = table.column(absent[0]).label
        changed = tuple(Misplaced(Printed(token.text.text, token.text.location), label) for token in unknown)
    return official, (), changed


def _split(
    table: TableForm, order: Sequence[tuple[str, str]], window: Window, header: Sequence[Passage]
) -> tuple[DataRow, ...]:
    names = _names(table)
    labels = {token.key: token.text for token in tokens(header, names)}
    rows = []
    for row in table.rows:
        cells: tuple[Cell, ...] = ()
        keys: tuple[str, ...] = ()
        if not window.reason:
            mine = [(key[1], cell) for key, cell in zip(order, window.cells, strict=True) if key[0] == row.key]
            keys, cells = tuple(key for key, _ in mine), tuple(cell for _, cell in mine)
        at = labels[row.key] if row.key in labels else window.cells[0].text if window.cells else Passage("", ())
        label = Printed(row.label, at.location)
        printed = tuple(Printed(cell.text.text, cell.text.location) for cell in (cells or window.cells))
        rows.append(
            DataRow(TableRow(row.key, label, True, printed, window.reason), tuple(zip(keys, cells, strict=True)))
        )
    return tuple(rows)
