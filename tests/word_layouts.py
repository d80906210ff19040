"""The same report as Word files, made by python-docx: label cells merged as Word writes them, or split."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache

from docx import Document
from docx.document import Document as Built
from docx.table import Table
from layouts import Row, parts, span_of


@lru_cache(maxsize=256)
def as_docx(report: str, *, merged: bool = True, change: Callable[[Built], None] | None = None) -> bytes:
    """A report in Markdown as a Word file; ``change`` gets the document before it is saved."""
    built = Document()
    for part in parts(report):
        if isinstance(part, list):
            _add_table(built, part, merged)
        elif part.startswith("#"):
            level = len(part) - len(part.lstrip("#"))
            built.add_heading(part.lstrip("# "), level - 1)
        elif part.strip():
            built.add_paragraph(part)
    if change:
        change(built)
    stream = io.BytesIO()
    built.save(stream)
    return stream.getvalue()


def _add_table(built: Built, rows: list[Row], merged: bool) -> None:
    width = max(len(row) for row in rows)
    grid = [row + [""] * (width - len(row)) for row in rows]
    table = built.add_table(len(grid), width, "Table Grid")
    for y, row in enumerate(table.rows):
        for x, cell in enumerate(row.cells):
            if grid[y][x]:
                cell.text = grid[y][x]
    if merged:
        _merge(table, grid)


def _merge(table: Table, grid: list[Row]) -> None:
    cells = [list(row.cells) for row in table.rows]
    taken: set[tuple[int, int]] = set()
    for y, row in enumerate(grid):
        for x in range(len(row)):
            if (y, x) in taken:
                continue
            across, down = span_of(grid, y, x)
            taken |= {(y + i, x + j) for i in range(down) for j in range(across)}
            if (across, down) != (1, 1):
                text = cells[y][x].text
                cells[y][x].merge(cells[y + down - 1][x + across - 1]).text = text
