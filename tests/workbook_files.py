"""Workbooks made of the reports in the tests."""

from __future__ import annotations

import io

import openpyxl
from layouts import parts, span_of


def workbook_of(report: str, sheets: bool = False) -> bytes:
    """The tables of a Markdown report below their titles, in one sheet or in one sheet each, with merged cells."""
    book = openpyxl.Workbook()
    sheet, top = book.active, 1
    for part in parts(report):
        if isinstance(part, str):
            if part.startswith("## "):
                if sheets:
                    sheet, top = book.create_sheet(part[3:6]), 1
                sheet.cell(top, 1, part.lstrip("# "))
                top += 1
            continue
        width = max(map(len, part))
        grid = [row + [""] * (width - len(row)) for row in part]
        taken: set[tuple[int, int]] = set()
        for y, row in enumerate(grid):
            for x, text in enumerate(row):
                if (y, x) in taken:
                    continue
                across, down = span_of(grid, y, x)
                taken |= {(y + i, x + j) for i in range(down) for j in range(across)}
                if text:
                    sheet.cell(top + y, x + 1, float(text) if text.isdigit() else text)
                if across * down > 1:
                    sheet.merge_cells(None, top + y, x + 1, top + y + down - 1, x + across)
        top += len(grid) + 1
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
