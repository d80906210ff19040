"""Whose name it is: a printed name is a unit's where it is one of its usual forms and of no other unit's.

Never by likeness: 白石乡 is not 白石镇, and a slip of the pen is asked about. What only looks alike is told as nearest.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct

from ..unit import Unit, UnitCategory, UnitList
from .abbreviations import abbreviates, words_of
from .cleaning import cleaned
from .places import place_of
from .usual_forms import GOVERNMENT, Place, core_of, ended, forms_of, usual_words

_BRACKETS = re.compile(r"[()\[\]【】〔〕]")
_SECOND = re.compile(r"\(([^()]{2,20}(?:局|办|办公室|中心|馆|牌子))\)")
_MOST_NEAREST = 3
_LIKE = 0.6


class Match(Struct, frozen=True):
    """The unit that a name means, None where that is not certain; ``nearest`` are then those that look alike."""

    unit: str | None
    nearest: tuple[str, ...] = ()


class UnitNames:
    """The usual forms of the names of all units of a list; its place is read from them where the list tells none.

    ``publishers`` are the county's government and its office: their names stand on what others have written too.
    """

    def __init__(self, units: UnitList) -> None:
        self._units = units
        name, above = (units.place, units.above) if units.place else place_of([unit.name for unit in units.units])
        self._place = Place(name, above)
        self._tiers = _tiers(units, self._place)
        self._words = _words(units, self._place)
        self._bare = (self._place.name, f"{self._place.above}{self._place.name}")
        self.publishers = frozenset(unit.name for unit in units.units if _publishes(unit, self._place))

    def match(self, printed: str, *, bare_place: bool = True) -> Match:
        """The unit that a printed name means. ``bare_place``: 示范县 alone means its government."""
        found = self._found(printed, bare_place=bare_place)
        if len(found) == 1:
            return Match(found[0])
        name = self._place.within(cleaned(printed))
        return Match(None, found or (self._nearest(name) if name and name not in self._bare else ()))

    def unit(self, printed: str, *, bare_place: bool = True) -> str | None:
        """The unit alone: what only looks alike is not looked for, which takes longer than all the rest."""
        found = self._found(printed, bare_place=bare_place)
        return found[0] if len(found) == 1 else None

    def _found(self, printed: str, *, bare_place: bool) -> tuple[str, ...]:
        """The units of which a printed name is a usual form, by the surest forms that any unit has."""
        name = self._place.within(cleaned(printed))
        if not name or (not bare_place and self._place.name and name in self._bare):
            return ()
        found = next((tier[name] for tier in self._tiers if name in tier), None) or self._abbreviated(name)
        return found or self._with_second_name(printed)

    def _with_second_name(self, printed: str) -> tuple[str, ...]:
        """The units of a name with another body's in brackets, which the unit is as well; one of the list's is none."""
        match = _SECOND.search(unicodedata.normalize("NFKC", printed))
        if match is None or self._found(match[1], bare_place=False):
            return ()
        return self._found(match.string[: match.start()] + match.string[match.end() :], bare_place=False)

    def means(self, name: str) -> tuple[str, ...]:
        """Every unit that a name is a usual form of, the unit itself among them."""
        own = self._place.within(name)
        return tuple(dict.fromkeys(unit for tier in self._tiers for unit in tier.get(own, ())))

    def is_place(self, printed: str) -> bool:
        """Whether a name is that of the county and nothing else: 示范县."""
        return bool(self._place.name) and self._place.within(cleaned(printed)) in self._bare

    def says_nothing(self, printed: str) -> bool:
        """Whether nothing is left of a printed name that could name a unit."""
        return not cleaned(printed)

    def _abbreviated(self, name: str) -> tuple[str, ...]:
        """The units whose name it shortens; a word that is known to mean something else shortens none."""
        found: dict[str, None] = {}
        for rest in {name.removeprefix(prefix) for prefix in self._place.prefixes()}:
            body, ending = ended(rest)
            if len(body) > 1 and not usual_words().has(body):
                for unit, words, own in self._words:
                    if own == ending and words[0][0] == body[0] and abbreviates(body, words):
                        found[unit] = None
        return tuple(found)

    def _nearest(self, name: str) -> tuple[str, ...]:
        """The units whose names look most like it."""
        place = self._place
        own = name.removeprefix(place.above).removeprefix(place.name)
        shown = {unit.name.removeprefix(place.above).removeprefix(place.name): unit.name for unit in self._units.units}
        return tuple(shown[found] for found in difflib.get_close_matches(own, shown, _MOST_NEAREST, _LIKE))


def _publishes(unit: Unit, place: Place) -> bool:
    own = core_of(unit.name, place).text
    return unit.category is UnitCategory.GOVERNMENT or own == GOVERNMENT or own.startswith(GOVERNMENT + "办")


def _tiers(units: UnitList, place: Place) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """What a name may mean, the surest first: full names, other and former ones, usual endings, usual words."""
    names: list[tuple[str, Iterable[str]]] = []
    others: list[tuple[str, Iterable[str]]] = []
    ended: list[tuple[str, Iterable[str]]] = []
    worded: list[tuple[str, Iterable[str]]] = []
    for unit in units.units:
        exact, own_ended, own_worded = forms_of(_written(unit.name), place)
        also_called = [way for name in (*unit.aliases, *unit.former) for way in _written(name)]
        also, also_ended, also_worded = forms_of(also_called, place)
        bare = [place.name, f"{place.above}{place.name}"] if unit.name == f"{place.name}人民政府" else []
        names.append((unit.name, [*exact, *bare]))
        others.append((unit.name, also))
        ended.append((unit.name, own_ended | also_ended))
        worded.append((unit.name, own_worded | also_worded))
    return tuple(_by_form(each) for each in (names, others, ended, worded))


def _written(name: str) -> tuple[str, ...]:
    """How a list writes a name, and what it means by it: 发展和改革局（粮食局） is both, 县民政局 is 民政局."""
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    outside, *inside = [part for part in _BRACKETS.split(plain) if part] or [plain]
    ways = [plain, outside, outside + "".join(inside)]
    body = ended(outside[1:])[0]
    words = words_of(body, usual_words().parts)
    if outside.startswith(("县", "市", "区", "旗")) and (
        usual_words().has(body) or (words and all(len(word) > 1 for word in words))
    ):
        ways.append(outside[1:])
    return tuple(dict.fromkeys(filter(None, ways)))


def _words(units: UnitList, place: Place) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    """The names of all units with the words of their names and the ways to say their ending."""
    parts = usual_words().parts
    found = []
    for unit in units.units:
        written = (way for name in (unit.name, *unit.aliases, *unit.former) for way in _written(name))
        for name in written:
            body, ending = ended(core_of(name, place).text)
            words = words_of(body, parts)
            if len(words) > 1 and any(len(word) > 1 for word in words):
                found.append((unit.name, words, ending))
    return tuple(found)


def _by_form(named: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for unit, forms in named:
        for form in forms:
            if unit not in found[form]:
                found[form].append(unit)
    return {form: tuple(means) for form, means in found.items()}
