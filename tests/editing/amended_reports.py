"""Amends files of the tests, and says what is read in them."""

from __future__ import annotations

from govreport_lint import api
from govreport_lint.document import Document, Heading, Paragraph, Table
from govreport_lint.editing.amending import amend
from govreport_lint.editing.amendments import Amended, Amendment
from govreport_lint.readers.blocks.flow import tidy
from govreport_lint.report import Report

Key = tuple[str, str, str]
TOTAL: Key = ("applications", "received", "total")


def amended(data: bytes, name: str, *amendments: Amendment) -> Amended:
    return amend(api.linter(), data, name, amendments)


def figures(report: Report) -> dict[Key, object]:
    return {(each.table, each.row, each.column): each.value for each in report.figures}


def read(data: bytes, name: str) -> Document:
    return api.read_bytes(data, name)


def words(document: Document) -> list[str]:
    """Every paragraph and every cell, from the first to the last."""
    found: list[str] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(tidy(block.text.text))
        elif isinstance(block, Table):
            found += [tidy(cell.text.text) for row in block.rows for cell in row]
    return found


def changes(before: Document, after: Document) -> list[tuple[str, str]]:
    """What said something else before; the two have as many paragraphs and cells."""
    return [(one, other) for one, other in zip(words(before), words(after), strict=True) if one != other]


def paragraph(document: Document, beginning: str) -> int:
    """The index of the paragraph that begins so."""
    return next(
        at
        for at, block in enumerate(document.blocks)
        if isinstance(block, Heading | Paragraph) and block.text.text.startswith(beginning)
    )
