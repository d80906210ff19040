"""表四: one line of fifteen figures under three groups; also in two or three tables, or in three rows of five."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ...cells import is_blank
from ...document import Cell, Passage
from ...form import TableForm
from ...language import Text
from ...report import Misplaced, Printed, TableRow
from .altered_headers import altered_headers
from .data_rows import DataRow, DataRows, make_row
from .headers import Token, label_names, tokens
from .pieces import Piece
from .rows.alignment import align
from .rows.printed_rows import PrintedRow
from .rows.windows import Window, choose_windows


class Part(Struct, frozen=True):
    """A line of figures with the header above it."""

    header: tuple[Token, ...]
    line: PrintedRow


def read_remedies(table: TableForm, pieces: Sequence[Piece]) -> DataRows:
    """The figures of 表四, by group."""
    printed = [row for piece in pieces for row in piece.rows]
    by_row = _as_rows(table, printed)
    if by_row:
        return DataRows(tuple(by_row))
    parts = _titled(table, pieces) or _parts(table, printed)
    if not parts:
        return DataRows(())
    if sum(_width(part.line) for part in parts) > len(table.rows) * len(table.columns):
        parts, copies = parts[:1], tuple(part.line.anchor.location for part in parts[1:])
    else:
        copies = ()
    leaves, missing, changed = _leaves(table, parts)
    rows = _rows(table, parts, leaves)
    altered = altered_headers([label for row in printed for label in row.labels], table.columns, table)
    return DataRows(rows, missing, changed or altered, copies)


def _parts(table: TableForm, printed: Sequence[PrintedRow]) -> list[Part]:
    """The lines of figures, each with the header rows since the line before."""
    lines = {id(row) for row in ([row for row in printed if row.has_figures] or _blank_line(table, printed))}
    parts: list[Part] = []
    header: dict[Passage, None] = {}
    for row in printed:
        header |= dict.fromkeys(row.labels)
        if id(row) in lines:
            parts.append(Part(tuple(tokens(tuple(header), _names(table))), row))
            header = {}
    return parts


def _titled(table: TableForm, pieces: Sequence[Piece]) -> list[Part]:
    """The lines of tables that each stand under a title which names their cases; empty unless every one does."""
    own = {row.key for row in table.rows}
    found: list[Part] = []
    for piece in pieces:
        for number, part in enumerate(_parts(table, piece.rows)):
            named = [token for token in part.header if token.key in own]
            title = _case(table, piece) if not (named or number) else None
            found.append(Part((title, *part.header), part.line) if title else part)
    keys = [{token.key for token in part.header if token.key in own} for part in found]
    apart = all(len(each) == 1 for each in keys) and len(set().union(*keys)) == len(keys) > 1
    return found if apart else []


def _case(table: TableForm, piece: Piece) -> Token | None:
    """The row that the last title above a table names, and no other."""
    for title in reversed(piece.titles):
        named = [token for token in tokens((title,), _names(table)) if token.key is not None]
        rows = {token.key for token in named if token.key in {row.key for row in table.rows}}
        if len(rows) == 1 and not (rows == {table.rows[0].key} and any(token.key == "" for token in named)):
            return next(token for token in named if token.key in rows)
    return None


def _blank_line(table: TableForm, printed: Sequence[PrintedRow]) -> list[PrintedRow]:
    """The last line that has room for the figures, where none is filled in."""
    room = len(table.rows) * len(table.columns)
    return [row for row in printed if not row.labels and len(row.values) >= room][-1:]


def _as_rows(table: TableForm, printed: Sequence[PrintedRow]) -> list[DataRow]:
    aligned = [row for row in align(printed, table) if row.key and row.row.has_figures]
    width = len(table.columns)
    if len(aligned) < 2 or any(_width(row.row) > width for row in aligned):
        return []
    windows = choose_windows([row.row.values for row in aligned], width)
    order = [column.key for column in table.columns]
    return [make_row(row, order, window.cells, window.reason) for row, window in zip(aligned, windows, strict=True)]


def _width(row: PrintedRow) -> int:
    return sum(not is_blank(cell.text.text) for cell in row.values)


def _names(table: TableForm) -> tuple[tuple[str, str], ...]:
    columns = tuple((f"={key}", name) for key, name in label_names(table.columns))
    return label_names(table.rows) + columns + tuple(("", head) for head in table.heads)


def _groups(table: TableForm, part: Part, alone: bool) -> list[str]:
    """The groups of a line in the order in which its header prints them; all of the form's where it does not."""
    official = [row.key for row in table.rows]
    printed = list(dict.fromkeys(token.key for token in part.header if token.key in official))
    return [key for key in printed if key] if not alone or len(printed) == len(official) else official


