"""Tables that were put together from lines and came apart: what of them is there and cannot be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...document import Location
from ...form import TableForm
from ...labels import bare, normalise
from ...language import Text
from ...report import Printed, TableRow
from .data_rows import DataRow, DataRows
from .pieces import Piece

TORN = Text("行名断开，无法与数字对应", "its labels are torn, so the figures belong to no row")
# Figures within what was taken for a label.
_FIGURES = re.compile(r"\d(?:\s+\d+){2}")
# A label as short as this is what narrow columns left of one.
_SHORT = 4


def torn(table: TableForm, own: Sequence[Piece], data: DataRows) -> Text | None:
    """Why the figures of a table that was put together from lines cannot be told apart: its columns were torn."""
    if not any(piece.table.assembled for piece in own):
        return None
    names = {name for row in table.rows for name in row.names}
    heads = {name for column in table.columns for name in column.names} - names
    headed = [row for row in data.rows if row.row.key is None and bare(row.row.label.text) in heads]
    if headed:
        return Text("各列的数字分开排列，无法对应到行", "its figures stand column by column, so they belong to no row")
    unread = [row.row.reason for row in data.rows if row.row.reason is not None]
    if unread and (table.across or len(unread) * 4 > len(data.rows)):
        return Text(f"{len(unread)} 行无法读取：{unread[0].zh}", f"{len(unread)} rows cannot be read: {unread[0].en}")
    return None


def torn_rows(
    rows: tuple[DataRow, ...], missing: tuple[str, ...], table: TableForm, at: Location, around: str
) -> tuple[DataRow, ...]:
    """The rows, and as unread those missing ones whose names, or figures behind a piece of a label, stand there."""
    names = "\n".join(name for row in table.rows for name in row.names)
    torn = {row.row.label for row in rows if row.row.key is None and _is_piece(row.row.label.text, names)}
    glued = bool(_FIGURES.search(around))
    keys = [key for key in missing if torn or glued or normalise(table.row(key).label) in around]
    unread = [DataRow(TableRow(key, Printed(table.row(key).label, at), True, (), TORN), ()) for key in keys]
    return (*(row for row in rows if not (keys and row.row.label in torn)), *unread)


def printed_labels(pieces: Sequence[Piece]) -> str:
    labels = (label.text for piece in pieces for row in piece.rows for label in row.labels)
    return "\n".join(text if _FIGURES.search(text) else normalise(text) for text in labels)


def _is_piece(label: str, names: str) -> bool:
    name = bare(label)
    return len(name) <= _SHORT or name in names
