"""The three official tables: every figure of the form, and what of a table is missing, changed or unreadable."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...cells import read_cell
from ...document import Block, Document, Image, Location, Passage, Table
from ...form import Form, Row, TableForm
from ...labels import normalise
from ...language import Text
from ...report import Figure, Printed, State, TableReading, TableRow
from .copies import without_copies, without_repeats
from .data_rows import DataRow, read_rows
from .glued_rows import Glued, find_glued, stands_as_text, texts_of
from .pieces import Piece, find_pieces
from .remedies import read_remedies
from .rows.parted_digits import put_digits_together
from .torn_tables import TORN, printed_labels, torn, torn_rows

_AS_TEXT = Text("行名、列名印成了文字，不成表格", "its labels are printed as text, not as a table")


class ReadTable(Struct, frozen=True):
    """A table with its figures, one for each cell that the form has."""

    reading: TableReading
    figures: tuple[Figure, ...]


def read_tables(
    document: Document, form: Form, sections: Sequence[int | None], foreign: Sequence[str] = ()
) -> tuple[ReadTable, ...]:
    """Every table of the form as the document prints it.

    ``sections`` gives the section of each block, ``foreign`` the printed words that only other forms have.
    """
    pieces = find_pieces(document, form, sections)
    return tuple(
        _read(table, [piece for piece in pieces if piece.key == table.key], document, sections, foreign)
        for table in form.tables
    )


def _read(
    table: TableForm,
    pieces: list[Piece],
    document: Document,
    sections: Sequence[int | None],
    foreign: Sequence[str],
) -> ReadTable:
    own, copies = (pieces, ()) if table.across else without_copies(pieces, table)
    data = read_remedies(table, own) if table.across else read_rows(table, without_repeats(own, table), foreign)
    reason = torn(table, own, data)
    if reason:
        return _unread(table, own[0].table.location, own[0].section, reason)
    rows = _without_subtotal(data.rows, table)
    missing = _missing_rows(rows, table)
    glued = find_glued(document, table) if missing else Glued()
    if not rows and glued.block is None:
        return _absent(table, document, sections)
    rows += tuple(_glued_row(key, label) for key, (label, _) in glued.singles.items() if key in missing)
    missing = tuple(key for key in missing if key not in glued.singles)
    unreadable = _unreadable(rows, missing, glued if not data.rows else None)
    if any(piece.table.assembled for piece in own):
        around = texts_of(document, table, sections) + printed_labels(own)
        with_torn = torn_rows(rows, missing, table, own[0].table.location, around)
        if sum(row.row.reason is not None for row in with_torn) * 4 > len(with_torn):
            unreadable = unreadable or TORN
        rows = with_torn
        missing = tuple(key for key in missing if all(row.row.key != key for row in rows))
    at = own[0].table.location if own else glued.passage.location if glued.passage else Location()
    reading = TableReading(
        key=table.key,
        location=at,
        found=True,
        section=_section(own, glued, sections),
        unreadable=unreadable,
        rows=tuple(row.row for row in rows),
        missing_rows=missing,
        missing_columns=data.missing_columns,
        headers=data.headers,
        copies=copies + data.copies,
    )
    return ReadTable(reading, _figures(table, rows, glued, reading))


def _unread(table: TableForm, at: Location, section: int | None, reason: Text) -> ReadTable:
    """A table that is there, and of which nothing is read."""
    reading = TableReading(
        key=table.key,
        location=at,
        found=True,
        section=section,
        unreadable=reason,
        missing_rows=tuple(row.key for row in table.rows if not _optional(table, row)),
    )
    return ReadTable(reading, _figures(table, (), Glued(), reading))


def _section(own: Sequence[Piece], glued: Glued, sections: Sequence[int | None]) -> int | None:
    if own:
        return own[0].section
    return None if glued.block is None else sections[glued.block]


def _without_subtotal(rows: Sequence[DataRow], table: TableForm) -> tuple[DataRow, ...]:
    """A row that may stand for a group is an extra one where the rows of the group are printed too."""
    keys = {row.row.key for row in rows}
    result = []
    for row in rows:
        group = table.row(row.row.key).alone if row.row.key else None
        extra = group is not None and not keys.isdisjoint(table.members(group))
        result.append(DataRow(replace(row.row, key=None), ()) if extra else row)
    return tuple(result)


def _missing_rows(rows: Sequence[DataRow], table: TableForm) -> tuple[str, ...]:
    printed = {row.row.key for row in rows}
    stood_for = {table.row(key).alone for key in printed if key} - {None}
    return tuple(
        row.key
        for row in table.rows
        if row.key not in printed and row.group not in stood_for - {None} and not _optional(table, row)
    )


def _optional(table: TableForm, row: Row) -> bool:
    """A row that may stand for a group is not missing where the form has the rows of the group."""
    return row.alone is not None and bool(table.members(row.alone))


def _glued_row(key: str, label: Passage) -> DataRow:
    return DataRow(TableRow(key, Printed(label.text, label.location), True, ()), ())


def _unreadable(rows: Sequence[DataRow], missing: Sequence[str], glued: Glued | None) -> Text | None:
    """Why the table as a whole cannot be read: a wreck has rows without names, or more unread rows than read ones."""
    if glued is not None and missing:
        return glued.reason
    nameless = sum(not normalise(row.row.label.text) and row.row.key is None for row in rows)
    if nameless and missing:
        return Text(f"有 {nameless} 行数字没有行名", f"{nameless} rows of figures have no label")
    unread = sum(row.row.reason is not None for row in rows)
    if unread * 2 > len(rows):
        reason = next(row.row.reason for row in rows if row.row.reason)
        return Text(f"{unread} 行无法读取：{reason.zh}", f"{unread} rows cannot be read: {reason.en}")
    return None


def _figures(table: TableForm, rows: Sequence[DataRow], glued: Glued, reading: TableReading) -> tuple[Figure, ...]:
    printed = {row.row.key: row for row in rows if row.row.key}
    figures: list[Figure] = []
    for form_row in table.rows:
        if form_row.key not in printed and form_row.key not in reading.missing_rows:
            continue
        row = printed.get(form_row.key)
        nearest = row.row.label.location if row else reading.location
        cells = dict(row.cells) if row else {}
        own: list[Figure] = []
        for column in table.columns_of(form_row.key):
            text = cells[column].text if column in cells else None
            if form_row.key in glued.singles and row and not row.cells:
                text = glued.singles[form_row.key][1]
            if text is None:
                own.append(Figure(table.key, form_row.key, column, None, "", State.MISSING, nearest))
                continue
            state, value = read_cell(text.text, table.column(column).type)
            own.append(Figure(table.key, form_row.key, column, value, text.text.strip(), state, text.location))
        figures += put_digits_together(own)
    return tuple(figures)


def _absent(table: TableForm, document: Document, sections: Sequence[int | None]) -> ReadTable:
    """No row of the table is known; a table that stands in its section all the same cannot be read."""
    here = [block for block, section in zip(document.blocks, sections, strict=True) if section == table.section]
    at = _location(here[0]) if here else Location()
    grid = next((block for block in here if isinstance(block, Table)), None)
    if grid is not None:
        reason = Text("认不出表格的行名和列名", "its row and column labels cannot be recognised")
        return _unread(table, grid.location, table.section, reason)
    if stands_as_text(document, table, sections):
        return _unread(table, at, table.section, _AS_TEXT)
    image = any(isinstance(block, Image) for block in here)
    return ReadTable(TableReading(key=table.key, location=at, found=False, image=image), ())


def _location(block: Block) -> Location:
    return block.location if isinstance(block, Table | Image) else block.text.location
