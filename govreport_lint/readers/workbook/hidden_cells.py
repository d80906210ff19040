"""Rows and columns of a sheet that are hidden: nobody sees what stands there, so it is not read."""

from __future__ import annotations

from msgspec.structs import replace

from ...sheets.opened_sheets import Sheet, SheetCell


def seen(sheet: Sheet) -> Sheet:
    """The sheet as it is shown; a merged cell is as large as the part of it that is seen."""
    if not (sheet.hidden_rows or sheet.hidden_columns):
        return sheet
    shown: dict[int, list[SheetCell]] = {row[0].row: [] for row in sheet.rows if row}
    for cell in (cell for row in sheet.rows for cell in row):
        rows = [row for row in range(cell.row, cell.row + cell.rowspan) if row not in sheet.hidden_rows]
        columns = [at for at in range(cell.column, cell.column + cell.colspan) if at not in sheet.hidden_columns]
        if rows and columns:
            part = replace(cell, row=rows[0], column=columns[0], rowspan=len(rows), colspan=len(columns))
            shown.setdefault(rows[0], []).append(part)
    kept = [sorted(cells, key=lambda cell: cell.column) for row, cells in sorted(shown.items()) if _is_seen(sheet, row)]
    return Sheet(sheet.name, tuple(map(tuple, kept)))


def hidden_parts(sheet: Sheet) -> tuple[int, int]:
    """How many hidden rows and columns hold any text that is not shown elsewhere in a merged cell."""
    cells = [cell for row in sheet.rows for cell in row if cell.text]
    rows = {cell.row for cell in cells if cell.row in sheet.hidden_rows and cell.rowspan == 1}
    columns = {cell.column for cell in cells if cell.column in sheet.hidden_columns and cell.colspan == 1}
    return len(rows), len(columns)


def _is_seen(sheet: Sheet, row: int) -> bool:
    return row not in sheet.hidden_rows
