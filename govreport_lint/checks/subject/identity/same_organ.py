"""Whether two printed names may be of one organ: endings off, then equal, one contained in the other, or short for."""

from __future__ import annotations

import re

from ....labels import normalise

# What the name of a government or of its branch ends in: 办公室 stays on, 县政府 and 县政府办 are two.
GOVERNMENTS = "人民政府|政府|办事处|管理委员会|管委会"


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are the same but for 人民政府, 办事处 and the like at their end."""
    return _without_endings(one, GOVERNMENTS) == _without_endings(other, GOVERNMENTS)


def same_organ(left: str, right: str, endings: str) -> bool:
    """Whether two names may be of one organ: one contains the other or is a short form of it."""
    short, full = sorted((_without_endings(name, endings) for name in (left, right)), key=len)
    return full.endswith(short) or (short[-1:] in (full[-1:], "委") and _abbreviates(short, full))


def _without_endings(name: str, endings: str) -> str:
    return re.sub(f"(?:{endings})+$", "", normalise(name)) or normalise(name)


def _abbreviates(short: str, full: str) -> bool:
    rest = iter(full)
    return len(short) >= 3 and all(character in rest for character in short)
