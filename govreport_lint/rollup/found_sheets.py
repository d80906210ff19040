"""The sheets of a 汇总表 that have a header, and the form that most of it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from ..form import Form
from ..rulebook.forms import forms
from ..sheets.opened_sheets import Sheet, Workbook
from .header import Grid, Header, find_header
from .targets import Place, targets_of
from .vocabulary_words import load_words


class Found(NamedTuple):
    """A sheet with a header, its number from 1, and the form that the header was read by."""

    sheet: Sheet
    number: int
    grid: Grid
    header: Header
    form: Form


def best_sheets(book: Workbook) -> tuple[Form, list[Found]]:
    """The form whose own cells most of the columns name, the newest of equals, and the sheets with a header.

    Cells that several forms have say nothing about the form.
    """
    grids = [Grid(sheet) for sheet in book.sheets]
    readings = []
    for form in forms():
        headers = [find_header(grid, form, load_words()) for grid in grids]
        found = [
            Found(sheet, number, grid, header, form)
            for number, (sheet, grid, header) in enumerate(zip(book.sheets, grids, headers, strict=True), 1)
            if header is not None
        ]
        readings.append((form, found))
    known = Counter(place for form in forms() for place in targets_of(form).types())
    return max(readings, key=lambda reading: _own(reading[1], known))


def _own(found: Sequence[Found], known: Counter[Place]) -> int:
    return sum(known[place] == 1 for each in found for place in each.header.places.values())