def _leaves(table: TableForm, parts: Sequence[Part]) -> tuple[list[str], tuple[str, ...], tuple[Misplaced, ...]]:
    """The columns of each group in the printed order; fewer than five only where header and figures agree."""
    official = [column.key for column in table.columns]
    found = [token for part in parts for token in part.header]
    printed = [(token.key or "")[1:] for token in found if (token.key or "").startswith("=")]
    absent = [key for key in official if key not in printed]
    width = sum(_width(part.line) for part in parts)
    present = list(dict.fromkeys(printed))
    regular = printed == present * (len(printed) // max(1, len(present)))
    if regular and not absent:
        return present, (), ()
    if absent and regular and width == len(present) * len(table.rows):
        return present, tuple(absent), ()
    unknown = [token for token in found if token.key is None]
    changed = _misnamed(table, [token for token in found if token.key is None or token.key.startswith("=")])
    if len(absent) == 1 and len(unknown) == len(table.rows):
        label = table.column(absent[0]).label
        changed = tuple(Misplaced(Printed(token.text.text, token.text.location), label) for token in unknown)
    return official, (), changed


def _misnamed(table: TableForm, leaves: Sequence[Token]) -> tuple[Misplaced, ...]:
    """The header cells that are no label of the form, by the place in which they stand among the others."""
    official = [column.key for column in table.columns]
    wanted = [key for _ in table.rows for key in official]
    pairs = list(zip(leaves, wanted, strict=False))
    if len(leaves) != len(wanted) or any(token.key not in (None, f"={key}") for token, key in pairs):
        return ()
    return tuple(
        Misplaced(Printed(token.text.text, token.text.location), table.column(key).label)
        for token, key in pairs
        if token.key is None
    )


def _rows(table: TableForm, parts: Sequence[Part], leaves: list[str]) -> tuple[DataRow, ...]:
    found: dict[str, DataRow] = {}
    for part in parts:
        groups = _groups(table, part, len(parts) == 1)
        order = [(row, column) for row in groups for column in leaves]
        window = choose_windows([part.line.values], len(order))[0] if order else Window((), _UNNAMED)
        for key in groups or [row.key for row in table.rows if row.key not in found]:
            found[key] = _row(table, key, part, order, window)
    return tuple(found[row.key] for row in table.rows if row.key in found)


_UNNAMED = Text("表头没有印明是哪一类案件", "the header does not say which cases are counted")


def _row(table: TableForm, key: str, part: Part, order: Sequence[tuple[str, str]], window: Window) -> DataRow:
    cells: tuple[tuple[str | None, Cell], ...] = ()
    if not window.reason:
        pairs = zip(order, window.cells, strict=True)
        cells = tuple((column, cell) for (row, column), cell in pairs if row == key)
    at = next((token.text for token in part.header if token.key == key), part.line.anchor)
    label = Printed(table.row(key).label, at.location)
    shown = [cell for _, cell in cells] or list(window.cells)
    printed = tuple(Printed(cell.text.text, cell.text.location) for cell in shown)
    return DataRow(TableRow(key, label, True, printed, window.reason), cells)
