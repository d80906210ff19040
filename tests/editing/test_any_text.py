"""Whatever is typed wherever: it is refused, or read there as it was typed, and nothing else changes."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from amended_reports import amended, passages, quick, read, words
from conftest import SAMPLES
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from layouts import as_html, as_lines
from pdf_files import REPORTS
from word_layouts import as_docx

from govreport_lint.document import Heading, Paragraph
from govreport_lint.editing.amendments import Amendment
from govreport_lint.readers.blocks.flow import tidy
from govreport_lint.report import State

GOOD = REPORTS[0][1]
FILES = {
    "网页.html": as_html(GOOD).encode(),
    "文档.docx": as_docx(GOOD),
    "文本.txt": as_lines(GOOD).encode(),
    **{
        name: (SAMPLES / name).read_bytes()
        for name in ("town-2024.faulty.md", "town-2024.pipes.md", "zone-2021.html-in-markdown.md",
                     "district-2023.tabs.txt", "town-2024.gb18030.txt", "bureau-2023.page.html")
    },
}  # fmt: skip
SIGNS = st.sampled_from([
    "0", "3", "41", "999", "９", "甲", "说明", "。", "，", " ", "　", "\u00a0", "\n", "\r\n", "\t", "\x00", "\x07", "\u202e",
    "\u200f", "\u200b", "<b>", "</td>", "</p>", "<!-- x -->", "&amp;", "&lt;", "&", "|", "\\", "*", "**", "_", "`", "~~",
    "#", "# ", "- ", "+ ", "> ", "1. ", "2) ", "===", "---", "[x]", "(y)", "![i](u)", "$", '"', "'", "“", "”", "=1+1", "@",
    "①", "²", "[^1]", "http://a.cn", "{", "}", "〇", "—", "%", "𠮷",
])  # fmt: skip
TEXTS = st.one_of(st.integers(0, 99_999).map(str), st.just(""), st.lists(SIGNS, min_size=1, max_size=6).map("".join))
UNPRINTED = {0: None, 7: None, 0x202E: None}


class Place:
    """Where something may be typed, and which of the passages of the document it is."""

    def __init__(self, index: int, amendment: Amendment) -> None:
        self.index, self._of = index, amendment

    def amendment(self, text: str) -> Amendment:
        of = self._of
        return Amendment(text, of.table, of.row, of.column, of.block)


@cache
def places(name: str) -> list[Place]:
    return list(_places(name))


def _places(name: str) -> Iterator[Place]:
    document = read(FILES[name], name)
    index = {id(each): at for at, each in enumerate(passages(document))}
    for at, block in enumerate(document.blocks):
        if isinstance(block, Heading | Paragraph):
            yield Place(index[id(block.text)], Amendment("", block=at))
    at_location = {each.location: at for at, each in enumerate(passages(document))}
    for figure in quick().extract(document).figures:
        if figure.state is not State.MISSING and figure.location in at_location:
            key = figure.table, figure.row, figure.column
            yield Place(at_location[figure.location], Amendment("", *key))


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=3, suppress_health_check=list(HealthCheck))
@given(typed=st.lists(st.tuples(st.integers(0, 9_999), st.integers(0, 30), TEXTS), min_size=1, max_size=4))
def test_what_is_typed_is_read_there_or_refused(name: str, typed: list[tuple[int, int, str]]) -> None:
    data = FILES[name]
    before = words(read(data, name))
    wanted: dict[int, tuple[Amendment, str]] = {}
    for number, at, text in typed:
        place = places(name)[number % len(places(name))]
        printed = before[place.index]
        # Now and then it goes into what stands there, else into its place.
        new = printed[:at] + text + printed[at + 2 :] if number % 3 else text
        wanted[place.index] = place.amendment(new), new
    found = amended(data, name, *(amendment for amendment, _ in wanted.values()))
    assert found.reason is None
    refused = [each.amendment for each in found.refused]
    for index, (amendment, text) in wanted.items():
        if amendment not in refused:
            before[index] = tidy(text.translate(UNPRINTED))
    # A paragraph without a word is none.
    assert [each for each in words(found.document) if each] == [each for each in before if each]
    if found.data is not None:
        assert words(read(found.data, name)) == words(found.document)
