"""Patterns for files as in .gitignore (``*.xlsx``, ``旧/**``, ``/草稿/``, ``!留下.docx``)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

# ``**/`` any folders, ``/**`` all below, ``*`` and ``?`` within a name, ``[…]`` one of these.
_PART = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]]*\]|.", re.DOTALL)
_WILD = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


class FilePatterns(Struct, frozen=True):
    """Which files are meant; the last pattern that a path fits decides, ``!`` takes a file out again."""

    patterns: tuple[tuple[bool, re.Pattern[str]], ...]

    def fit(self, path: str) -> bool:
        """Whether a file is meant; ``path`` is told from the folder that was given, with ``/`` between its parts."""
        meant = False
        for means, pattern in self.patterns:
            if means is not meant and pattern.fullmatch(path):
                meant = means
        return meant


def file_patterns(patterns: Sequence[str]) -> FilePatterns:
    """The files that fit patterns; upper and lower case are the same, ``\\`` stands for ``/``."""
    read = (pattern.strip().replace("\\", "/") for pattern in patterns)
    return FilePatterns(tuple((not one.startswith("!"), _compiled(one.lstrip("!"))) for one in read if one.strip("!/")))


def _compiled(pattern: str) -> re.Pattern[str]:
    """One with a ``/`` before its end is told from the folder that was given, any other fits in every folder."""
    folder = pattern.endswith("/")
    bare = pattern.rstrip("/")
    start = "" if "/" in bare else "(?:.*/)?"
    words = "".join(_translated(part) for part in _PART.findall(bare.removeprefix("/")))
    end = "/.*" if folder else "(?:/.*)?"
    try:
        return re.compile(start + words + end, re.IGNORECASE | re.DOTALL)
    except re.error:
        # A range from z to a is none; such a name is one that somebody may have given to a file.
        return re.compile(start + re.escape(bare.removeprefix("/")) + end, re.IGNORECASE | re.DOTALL)


def _translated(part: str) -> str:
    if part.startswith("[") and len(part) > 2:
        inner = part[1:-1]
        sign, rest = ("^", inner[1:]) if inner.startswith("!") else ("", inner)
        return f"[{sign}{rest.replace('--', '-').translate(_LITERAL)}]"
    return _WILD.get(part) or re.escape(part)


_LITERAL = str.maketrans({"\\": r"\\", "]": r"\]", "[": r"\[", "^": r"\^", "&": r"\&", "~": r"\~", "|": r"\|"})
