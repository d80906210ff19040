"""Characters that nobody sees: the one list of them, for readers, cells and outputs alike."""

from __future__ import annotations

import re

# Between the brackets of a regular expression: soft hyphens, joiners, zero-width spaces, direction and interlinear
# marks, fillers, variation selectors, byte order marks, tags.
CHARACTERS = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_UNSEEN = re.compile(f"[{CHARACTERS}]+")


def without_invisible(text: str) -> str:
    """The text without the characters that show nothing.

    >>> without_invisible("\u202a2\u200b7\u202c")
    '27'
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def visible_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The parts of ``text`` from ``start`` to ``end`` that lie between invisible characters; none is empty."""
    kept, at = [], start
    for match in _UNSEEN.finditer(text, start, end):
        kept.append((at, match.start()))
        at = match.end()
    kept.append((at, end))
    return [span for span in kept if span[0] < span[1]]
