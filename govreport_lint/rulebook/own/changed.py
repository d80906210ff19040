"""A shipped rule as packs of one's own have changed it, with where each change is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from msgspec import Struct

from ..files.positions import Part

Steps = tuple[Part, ...]
"""The path of keys and numbers to a value."""


class Source(Struct, frozen=True):
    """Where in packs of one's own the changed options of a rule are written: the file, the path of keys, and how many
    items of the list stood there before."""

    path: Path
    keys: Steps
    before: int = 0


class Changed(Struct, frozen=True):
    """The check of a shipped rule as packs of one's own have made it, and where each of its options comes from."""

    check: dict[str, Any]
    sources: dict[str, tuple[Source, ...]]

    def source(self, keys: Steps) -> tuple[Path, Steps] | None:
        """Where what stands at a path of the rule (``check.words.3``) is written; None: in the shipped pack."""
        if len(keys) < 2:
            return None
        number = keys[2] if len(keys) > 2 and isinstance(keys[2], int) else 0
        for source in reversed(self.sources.get(str(keys[1]), ())):
            if number >= source.before:
                rest = (
                    keys[2:] if len(keys) < 3 or not isinstance(keys[2], int) else (number - source.before, *keys[3:])
                )
                return source.path, (*source.keys, *rest)
        return None
