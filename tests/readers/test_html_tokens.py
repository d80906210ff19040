"""The tokens of pages, whole and spoiled, are those of the standard library's parser."""

from __future__ import annotations

import html.parser
import os
from itertools import zip_longest
from pathlib import Path

import pytest
from conftest import SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st
from parser_events import Event, events, joined
from spoiled_pages import ODDITIES, spoiled

from govreport_lint.html.nodes import Node
from govreport_lint.html.tokens import Kind, tokens
from govreport_lint.readers.html.reader import read_html

SPOILED = 2000
GIVEN = [Path(os.environ[name]) for name in ("GOVREPORT_CORPUS", "GOVREPORT_CASES") if name in os.environ]
PAGES = [
    path.read_text("utf-8", "replace")
    for folder in (SAMPLES, *GIVEN)
    for path in sorted([*folder.rglob("*.html"), *folder.rglob("*.htm")])
]

pytestmark = pytest.mark.skipif(
    hasattr(html.parser, "commentabruptclose"),
    reason="这一版标准库改变了残缺标记的读法（3.13.6 起），不能再作对照",
)


def seen(page: str) -> list[Event]:
    """Our tokens, told as events."""
    found: list[Event] = []
    for kind, at, value, attributes, closed in tokens(page):
        if kind is Kind.START:
            found.append(("start", at, value, Node(value, "", at, at, attributes).attributes(), closed))
        elif kind is Kind.END:
            found.append(("end", at, value))
        else:
            found.append(("text", value) if kind is Kind.TEXT else ("unseen", at))
    return joined(found)


def differing(page: str) -> list[tuple[Event | None, Event | None]]:
    """Where our tokens and the events are not the same."""
    return [pair for pair in zip_longest(seen(page), events(page)) if pair[0] != pair[1]]


def test_whole_pages() -> None:
    for page in PAGES:
        assert not differing(page)


@pytest.mark.parametrize("seed", range(8))
def test_spoiled_pages(seed: int) -> None:
    for page in spoiled(PAGES, SPOILED // 8, seed):
        assert not differing(page)[:1], page


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*ODDITIES, "<td>", "</td>", "甲", " ", "'", '"', "=", "/"]), max_size=12).map("".join))
def test_nothing_but_oddities(page: str) -> None:
    assert not differing(page)


@pytest.mark.parametrize(
    "mark", ["<!--", "<?", "<![CDATA[", "<![if ", '<a href="', "<a b='>'c", "<", "<!-- >", "</", "<title>", "&"]
)
def test_marks_that_nothing_closes_are_read_in_time(mark: str) -> None:
    assert read_html("<html><body>" + mark * 100_000 + ">", "wreck.html").notes
