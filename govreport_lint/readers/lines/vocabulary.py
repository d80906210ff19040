"""The printed words of the forms, as the readers need them: section titles and the labels of the tables."""

from __future__ import annotations

import re
from functools import cache

from ...form import Label, TableForm
from ...labels import bare, likeness, normalise
from ...remembered import remembered
from ...rulebook.forms import forms

# Printed in every 表二, but neither a row nor a column.
_CORNER = "信息内容"
_YEAR = re.compile(r"^\d{4}年度?")
_EXPLAINED = re.compile(r"^([^（(]{2,40})[（(](?![一二三四五六七八九十]{1,3}[)）])")


@cache
def titles() -> dict[str, int]:
    """The section titles in use, without numbering, and their section's number."""
    found: dict[str, int] = {}
    for form in forms():
        for section in form.sections:
            for title in (section.title, *section.variants):
                found.setdefault(bare(title), section.number)
    return found


@cache
def _printed() -> tuple[str, ...]:
    found = {_CORNER: None}
    for form in forms():
        for table in form.tables:
            found |= dict.fromkeys(_of_table(table))
    return tuple(found)


def _of_table(table: TableForm) -> list[str]:
    things: tuple[Label, ...] = (*table.rows, *table.columns, *table.groups)
    names = [name for thing in things for name in (thing.label, *thing.variants)]
    return [*names, *table.heads, *(block.title for block in table.blocks)]


@cache
def _labels() -> frozenset[str]:
    return frozenset(form(name) for name in _printed() for form in (normalise, bare))


@cache
def _all_labels() -> str:
    return "\n".join(normalise(name) for name in _printed())


def is_label(text: str) -> bool:
    """Whether the text is a table label, perhaps with an explanation in brackets after it."""
    name = normalise(text)
    if name in _labels() or name.strip("()") in _labels() or bare(text) in _labels():
        return True
    match = _EXPLAINED.match(text)
    return match is not None and bare(match.group(1)) in _labels()


def is_piece(text: str) -> bool:
    """Whether the text is a part of a table label, as narrow columns break it (``三``, ``、``, ``公开``)."""
    name = normalise(text)
    return name in _all_labels() or name.strip("()") in _all_labels()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(name[:end] for name in _labels() for end in range(1, len(name) + 1))


def begins_name(letters: str) -> bool:
    """Whether a table label, normalised, begins with these letters."""
    return letters in _beginnings()


def is_name(letters: str) -> bool:
    """Whether these letters, normalised, are a table label."""
    return letters in _labels()


@remembered
def section_of(text: str, least: float = 0.66) -> int | None:
    """The section whose title the text is, or nearly is; None where it is nearer to a table label."""
    name = _YEAR.sub("", bare(text))
    exact = titles().get(name)
    if exact is not None:
        return exact
    score, number = max((likeness(name, title), number) for title, number in titles().items())
    return number if score >= least and score > label_likeness(text) else None


@remembered
def label_likeness(text: str) -> float:
    """How near the text comes to any label of the tables (0 to 1)."""
    name = bare(text)
    return max(likeness(name, label) for label in _labels())


@cache
def title_beginnings() -> str:
    """A pattern of the first two characters of the section titles."""
    return "|".join(sorted({re.escape(title[:2]) for title in titles()}))


@cache
def title_lengths() -> tuple[int, int]:
    """The length of the shortest and of the longest section title."""
    lengths = [len(title) for title in titles()]
    return min(lengths), max(lengths)
