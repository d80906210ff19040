"""Edits made in a text."""

from __future__ import annotations

from collections.abc import Iterable

from ..finding import Edit


def with_edits(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits made that do not overlap; places count in the text as it is given."""
    parts: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: each.location.start):
        parts += [text[done : edit.location.start], edit.text]
        done = edit.location.end
    return "".join([*parts, text[done:]])
