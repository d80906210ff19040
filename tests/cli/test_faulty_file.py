"""A mistake in a TOML file is shown in the file: the line, and a mark under what is meant."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from govreport_lint.cli.console.faulty_file import error_lines
from govreport_lint.errors import RuleError, Spot
from govreport_lint.language import Text

REASON = Text("没有这一行", "no such row")


def lines(source: str, column: int, width: int, *, language: str = "zh", room: int = 60) -> list[str]:
    error = RuleError("a.toml", REASON, Spot(12, column, width, source), "X901 check.expression")
    return error_lines(error, language, room)


def test_the_mark_stands_under_what_is_meant_in_wide_characters() -> None:
    assert lines('式 = "新受 <= 新收"', 6, 2) == [
        "a.toml:12:6：X901 check.expression：没有这一行",
        "   |",
        '12 | 式 = "新受 <= 新收"',
        "   |       ^^^^",
    ]


def test_in_english() -> None:
    assert lines("a = 1", 5, 1, language="en")[0] == "a.toml:12:5: X901 check.expression: no such row"


@pytest.mark.parametrize("before", [0, 10, 45, 400])
@pytest.mark.parametrize("width", [1, 4, 300])
@pytest.mark.parametrize("after", [0, 10, 400])
def test_of_a_long_line_the_part_around_it_is_shown(before: int, width: int, after: int) -> None:
    shown = lines("前" * before + "错" * width + "x" * after, before + 1, width)
    _, _, source, mark = shown
    assert cell_len(source) <= 60 and cell_len(mark) <= 60
    at = mark.index("^")
    cells, start = 0, 0
    while cells < at:
        cells += cell_len(source[start])
        start += 1
    assert cells == at and source[start] == "错"
    assert (before > 0) == (source[start - 1] != " " or start - 1 > 4)


def test_without_a_place_only_the_file_is_named() -> None:
    assert error_lines(RuleError("a.toml", REASON)) == ["a.toml：没有这一行"]


def test_nothing_in_the_file_steers_the_terminal() -> None:
    shown = "\n".join(lines("\x1b[2J\ta = 1", 6, 1))
    assert "\x1b" not in shown and "\t" not in shown
    assert shown.splitlines()[-1].index("^") == shown.splitlines()[-2].index("a = 1")
