"""A 汇总表 that lies on its side: a column for each unit, the rows those of the official tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..form import Form
from ..labels import bare
from ..rulebook.forms import forms
from ..sheets.opened_sheets import Sheet, SheetCell, Workbook

# Columns that are no units: years, sums, remarks.
_NO_UNIT = re.compile(
    r"\d{4}年?度?|本年度?|上年度?|去年|今年|合计|总计|小计|增减.*|同比.*|序号|备注|数量|数值|单位|计量单位|代码|行次"
)


def transposed(book: Workbook) -> Workbook:
    """The workbook with the columns of its sheets as rows."""
    return Workbook(tuple(_turned(sheet) for sheet in book.sheets))


def is_unit(name: str) -> bool:
    """Whether the head of a column may be the name of a unit: no label of the forms, no year, no sum."""
    plain = bare(name)
    return bool(plain) and not _NO_UNIT.fullmatch(plain) and plain not in _labels()


@cache
def _labels() -> frozenset[str]:
    return frozenset(bare(text) for form in forms() for text in _texts(form))


def _texts(form: Form) -> list[str]:
    things = [thing for table in form.tables for thing in (*table.rows, *table.columns, *table.groups)]
    heads = [text for table in form.tables for text in (*table.heads, *(block.title for block in table.blocks))]
    return [*(name for thing in things for name in (thing.label, *thing.variants)), *heads, "信息内容"]


def _is_title(row: Sequence[SheetCell]) -> bool:
    """Whether a row is a title that reaches over the columns: on its side it would stand beside every unit."""
    filled = [cell for cell in row if cell.text]
    return len(filled) == 1 and filled[0].colspan > 1


def _turned(sheet: Sheet) -> Sheet:
    rows: dict[int, list[SheetCell]] = {}
    for cell in (cell for row in sheet.rows if not _is_title(row) for cell in row):
        turned = SheetCell(cell.text, cell.column, cell.row, cell.colspan, cell.rowspan)
        rows.setdefault(cell.column, []).append(turned)
    last = max(rows, default=0)
    return Sheet(sheet.name, tuple(tuple(rows.get(number, ())) for number in range(1, last + 1)))
