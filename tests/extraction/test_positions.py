"""Offsets become lines and columns from 1."""

from __future__ import annotations

import pytest

from govreport_lint.document import Location
from govreport_lint.lines import Lines, Span


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_begins_a_line(end: str) -> None:
    source = f"甲乙{end}{end}丙丁"
    lines = Lines(source)
    assert lines.position(0) == (1, 1)
    assert lines.position(1) == (1, 2)
    assert lines.position(source.index("丙")) == (3, 1)
    assert lines.position(source.index("丁")) == (3, 2)


def test_the_end_is_exclusive_and_may_be_the_end_of_the_text() -> None:
    lines = Lines("一\n二三")
    assert lines.span(Location(2, 4)) == Span(2, 1, 2, 3)


def test_offsets_outside_the_text_are_its_ends() -> None:
    lines = Lines("一二")
    assert lines.position(-5) == (1, 1)
    assert lines.position(99) == (1, 3)


def test_a_location_that_ends_before_it_begins_is_empty() -> None:
    assert Lines("一二三").span(Location(2, 0)) == Span(1, 3, 1, 3)


def test_a_document_without_text_has_no_lines() -> None:
    assert Lines(None).span(Location(page=2)) is None


def test_an_empty_text_has_one_line() -> None:
    assert Lines("").span(Location()) == Span(1, 1, 1, 1)
