"""What a line is, seen alone: a section title, a table label, a value, a page number, or just text."""

from __future__ import annotations

import re
from enum import Enum, auto

from ...cells import is_substitute, without_marks
from ...remembered import remembered
from .vocabulary import is_label, is_piece, label_likeness, section_of

_LONGEST_LABEL = 120
_LONGEST_TITLE = 45
# Telephone numbers have fewer groups.
_ROW_OF_FIGURES = 5
_CHINESE = "一二三四五六七八九十"

_PAGE = re.compile(
    r"[-—–－―]\s*\d{1,4}\s*[-—–－―]|第\s*\d{1,4}\s*页(?:\s*[/／，,]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}"
    r"|[Pp]age\s*\d{1,4}(?:\s*of\s*\d{1,4})?"
)
_NUMBER = r"[+\-－−﹣＋]?\s?\d[\d,，]*(?:[.．]\d+)?"
_VALUE = re.compile(
    rf"约?{_NUMBER}\s*(?:余?(?:万元|亿元|元|万件|件|项|个|条|次|宗|份|人次)|余|[%％])?(?:[（(][^（）()]{{0,40}}[)）])?"
    rf"|{_NUMBER}(?:\s+{_NUMBER})+"
    # What stands in a cell whose number nobody knew.
    r"|[?？]{1,3}|[×xX]{1,3}|若干|不详|未知|待(?:定|核|核实|统计|补|补充|填)"
)
_WORD = re.compile(r"\S+")
_NUMBERED = re.compile(rf"[{_CHINESE}]{{1,3}}[、.．]")
_SENTENCE = re.compile(r"[。；;！？!?]")


class Kind(Enum):
    """What a line is."""

    BLANK = auto()
    PAGE = auto()
    RULE = auto()
    IMAGE = auto()
    TITLE = auto()
    NUMBERED = auto()
    LABEL = auto()
    PIECE = auto()
    VALUE = auto()
    LABELLED = auto()
    ROW = auto()
    TEXT = auto()


def kind_of(text: str) -> Kind:
    """The kind of a line without tabs and pipes; ``text`` has no white space around it."""
    if not text:
        return Kind.BLANK
    return _short_kind(text) if len(text) <= _LONGEST_LABEL else Kind.TEXT


@remembered
def _short_kind(text: str) -> Kind:
    if _PAGE.fullmatch(text):
        return Kind.PAGE
    if is_value(text):
        return Kind.VALUE
    if labelled(text):
        return Kind.LABELLED
    if is_label(text):
        return Kind.LABEL
    if is_piece(text):
        return Kind.PIECE
    if _SENTENCE.search(text):
        return Kind.TEXT
    return _worded_kind(text)


def _worded_kind(text: str) -> Kind:
    numbered = bool(_NUMBERED.match(text))
    if len(text) <= _LONGEST_TITLE and section_of(text, 0.66 if numbered else 0.8):
        return Kind.TITLE
    if numbered and label_likeness(text) < 0.6:
        return Kind.NUMBERED
    return Kind.TEXT


def labelled(text: str) -> list[tuple[int, int]] | None:
    """The cells of a line of labels and values parted by blanks (``（三） 1.属于 0 0``); None for any other."""
    words = list(_WORD.finditer(text))
    first = len(words)
    while first and is_value(words[first - 1].group()):
        first -= 1
    if not first or len(words) < 2:
        return None
    values = [word.span() for word in words[first:]]
    end = words[first - 1].end()
    if values and is_label(text[:end]):
        return [(0, end), *values]
    labels = [word.span() for word in words[:first]]
    known = is_piece if values else is_label
    if all(known(text[slice(*span)]) for span in labels):
        return [*labels, *values]
    # A label that is misspelt or that nobody knows, before the figures of a row.
    return [(0, end), *values] if values and _heads_row(text[:end], len(values)) else None


def _heads_row(label: str, values: int) -> bool:
    if _SENTENCE.search(label):
        return False
    return values >= _ROW_OF_FIGURES or label_likeness(label) >= 0.7


@remembered
def is_value(text: str) -> bool:
    """Whether the text is what a cell for figures holds, perhaps with the mark of a note."""
    return is_substitute(text) or bool(_VALUE.fullmatch(without_marks(text).strip()))
