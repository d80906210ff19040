"""The forms in which a unit's name is usually printed: made from its full name, never guessed from a printed one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct, convert

from ...rulebook.files.resources import shipped_toml

_LEVELS = {"县": ("县", "区"), "市": ("市",), "区": ("区",), "旗": ("旗",)}
_JOINED = ("和", "与", "及", "、")
GOVERNMENT = "人民政府"
_BRANCH = "分局"
_STATE = "中华人民共和国"
CITY = r"[\u4e00-\u9fff]{2,14}?(?:市|自治州|盟|地区)"
"""A city, as its name stands before that of a county."""


class Same(Struct, frozen=True):
    """Some ways to say the same; the first is the full one."""

    same: tuple[str, ...]


class UsualWords(Struct, frozen=True):
    """``words`` are the ways to say what a bureau does, ``endings`` those to say what kind of body it is.

    ``parts`` are what names are made of, ``provinces`` the provinces without 省, ``peoples`` those that
    autonomous counties are named after, without 族.
    """

    words: tuple[Same, ...]
    endings: tuple[Same, ...]
    parts: tuple[str, ...]
    provinces: tuple[str, ...]
    peoples: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Whether it is written down what a word means."""
        return any(word in group.same for group in self.words)


class Place(Struct, frozen=True):
    """The county: its name (示范县), the city above it, what is left of its name without 县 (示范)."""

    name: str
    above: str

    @property
    def stem(self) -> str:
        """The name without its level, 长阳 of 长阳土家族自治县; empty where one character would be left, which may be
        anything."""
        peoples = "|".join(usual_words().peoples)
        stem = re.sub(f"(?:(?:{peoples})族?|各族)*自治[县旗]$|(?<=..)新区$|[县市区旗]$", "", self.name)
        return stem if len(stem) > 1 else ""

    @property
    def short(self) -> str:
        """长阳县 for 长阳土家族自治县; empty for others."""
        return f"{self.stem}{self.name[-1]}" if "自治" in self.name and self.stem else ""

    def prefixes(self) -> tuple[str, ...]:
        """What may stand before the name of a body of the county."""
        levels = _LEVELS.get(self.name[-1:], ())
        names = [name for name in (self.name, self.short, self.stem) if name]
        above = [self.above + name for name in names] if self.above else []
        return ("", *names, *levels, *above, f"{self.name}{GOVERNMENT}")

    def within(self, name: str) -> str:
        """A name without the state, the province and a city that stand before the county's, or before the city's."""
        text = name.removeprefix(_STATE)
        own = [re.escape(own) for own in (self.above, self.name, self.stem) if own]
        if not own:
            return text
        provinces = "|".join(usual_words().provinces)
        city = "" if self.above else f"(?:{CITY})?"
        text = re.sub(f"^(?:{provinces})(?:省|市|自治区)?(?={city}(?:{'|'.join(own)}))", "", text)
        return text if self.above or not self.name else re.sub(f"^{CITY}(?={re.escape(self.name)})", "", text)


class Core(Struct, frozen=True):
    """A unit's name without its place. ``national`` stands before the place (国家税务总局), ``city``: the city's name
    stands before it, as the unit is a part of the city's bureau."""

    text: str
    national: str = ""
    city: bool = False


@cache
def usual_words() -> UsualWords:
    """The words that ship with the program."""
    return convert(shipped_toml("audit", "names.toml"), UsualWords)


def core_of(name: str, place: Place) -> Core:
    """A full name without its place."""
    name = place.within(name)
    city = bool(place.above) and name.startswith(place.above)
    text = name.removeprefix(place.above) if place.above else name
    for own in filter(None, (place.name, place.stem)):
        if text.endswith(own + _BRANCH):
            return Core(text.removesuffix(own + _BRANCH), city=True)
    head, found, rest = text.partition(place.name) if place.name else (text, "", "")
    if found and rest:
        return Core(rest, "" if city else head.removesuffix(place.above) if place.above else head, city)
    if place.stem and text.startswith(place.stem) and text != place.stem:
        return Core(text.removeprefix(place.stem), city=city)
    return Core(text)


def forms_of(names: Sequence[str], place: Place) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The forms of some full names of a unit: as they are, with other endings, with other words for what it does."""
    exact: set[str] = set()
    ended: set[str] = set()
    worded: set[str] = set()
    for name in names:
        core = core_of(name, place)
        exact |= {name, *_placed(core, core.text, place)}
        for text in _endings(core.text):
            ended.update(_placed(core, text, place))
        for text in _words(core.text):
            worded.update(_placed(core, text, place))
    return frozenset(exact), frozenset(ended - exact), frozenset(worded - ended - exact)


def _placed(core: Core, text: str, place: Place) -> Iterator[str]:
    """A name behind everything that may stand before it."""
    for prefix in place.prefixes():
        if core.city and prefix == place.above[-1:]:
            # 市生态环境局 is the city's own.
            continue
        if text in (GOVERNMENT, "政府") and (not prefix or prefix.endswith(GOVERNMENT)):
            continue
        if text:
            yield prefix + text
            if core.national:
                yield core.national + prefix + text
    if core.city and place.above:
        for own in filter(None, (place.name, place.stem)):
            yield f"{place.above}{text}{own}{_BRANCH}"
            yield f"{text}{own}{_BRANCH}"
            yield f"{own}{text.removesuffix('局')}{_BRANCH}"
            yield f"{place.above}{own}{text.removesuffix('局')}{_BRANCH}"
            yield f"{place.above}{own}{text}"


def _endings(core: str) -> Iterator[str]:
    """The name with the other ways to say what kind of body it is; 示范县 for 示范县人民政府 is the caller's."""
    if core == GOVERNMENT:
        yield "政府"
        return
    body, group = ended(core)
    for ending in group:
        if body or ending not in ("镇", "乡", "街道", "区", "局", "委"):
            yield body + ending


def ended(core: str) -> tuple[str, tuple[str, ...]]:
    """What stands before the ending of a name, and the ways to say that ending.

    The longest one decides, unless a shorter one leaves a word that is known: 国有资产监督管理|委员会.
    """
    found = [(ending, group.same) for group in usual_words().endings for ending in group.same if core.endswith(ending)]
    if not found:
        return core, ("",)
    known = [pair for pair in found if usual_words().has(core[: -len(pair[0])])]
    ending, group = max(known or found, key=lambda pair: len(pair[0]))
    return core[: len(core) - len(ending)], group


def _words(core: str) -> Iterator[str]:
    """The name with the other words for what it does, in all its endings."""
    body, group = ended(core)
    for other in {*_bodies(body)} - {body}:
        for ending in group:
            yield other + ending


def _bodies(body: str) -> Iterator[str]:
    for sign in _JOINED:
        if sign in body[1:-1]:
            yield from (body.replace(sign, other) for other in ("", *_JOINED))
    for group in usual_words().words:
        for word in sorted(group.same, key=len, reverse=True):
            if word == body or (len(word) > 3 and word in body):
                yield from (body.replace(word, other) for other in group.same)
                break
