"""The county that a list of units is of: what most of their names begin with."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from .usual_forms import CITY, Place, usual_words

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_STATE = re.compile(r"^(?:国家税务总局|中华人民共和国)")
_LONGEST = 20
_LEAST = 0.4
_MOST_OF = 0.6


def place_of(names: Sequence[str]) -> tuple[str, str]:
    """The county (示范县) and the city above it (临江市), each empty where the names do not tell it."""
    plain = [_without_province_and_state(name) for name in names]
    found = Counter(start for name in plain for start in _starts(name))
    most = max(found.values(), default=0)
    if not most or most < _LEAST * len(names):
        return "", ""
    start = max((start for start, count in found.items() if count >= _MOST_OF * most), key=len)
    whole = re.fullmatch(f"({CITY})(.+[县市区旗])", start)
    if whole and len(whole[2]) > 1:
        # Most names begin with the city's name before the county's.
        return whole[2], whole[1]
    own = "|".join(re.escape(name) for name in (start, Place(start, "").stem) if name)
    above = Counter(
        match[1]
        for name in plain
        if not name.startswith(start) and (match := re.match(f"({CITY})(?:.*?(?:{own}))", name))
    )
    return start, max(above, key=lambda name: above[name], default="")


def _starts(name: str) -> Iterator[str]:
    """What may be the place that a name begins with: 沙市 and 沙市区 of 沙市区民政局; 城市管理局 begins with none."""
    for length in range(2, min(len(name) - 1, _LONGEST)):
        if name[length - 1] in "县市区旗" and _HAN.fullmatch(name[:length]) and name[:length] != "城市":
            yield name[:length]


def _without_province_and_state(name: str) -> str:
    return re.sub(f"^(?:{'|'.join(usual_words().provinces)})(?:省|自治区)", "", _STATE.sub("", name))
