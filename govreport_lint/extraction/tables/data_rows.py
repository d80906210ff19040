"""The data rows of 表二 and 表三: each printed row with its label and its figures under their columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from ...cells import is_blank
from ...document import Cell, Location, Passage
from ...form import TableForm
from ...language import Text
from ...report import Misplaced, Printed, TableRow
from .altered_headers import altered_headers
from .columns import Columns, application_columns, block_columns
from .pieces import Piece
from .rows.alignment import Aligned, align
from .rows.pdf_rows import printed_order, total_last, without_glued_marks
from .rows.printed_rows import PrintedRow
from .rows.windows import choose_windows


class DataRow(Struct, frozen=True):
    """A printed row with the column of each figure (None: a column that the form does not have)."""

    row: TableRow
    cells: tuple[tuple[str | None, Cell], ...]


class DataRows(Struct, frozen=True):
    """The rows of a table, the columns it lacks, the header cells that differ, and where it is printed again."""

    rows: tuple[DataRow, ...]
    missing_columns: tuple[str, ...] = ()
    headers: tuple[Misplaced, ...] = ()
    copies: tuple[Location, ...] = ()


def read_rows(table: TableForm, pieces: Sequence[Piece], foreign: Sequence[str] = ()) -> DataRows:
    """The data rows of a table that is printed row by row."""
    aligned = align([row for piece in pieces for row in piece.rows], table)
    if table.blocks:
        return _block_rows(table, aligned, foreign)
    return _even_rows(table, aligned, any(piece.table.assembled for piece in pieces))


def make_row(aligned: Aligned, order: Sequence[str | None], cells: tuple[Cell, ...], reason: Text | None) -> DataRow:
    """A row with its figures; one that has a reason has none."""
    at = aligned.label if aligned.label.runs else aligned.row.anchor
    label = Printed(aligned.label.text.replace("\n", "").strip(), at.location)
    printed = tuple(Printed(cell.text.text, cell.text.location) for cell in cells)
    row = TableRow(aligned.key, label, aligned.exact, printed, reason)
    return DataRow(row, () if reason else tuple(zip(order, cells, strict=False)))


def _even_rows(table: TableForm, aligned: list[Aligned], assembled: bool) -> DataRows:
    """Rows that all have the same columns (表三)."""
    first = next((index for index, row in enumerate(aligned) if _is_data(row)), len(aligned))
    header = [row.row for row in aligned[:first]]
    if first < len(aligned):
        header.append(PrintedRow(_before_label(aligned[first]), (), aligned[first].row.anchor))
    data = [row for row in aligned if _is_data(row)]
    columns = application_columns(header, table, _width(data, len(table.columns)))
    windows = choose_windows([row.row.values for row in data], len(columns.order))
    order = columns.order
    if assembled:
        order = total_last(printed_order(order, header, table), windows)
        windows = [without_glued_marks(window, order) for window in windows]
    rows = (make_row(row, order, window.cells, window.reason) for row, window in zip(data, windows, strict=True))
    altered = altered_headers([label for row in header for label in row.labels], table.columns, table)
    return DataRows(tuple(rows), columns.missing, columns.changed or altered)


def _is_data(row: Aligned) -> bool:
    return row.key is not None or row.row.has_figures


def _before_label(aligned: Aligned) -> tuple[Passage, ...]:
    """The cells that stand before the row's own label: header cells, where the file has one cell per line."""
    if not aligned.label.runs:
        return ()
    at = aligned.label.location.start
    return tuple(label for label in aligned.row.labels if label.location.end <= at)


def _width(rows: Sequence[Aligned], usual: int) -> int:
    """How many figures most rows print; blank cells make rows look narrower, so only a clear majority counts."""
    printed = Counter(sum(not is_blank(cell.text.text) for cell in row.row.values) for row in rows if row.key)
    if not printed:
        return usual
    width, count = printed.most_common(1)[0]
    return width if count * 2 > sum(printed.values()) and width >= usual - 2 else usual


def _block_rows(table: TableForm, aligned: list[Aligned], foreign: Sequence[str]) -> DataRows:
    """Rows under headers of their own (表二)."""
    rows: list[DataRow] = []
    missing: list[str] = []
    changed: list[Misplaced] = []
    header: tuple[Passage, ...] = ()
    title: tuple[Passage, ...] = ()
    for row in aligned:
        labels = _before_label(row) if _is_data(row) else row.row.labels
        title = tuple(label for label in labels if "第二十条" in label.text) or title
        header = labels if _starts_block(labels) else header + labels
        if not _is_data(row):
            continue
        values = _merged(row.row.values, len(table.columns_of(row.key))) if row.key else row.row.values
        width = sum(not is_blank(cell.text.text) for cell in values)
        columns = block_columns(header, table, row.key, width, foreign) if row.key else Columns(())
        changed += [
            item for item in columns.changed or _altered((*title, *header), table, row.key) if item not in changed
        ]
        missing += [key for key in columns.missing if key not in missing]
        window = choose_windows([_trimmed(values, len(columns.order))], len(columns.order))[0]
        rows.append(make_row(row, columns.order, window.cells, window.reason if row.key else None))
    return DataRows(tuple(rows), tuple(missing), tuple(changed))


def _merged(values: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """The cells of a row of one figure; one merged over the columns of the block above may stand there repeated."""
    printed = [cell for cell in values if not is_blank(cell.text.text)]
    texts = {cell.text.text.strip() for cell in printed}
    return (printed[0],) if width == 1 and len(printed) > 1 and len(texts) == 1 else values


def _altered(header: tuple[Passage, ...], table: TableForm, row: str | None) -> tuple[Misplaced, ...]:
    """What the header of a block says otherwise."""
    if row is None:
        return ()
    labels = [table.column(key) for key in table.columns_of(row)]
    return altered_headers(header, labels, table, table.block(row))


def _starts_block(labels: Sequence[Passage]) -> bool:
    text = "".join(label.text for label in labels)
    return "第二十条" in text or ("信息内容" in text and len(labels) > 1)


def _trimmed(values: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    """The cells without the empty ones at the right that the block has no column for."""
    cells = list(values)
    while len(cells) > width and is_blank(cells[-1].text.text):
        cells.pop()
    return tuple(cells)
