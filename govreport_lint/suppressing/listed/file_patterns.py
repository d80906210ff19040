"""Which files a pattern means, and how a path is told from a folder."""

from __future__ import annotations

import os
import re
import unicodedata

# ``**/`` any folders, ``/**`` all below, ``*`` and ``?`` within a name.
_PART = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|.", re.DOTALL)
_WILD = {"**/": "(?:.*/)?", "/**": "/.*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as in .gitignore: without a ``/`` before its end it means files in every folder, a folder means all
    that lies in it; ``\\`` stands for ``/``."""
    bare = unicodedata.normalize("NFC", pattern.strip().replace("\\", "/")).removeprefix("./")
    folder, bare = bare.endswith("/"), bare.rstrip("/")
    start = "" if "/" in bare else "(?:.*/)?"
    words = "".join(_WILD.get(part) or re.escape(part) for part in _PART.findall(bare.removeprefix("/")))
    return re.compile(start + words + ("/.*" if folder else "(?:/.*)?"), re.DOTALL)


def told_from(base: str, path: str) -> str:
    """A path as it is told from a folder, with ``/`` between its parts and its letters composed, as people compare
    names; one that lies elsewhere as it is."""
    try:
        told = os.path.relpath(path, base or os.curdir)
    except ValueError:  # Another drive.
        told = path
    return unicodedata.normalize("NFC", told.replace(os.sep, "/"))
