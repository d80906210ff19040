"""Whether two printed names may be of one organ: endings off, then equal, one contained in the other, or short for."""

from __future__ import annotations

import re

from ....labels import normalise


def same_organ(left: str, right: str, endings: str) -> bool:
    """Whether two names may be of one organ: one contains the other or is a short form of it."""
    names = [re.sub(f"(?:{endings})+$", "", normalise(name)) or normalise(name) for name in (left, right)]
    short, full = sorted(names, key=len)
    return full.endswith(short) or (short[-1:] in (full[-1:], "委") and _abbreviates(short, full))


def _abbreviates(short: str, full: str) -> bool:
    rest = iter(full)
    return len(short) >= 3 and all(character in rest for character in short)
