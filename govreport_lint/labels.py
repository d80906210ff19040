"""Comparing printed labels: what counts as the same words.

Word, WPS and web editors change widths, quotes, spaces and numbering of a label without changing what it says.
"""

from __future__ import annotations

import re
import unicodedata

from .remembered import remembered

_NUMBERING = re.compile(r"^(?:[(][一二三四五六七八九十\d]+[)]|[一二三四五六七八九十]+[、.,,]|\d+[、.,](?!\d)|[#*·•]+)+")
_MARKS = re.compile(r"""[\s"'“”‘’「」『』《》<>、,,.。;:;:·•*#|\-—–_]""")
_SAME = str.maketrans({"它": "他"})


@remembered
def normalise(text: str) -> str:
    """The label without widths, spaces, marks and quotes; numbering kept (``（七）总计`` → ``(七)总计``)."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).translate(_SAME)


@remembered
def bare(text: str) -> str:
    """The label without its numbering either (``一、本年新收`` → ``本年新收``)."""
    compact = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))
    stripped = _NUMBERING.sub("", compact)
    return normalise(stripped) or normalise(compact)


def distance(left: str, right: str, limit: int) -> int:
    """The edit distance of two texts, or ``limit + 1`` when it is larger than ``limit``."""
    # A character that the other text does not have costs an edit: most labels are known by that to be far apart.
    lacking = max(len(set(left) - set(right)), len(set(right) - set(left)))
    if lacking > limit or abs(len(left) - len(right)) > limit:
        return limit + 1
    previous = list(range(len(right) + 1))
    for i, a in enumerate(left, 1):
        current = [i]
        for j, b in enumerate(right, 1):
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (a != b)))
        if min(current) > limit:
            return limit + 1
        previous = current
    return min(previous[-1], limit + 1)


@remembered
def likeness(left: str, right: str) -> float:
    """How alike two normalised labels are: 1 the same, 0 further apart than a third of the longer."""
    if left == right:
        return 1.0
    longest = max(len(left), len(right))
    limit = longest // 3
    if not limit:
        return 0.0
    apart = distance(left, right, limit)
    return 0.0 if apart > limit else 1 - apart / longest
