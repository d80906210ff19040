"""The piece of a table that an item shows: what is wrong in it, or what a sentence is held against."""

from __future__ import annotations

from conftest import SAMPLES

from govreport_lint import lint
from govreport_lint.auditing.audited import Piece
from govreport_lint.auditing.judging.items import items_of
from govreport_lint.shipped import shipped_rulebook


def piece(code: str) -> Piece | None:
    """The piece of the first item with a code in the samples."""
    rulebook = shipped_rulebook()
    for path in sorted(SAMPLES.glob("*.md")):
        result = lint(path)
        for item in items_of(result, rulebook.form(result.report.form), "某镇", rulebook.by_name):
            if item.code == code:
                return item.piece
    raise AssertionError(code)


def marks(found: Piece | None) -> set[str]:
    """The marks in a piece."""
    assert found is not None
    return {cell.mark for _, cells in found.rows for cell in cells} - {""}


def test_a_cell_that_is_wrong_is_marked_as_wrong() -> None:
    assert marks(piece("A303")) == {"wrong"}


def test_the_cells_that_a_sentence_is_held_against_are_marked_so() -> None:
    found = piece("N501")
    assert marks(found) == {"held"}
    assert found and found.table == "applications" and "总计" in found.columns


def test_what_is_about_no_table_has_no_piece() -> None:
    assert piece("D605") is None
