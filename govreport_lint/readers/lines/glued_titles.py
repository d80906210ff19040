"""Lines that hold a whole report (a web page's text without its breaks): cut where sections begin."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from ...document import Passage
from ...labels import bare
from ..blocks.source_passages import cut_all, stripped
from .vocabulary import is_label, section_of, title_beginnings, title_lengths

_LONGEST_PREFIX = 12
# What follows a title at once belongs to a sentence about it.
_SENTENCE_GOES_ON = "，、。的；;,"
_SUBHEADING = re.compile(r"(?:(?<=[。！？：])|(?<=\s))[（(][一二三四五六七八九十]{1,3}[)）]")
_LABEL_AFTER = 4
_REPORT_TITLE = re.compile(r"(?:^|(?<=\s))[^\s，。；]{0,30}\d{4}年[^\s，。；]{0,20}(?:年度报告|年报)(?=\s)")
_TITLE_WITHIN = 600


@cache
def _candidate() -> re.Pattern[str]:
    # A title in an enumeration (「由一、总体情况，二、…组成」) follows a comma or a verb, not an end.
    after = r"(?:^|(?<=[。！？；!?\s\d元）)]))"
    number = r"[一二三四五六七八九十]{1,2}[、.．]\s{0,2}(?:\d{4}年度?)?"
    return re.compile(f"{after}{number}(?=(?:{title_beginnings()}))")


def split_glued(text: Passage) -> list[Passage]:
    """The passage in parts: each section title within it begins, and is, a part of its own."""
    titles = _titles(text.text)
    if not titles or titles == [(0, len(text.text))]:
        return [text]
    marks = {0, len(text.text), *(mark for span in titles for mark in span)}
    if len(titles) > 1 or titles[0][0] > 0:
        marks |= set(_subheadings(text.text))
        name = _REPORT_TITLE.search(text.text, 0, min(_TITLE_WITHIN, titles[0][0]))
        marks |= set(name.span()) if name else set()
    points = sorted(marks)
    parts = (stripped(part) for part in cut_all(text, pairwise(points)))
    return [part for part in parts if part.text]


def _titles(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in _candidate().finditer(text):
        end = _title_end(text, match.start(), match.end())
        if end is not None and not (end < len(text) and text[end] in _SENTENCE_GOES_ON):
            found.append((match.start(), end))
    return found


def _title_end(text: str, start: int, name: int) -> int | None:
    """Where the section title from ``start`` (its words from ``name``) ends; None where there is none."""
    shortest, longest = title_lengths()
    window = text[start : name + longest + 4]
    if section_of(window, 1.0) is not None:
        return start + len(window)
    best, best_score = None, 0.0
    for length in range(shortest, min(longest + 4, len(text) - name) + 1):
        score = _score(text[start : name + length])
        if score >= best_score and score > 0:
            best, best_score = name + length, score
    return best


def _score(text: str) -> float:
    for least in (1.0, 0.9):
        if section_of(text, least) is not None:
            return least
    return 0.0


def _subheadings(text: str) -> list[int]:
    found = []
    for match in _SUBHEADING.finditer(text):
        words = bare(text[match.end() : match.end() + _LABEL_AFTER])
        if not is_label(words):
            found.append(match.start())
    return found
