"""Prose: which line breaks are the author's and which are only the width of the page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from ...document import Image, Paragraph, Table
from ..blocks.source_passages import join_lines
from .glued_titles import split_glued
from .line import Line
from .line_kinds import Kind
from .vocabulary import section_of

TextBlock = Paragraph | Table | Image

# In columns of the screen, where a Chinese character takes two.
_NARROWEST = 24
_SLACK = 8
_STRICT = 4
_WIDEST_LABEL = 60

_STOP = re.compile(r"""[。！？!?…]["'”’）)》」』]*$""")
_PAUSE = re.compile(r"[；;：:]$")
_NAME = re.compile(r"(?:年度?报告?|报告)$")
_CLAUSE = re.compile(r"[，,。；;、]")
_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）](?![项款目])|\d{1,2}[.．、](?!\d)"
    r"|第[一二三四五六七八九十百]{1,4}[条章节部](?=\s)|[#①-⑳]|附件|注[：:]"
)
_COUNT = r"[\d〇○零一二三四五六七八九十]{1,4}"
_DATE = re.compile(rf"{_COUNT}\s*年\s*{_COUNT}\s*月\s*{_COUNT}\s*日")
_FIRST_WORD = re.compile(r"[A-Za-z0-9.%:/_@?=&#~+\-]*.?[，。、；：！？）》”’」』]*", re.DOTALL)
_REPORT_NAMES = (
    "政府信息公开工作年度报告",
    "政府信息公开年度报告",
    "信息公开年度工作报告",
    "政务公开工作年度报告",
)


def columns(text: str) -> int:
    """How many columns of the screen a text takes: one for ASCII, two for Chinese."""
    # UTF-8 has one byte for the former and three for the latter.
    return (len(text) + len(text.encode("utf-8", "replace"))) // 2


def is_prose(text: str) -> bool:
    """Whether a line that is no known label reads like a sentence."""
    return "。" in text or text.endswith(("：", ":")) or columns(text) > _WIDEST_LABEL


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text is wrapped; None where its lines are whole paragraphs."""
    texts = [line for line in lines if line.kind is Kind.TEXT]
    unfinished = sorted(_width(line) for line, after in pairwise(lines) if _is_broken_off(line, after))
    if not unfinished:
        return None
    width, count = _densest(unfinished)
    wider = sum(_width(line) > width + _SLACK for line in texts)
    if count * 2 < len(unfinished) or wider > (count // 2 if count > 2 else 0):
        return None
    return width


def _width(line: Line) -> int:
    return line.indent + columns(line.text.text)


def _is_broken_off(line: Line, following: Line) -> bool:
    text = line.text.text
    if line.kind is not Kind.TEXT or following.kind in (Kind.BLANK, Kind.TITLE, Kind.ROW, Kind.NUMBERED):
        return False
    if following.fresh or _ends(text) or _PAUSE.search(text):
        return False
    return bool(_CLAUSE.search(text)) and _width(line) >= _NARROWEST


def _densest(widths: list[int]) -> tuple[int, int]:
    """The upper end of the narrow range of widths that holds most of them, and how many it holds."""
    best, count, low = widths[-1], 0, 0
    for high, width in enumerate(widths):
        while widths[low] < width - _SLACK:
            low += 1
        if high - low + 1 >= count:
            best, count = width, high - low + 1
    return best, count


def paragraphs(lines: Sequence[Line], width: int | None) -> list[TextBlock]:
    """The paragraphs of lines without tables; page numbers and blank lines around them do not part them."""
    blocks: list[TextBlock] = []
    group: list[Line] = []
    for line in _without_pages(lines):
        if group and not _joins(group, line, width):
            blocks += _finish(group)
            group = []
        if line.image is not None:
            blocks.append(line.image)
        elif line.kind not in (Kind.BLANK, Kind.RULE):
            group.append(line)
    return blocks + _finish(group)


def _without_pages(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    after_page = False
    for line in lines:
        if line.kind is Kind.PAGE:
            while kept and kept[-1].kind is Kind.BLANK:
                kept.pop()
            after_page = True
        elif not (after_page and line.kind is Kind.BLANK):
            kept.append(line)
            after_page = False
    return kept


def _finish(group: list[Line]) -> list[TextBlock]:
    if not group:
        return []
    return [Paragraph(part) for part in split_glued(join_lines([line.text for line in group]))]


def _joins(group: list[Line], line: Line, width: int | None) -> bool:
    last, text = group[-1], line.text.text
    if line.kind in (Kind.BLANK, Kind.TITLE, Kind.NUMBERED, Kind.IMAGE, Kind.RULE) or line.fresh:
        return False
    if len(group) == 1 and _is_broken_title(last, text):
        return True
    if width is None or last.kind is Kind.TITLE or line.indent >= last.indent + 2:
        return False
    if _ends(last.text.text) or _ITEM.match(text) or _DATE.fullmatch(text):
        return False
    return _is_full(last, text, width)


def _is_full(line: Line, following: str, width: int) -> bool:
    match = _FIRST_WORD.match(following)
    word = columns(match.group()) if match else 0
    # Proportional digits and a first-line indent that was lost make full lines look short.
    tolerance = _STRICT if _PAUSE.search(line.text.text) else width // 8 + 2
    return _width(line) + min(word, width * 2 // 3) > width - tolerance


def _ends(text: str) -> bool:
    return bool(_STOP.search(text)) or (bool(_NAME.search(text)) and not _CLAUSE.search(text))


def _is_broken_title(line: Line, following: str) -> bool:
    """Whether a title, of the report or of a section, goes on in the next line."""
    text = line.text.text
    if len(text) > 60 or len(following) > 20:
        return False
    if line.kind is Kind.NUMBERED:
        return section_of(text + following, 0.9) is not None
    tail = following.replace(" ", "")
    return any(
        0 < len(tail) < len(name) and name.endswith(tail) and text.endswith(name[: -len(tail)])
        for name in _REPORT_NAMES
    )
