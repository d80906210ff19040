"""Whose name it is: a printed name is a unit's where it is one of its usual forms and of no other unit's.

Never by likeness: 白石乡 is not 白石镇, and a slip of the pen is asked about. What only looks alike is told as nearest.
"""

from __future__ import annotations

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..unit import UnitList
from .cleaning import cleaned
from .usual_forms import Place, forms_of

_ABOVE = re.compile(r"(?:[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|自治州|州|盟|地区))*")
_MOST_NEAREST = 3
_LIKE = 0.6


class Match(Struct, frozen=True):
    """The unit that a name means, None where that is not certain; ``nearest`` are then those that look alike."""

    unit: str | None
    nearest: tuple[str, ...] = ()


class UnitNames:
    """The usual forms of the names of all units of a list."""

    def __init__(self, units: UnitList) -> None:
        self._units = units
        self._place = Place(units.place, units.above)
        self._tiers = _tiers(units, self._place)

    def match(self, printed: str, *, bare_place: bool = True) -> Match:
        """The unit that a printed name means. ``bare_place``: 示范县 alone means its government."""
        name = self._inner(cleaned(printed))
        if not name or (name == self._place.name and not bare_place):
            return Match(None)
        for tier in self._tiers:
            found = tier.get(name)
            if found:
                return Match(found[0]) if len(found) == 1 else Match(None, found)
        return Match(None, self._nearest(name))

    def _inner(self, name: str) -> str:
        """The name without province and city before the county's."""
        place = self._place.name
        at = name.find(place) if place else -1
        if at > 0 and _ABOVE.fullmatch(name[:at]) and name[:at] != self._place.above:
            return name[at:]
        return name

    def _nearest(self, name: str) -> tuple[str, ...]:
        """The units whose names look most like it."""
        place = self._place
        own = name.removeprefix(place.above).removeprefix(place.name)
        shown = {unit.name.removeprefix(place.above).removeprefix(place.name): unit.name for unit in self._units.units}
        return tuple(shown[found] for found in difflib.get_close_matches(own, shown, _MOST_NEAREST, _LIKE))


def _tiers(units: UnitList, place: Place) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """What a name may mean, the surest first: full names, other and former ones, usual endings, usual words."""
    names: list[tuple[str, Iterable[str]]] = []
    others: list[tuple[str, Iterable[str]]] = []
    ended: list[tuple[str, Iterable[str]]] = []
    worded: list[tuple[str, Iterable[str]]] = []
    for unit in units.units:
        exact, own_ended, own_worded = forms_of((unit.name,), place)
        also, also_ended, also_worded = forms_of((*unit.aliases, *unit.former), place)
        bare = [place.name, f"{place.above}{place.name}"] if unit.name == f"{place.name}人民政府" else []
        names.append((unit.name, [*exact, *bare]))
        others.append((unit.name, also))
        ended.append((unit.name, own_ended | also_ended))
        worded.append((unit.name, own_worded | also_worded))
    return tuple(_by_form(each) for each in (names, others, ended, worded))


def _by_form(named: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for unit, forms in named:
        for form in forms:
            if unit not in found[form]:
                found[form].append(unit)
    return {form: tuple(means) for form, means in found.items()}
