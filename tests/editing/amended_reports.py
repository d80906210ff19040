"""Amends files of the tests, and says what is read in them."""

from __future__ import annotations

from functools import cache

from govreport_lint import api
from govreport_lint.document import Document, Heading, Paragraph, Passage, Table
from govreport_lint.editing.amending import amend
from govreport_lint.editing.amendments import Amended, Amendment
from govreport_lint.linter import Config, Linter
from govreport_lint.readers.blocks.flow import tidy
from govreport_lint.report import Report

Key = tuple[str, str, str]
TOTAL: Key = ("applications", "received", "total")


@cache
def quick() -> Linter:
    """A linter of one rule: what is written and read is the same with all of them."""
    return Linter(api.linter().rulebook, Config(select=("A301",)))


def amended(data: bytes, name: str, *amendments: Amendment) -> Amended:
    return amend(quick(), data, name, amendments)


def figures(report: Report) -> dict[Key, object]:
    return {(each.table, each.row, each.column): each.value for each in report.figures}


def read(data: bytes, name: str) -> Document:
    return api.read_bytes(data, name)


def words(document: Document) -> list[str]:
    """What every paragraph and every cell says."""
    return [tidy(each.text) for each in passages(document)]


def passages(document: Document) -> list[Passage]:
    """Every paragraph and every cell, from the first to the last; a merged cell once."""
    found: list[Passage] = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Table):
            found += {id(cell): cell.text for row in block.rows for cell in row}.values()
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
