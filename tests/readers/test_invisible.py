"""Characters that nobody sees are dropped by every reader, and never reach a terminal."""

from __future__ import annotations

import pytest
from layouts import LAYOUTS

from govreport_lint import extract, lint_text
from govreport_lint.document import Document
from govreport_lint.invisible import without_invisible
from govreport_lint.output.words.printable import printable
from govreport_lint.readers.formats import read_as
from govreport_lint.rulebook.pages import standard_report

UNSEEN = [
    "\u00ad", "\u061c", "\u180e", "\u200b", "\u200d", "\u200e", "\u202a", "\u202e", "\u2060", "\u2061", "\u2064",
    "\u2066", "\u2069", "\ufe0f", "\ufeff", "\U000e0001", "\U000e0041",
]  # fmt: skip


def figures(document: Document) -> list[tuple[object, ...]]:
    return [(one.table, one.row, one.column, one.value) for one in extract(document).figures]


@pytest.mark.parametrize("mark", UNSEEN, ids=lambda mark: f"U+{ord(mark):04X}")
@pytest.mark.parametrize("layout", LAYOUTS)
def test_marks_between_all_characters_change_no_figure(mark: str, layout: str) -> None:
    format_name, lay = LAYOUTS[layout]
    plain = lay(standard_report())
    marked = plain.replace("0", f"{mark}0{mark}").replace("年", f"年{mark}").replace("不予", f"不{mark}予")
    assert figures(read_as(marked, "r", format_name)) == figures(read_as(plain, "r", format_name))


@pytest.mark.parametrize("mark", UNSEEN, ids=lambda mark: f"U+{ord(mark):04X}")
def test_a_place_stays_exact_among_them(mark: str) -> None:
    source = standard_report().replace("| 41 ", f"| {mark}4{mark}1{mark} ")
    result = lint_text(source)
    for figure in result.report.figures:
        assert without_invisible(source[figure.location.start : figure.location.end]).strip() == figure.raw


@pytest.mark.parametrize("mark", UNSEEN, ids=lambda mark: f"U+{ord(mark):04X}")
def test_none_reaches_the_terminal(mark: str) -> None:
    assert mark not in printable(f"示例{mark}镇")
