"""The county that a list of units is of: what most of their names begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_PLACE = re.compile(r"^([\u4e00-\u9fff]{2,6}?(?:自治县|县|自治旗|旗|市|区))(?=[\u4e00-\u9fff]{2})")
_ABOVE = re.compile(r"^([\u4e00-\u9fff]{2,6}?(?:市|州|盟|地区))")
_LEAST = 0.4


def place_of(names: Sequence[str]) -> tuple[str, str]:
    """The county (示范县) and the city above it (临江市), each empty where the names do not tell it."""
    found = Counter(match[1] for name in names if (match := _PLACE.match(name)))
    place, count = max(found.items(), key=lambda pair: (pair[1], -len(pair[0])), default=("", 0))
    if not place or count < _LEAST * len(names):
        return "", ""
    inner = Counter(
        name[len(place) :][: len(match[1])]
        for name in names
        if name.startswith(place)
        and (match := _PLACE.match(name[len(place) :]))
        and not match[1].endswith(("区", "市"))
    )
    deeper, times = max(inner.items(), key=lambda pair: pair[1], default=("", 0))
    if times >= _LEAST * len(names):
        # Names that begin with the city's name before the county's.
        return deeper, place
    others = (_ABOVE.match(name) for name in names if not name.startswith(place) and place[:-1] in name)
    above = Counter(match[1] for match in others if match)
    return place, max(above, key=lambda name: above[name], default="")
