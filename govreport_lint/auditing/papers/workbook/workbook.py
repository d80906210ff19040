"""The workbook as a whole: its sheets in order, its bytes, its place."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from ....output.workbook.drawing.book import Book
from ...audited import Audit
from ..writing import write_paper
from .sheets import (
    alike_texts,
    county_sums,
    cover,
    not_judged,
    problems,
    roll_up_table,
    unit_figures,
    unit_summary,
    years,
)


def write(audit: Audit, path: Path, known: str | Collection[str] | None = None) -> Path:
    """Write the workbook (audit.xlsx) and tell where it is: ``audit-2.xlsx`` where the file is open and locked, or is
    neither the program's own (``known``: digests, see ``write_paper``) nor the same. Needs XlsxWriter (extra audit).
    """
    return write_paper(path, workbook_bytes(audit), known)


def workbook_bytes(audit: Audit) -> bytes:
    """The bytes of the workbook; the same audit gives the same bytes."""
    book = Book(cover.title_of(audit), audit.date)
    layout = unit_figures.figure_layout(audit)
    cover.draw(book, audit, _contents(audit))
    unit_summary.draw(book, audit)
    problems.draw(book, audit)
    county_sums.draw(book, audit, layout)
    unit_figures.draw(book, audit, layout)
    years.draw(book, audit)
    alike_texts.draw(book, audit)
    if audit.workbook is not None:
        roll_up_table.draw(book, audit, audit.workbook)
    not_judged.draw(book, audit)
    return book.data()


def _contents(audit: Audit) -> tuple[tuple[str, str], ...]:
    """The sheets after the cover and what each is for."""
    sheets = (unit_summary, problems, county_sums, unit_figures, years, alike_texts, roll_up_table, not_judged)
    return tuple(
        (sheet.NAME, sheet.PURPOSE) for sheet in sheets if sheet is not roll_up_table or audit.workbook is not None
    )
