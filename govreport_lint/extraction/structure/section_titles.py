"""Recognising the title of an official section at the beginning of a text.

Offices number titles or not, change a word, glue the first paragraph to them; a label of a table row
(``四、结转下年度继续办理``) looks like a title and is none.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from msgspec import Struct

from ...form import Form
from ...labels import bare, distance, likeness, normalise

OFFICIAL, VARIANT, ALIKE = 3, 2, 1
_NUMBERS = "一二三四五六七八九十"
_NUMBERING = re.compile(
    rf"[#*]*(?:第?([{_NUMBERS}])(?:[、.,:]|部分[、.,:]?)|[(]([{_NUMBERS}])[)][、.,]?|(\d)[、.](?!\d))"
)
_YEAR = re.compile(r"20\d\d年度?")
_CONTENTS = re.compile(r"(?:…|[.·．]{3})[.…·．\s]*\d*$|\t\d+$")
# Every title in use has one of these words; most paragraphs and cells are told apart by it at once.
_HINT = re.compile(r"情况|概述|事项|问题|措施")
# A sentence, or a list of several titles.
_MORE = re.compile(rf"。|、[{_NUMBERS}]、")
_MARGIN = 2
_LONGEST = 60


class TitleMatch(Struct, frozen=True):
    """A section title at the beginning of a text.

    ``number`` is the official number, ``printed`` the printed one; ``style`` is ``一、``, ``（一）``, ``1.``
    or empty; ``quality`` is ``OFFICIAL``, ``VARIANT`` or ``ALIKE``; ``start`` and ``end`` bound the words of
    the title; ``whole``: nothing stands after it.
    """

    number: int
    printed: int | None
    style: str
    quality: int
    start: int
    end: int
    whole: bool


class _Head(Struct, frozen=True):
    """The beginning of a text: numbering, and the letters after it with their places."""

    printed: int | None
    style: str
    letters: str
    places: tuple[int, ...]
    start: int


class _Names(Struct, frozen=True):
    """The titles of all forms: (name, number, quality), the longest first; and names of rows."""

    titles: tuple[tuple[str, int, int], ...]
    rows: frozenset[str]


def match_title(text: str, forms: tuple[Form, ...], at: int = 0, *, heading: bool = False) -> TitleMatch | None:
    """The section title with which the text begins at ``at``; None when it begins with none.

    Changed words are accepted only behind a number or in what the file marks as a ``heading``.
    """
    if not _HINT.search("".join(text[at : at + 2 * _LONGEST].split())):
        return None
    names = _names(forms)
    head = _head(text[at : at + 2 * _LONGEST], at)
    if not head.letters or head.letters in names.rows:
        return None
    rest = len(text) - at
    alone = rest <= 2 * _LONGEST and len(head.letters) <= _LONGEST and not _MORE.search(text[at:].rstrip("。"))
    words = _exactly(head, names) if alone else None
    if words is None and head.printed:
        glued = _leading(text, head, names)
        if glued:
            return glued
    words = words or (_nearly(head, names) if alone and (head.printed or heading) else None)
    if words is None:
        return None
    return TitleMatch(words[0], head.printed, head.style, words[1], head.start, len(text.rstrip()), True)


def is_contents_line(text: str) -> bool:
    """Whether the text is a line of a table of contents (``一、总体情况……3``)."""
    return bool(_CONTENTS.search(text.strip()))


def printed_number(text: str) -> tuple[int | None, str]:
    """The number printed before a text and its style; (None, "") without one."""
    head = _head(text[:20], 0)
    return head.printed, head.style


@cache
def _names(forms: tuple[Form, ...]) -> _Names:
    found: dict[tuple[str, int], int] = {}
    for section in (section for form in forms for section in form.sections):
        for name in section.variants:
            found.setdefault((bare(name), section.number), VARIANT)
        found[normalise(section.title), section.number] = OFFICIAL
    titles = sorted(((name, number, quality) for (name, number), quality in found.items()), key=lambda t: -len(t[0]))
    rows = {name for form in forms for table in form.tables for row in table.rows for name in row.names}
    return _Names(tuple(titles), frozenset(rows))


def _head(text: str, offset: int) -> _Head:
    """Widths, spaces and marks taken out of a text, each letter with its place."""
    compact, places = "", []
    for place, character in enumerate(text):
        plain = _plain(character)
        compact += plain
        places += [offset + place] * len(plain)
    numbering = _NUMBERING.match(compact)
    printed, style, begin = None, "", 0
    if numbering:
        chinese = numbering[1] or numbering[2]
        printed = _NUMBERS.index(chinese) + 1 if chinese else int(numbering[3])
        style = "一、" if numbering[1] else "（一）" if numbering[2] else "1."
        begin = numbering.end()
    kept = [(_letter(letter), place) for letter, place in zip(compact[begin:], places[begin:], strict=True)]
    kept = [(letter, place) for letter, place in kept if letter]
    letters = "".join(letter for letter, _ in kept)
    spots = tuple(place for _, place in kept)
    return _Head(printed, style, letters, spots, spots[0] if spots else offset)


@lru_cache(maxsize=1 << 15)
def _plain(character: str) -> str:
    return "" if character.isspace() else unicodedata.normalize("NFKC", character)


@lru_cache(maxsize=1 << 15)
def _letter(character: str) -> str:
    return normalise(character)


def _exactly(head: _Head, names: _Names) -> tuple[int, int] | None:
    """(number, quality) of a text that is nothing but a known title."""
    letters = _YEAR.sub("", head.letters)
    for name, number, quality in names.titles:
        if name == letters:
            return number, quality if letters == head.letters else VARIANT
    return None


def _nearly(head: _Head, names: _Names) -> tuple[int, int] | None:
    """(number, quality) of a text that is nothing but a title with some words changed."""
    letters = _YEAR.sub("", head.letters)
    if (not head.printed and len(letters) < 6) or letters.startswith(("表二", "表三", "表四")):
        return None
    best = max(
        ((likeness(letters, name), -abs(number - (head.printed or 0)), number) for name, number, _ in names.titles),
        default=(0.0, 0, 0),
    )
    if best[0] > 0 and not _nearer_row(letters, best[0], names):
        return best[2], ALIKE
    ends = [(number, ALIKE) for name, number, _ in names.titles if len(name) >= 6 and letters.endswith(name)]
    return ends[0] if ends and head.printed else None


def _nearer_row(letters: str, best: float, names: _Names) -> bool:
    return any(likeness(letters, row) > best for row in names.rows)


def _leading(text: str, head: _Head, names: _Names) -> TitleMatch | None:
    """A numbered title with its paragraph glued to it."""
    for name, number, quality in names.titles:
        if head.letters.startswith(name) and (quality == OFFICIAL or number == head.printed):
            return _glued(text, head, number, quality, len(name))
    if head.style != "一、":
        return None
    for name, number, _ in names.titles:
        if number != head.printed or len(name) < 8:
            continue
        for size in range(len(name) - _MARGIN, len(name) + _MARGIN + 1):
            part = head.letters[:size]
            if part[-2:] == name[-2:] and distance(part, name, _MARGIN) <= _MARGIN:
                return _glued(text, head, number, ALIKE, size)
    return None


def _glued(text: str, head: _Head, number: int, quality: int, size: int) -> TitleMatch | None:
    end = head.places[size - 1] + 1
    if text[end : end + 1] in set("的和及与、；;，,）)等"):
        return None
    return TitleMatch(number, head.printed, head.style, quality, head.start, end, not text[end:].strip(" 。：:\u3000"))
