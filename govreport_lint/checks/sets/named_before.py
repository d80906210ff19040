"""Which unit of the county a number in the prose is of: the one that its clause begins with, and nothing else said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from ...told import Words
from ..subject.beside import UnitValues

# A shorter name may be a part of any word.
_SHORTEST = 3
_SEATS = ("县", "市", "区", "旗")
_TOWNS = ("镇", "乡", "街道", "苏木")
_MARKS = "，。；：、,;:（）()！？\n"


class Names(Struct, frozen=True):
    """The names by which units may be called, each of one unit only, and the words between a name and its number."""

    units: dict[str, str]
    pattern: re.Pattern[str]

    def before(self, words: Words) -> str | None:
        """The unit that the clause of a number begins with (民政局收到12件, 民政局1件880元); None where another word
        stands between, or units are enumerated before."""
        text = words.sentence[: words.start]
        at = max(map(text.rfind, _MARKS)) + 1
        match = self.pattern.fullmatch("".join(text[at:].split()))
        if match is None or (text[at - 1 : at] == "、" and not _counts(text[: at - 1])):
            return None
        return self.units[match["name"]]


def _counts(text: str) -> bool:
    """Whether the part of a list that ends here has a number: 民政局5件、公安局12件, not 民政局、公安局12件."""
    return any(letter.isdigit() for letter in text[max(map(text.rfind, _MARKS)) + 1 :])


def names_of_units(units: Sequence[UnitValues], openings: str, between: str, organ: str | None) -> Names:
    """The names of the units; ``openings`` and ``between`` are patterns for the words around a name.

    ``organ`` is the county as its report has it: what kind of place it is may stand before a name (县民政局).
    """
    known = tuple((name, unit.name) for unit in units for name in dict.fromkeys((unit.name, *unit.names)))
    seat = (organ or "").removesuffix("人民政府")[-1:]
    return _names(known, openings, between, seat if seat in _SEATS else "")


def _called(name: str) -> tuple[str, ...]:
    """A name and its usual short forms: 青山镇人民政府 is 青山镇政府 and 青山镇, 城关街道办事处 is 城关街道."""
    if name.endswith("街道办事处"):
        return (name, name.removesuffix("办事处"), name.removesuffix("事处"))
    town = name.removesuffix("人民政府")
    return (name, town, f"{town}政府") if town != name and town.endswith(_TOWNS) else (name,)


@lru_cache(maxsize=4)
def _names(known: tuple[tuple[str, str], ...], openings: str, between: str, seat: str) -> Names:
    plain = [(called, unit) for name, unit in known for called in _called("".join(name.split()))]
    counts = Counter(name for name, _ in set(plain))
    units = {name: unit for name, unit in plain if counts[name] == 1 and len(name) >= _SHORTEST}
    longest = sorted(units, key=len, reverse=True)
    names = "|".join(map(re.escape, longest)) or "(?!)"
    return Names(units, re.compile(f"(?:{openings})?(?:我?{seat})?(?P<name>{names})(?:{between})"))
