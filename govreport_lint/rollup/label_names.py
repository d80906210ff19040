"""The names that a header label is made of: 新收-总计, 规章本年制发件数, 三、本年度办理结果（一）予以公开."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import product

from ..remembered import remembered
from .targets import Place, Targets
from .vocabulary_words import plain

Names = tuple[str, ...]

_SEPARATORS = re.compile(r"[\s\-—–−_/|>→·、,:]+")
_NUMBERING = re.compile(r"[一二三四五六七八九十\d]{1,2}")
# Longer labels, and those that can be read in more ways, are no names of the form.
_LONGEST = 150
_MOST_READINGS = 12


def places_of(labels: Sequence[str], targets: Targets) -> set[Place]:
    """The cells of the form that the labels over a column, from top to bottom, may name; none when they say more."""
    readings = [readings_of(label, targets.names) for label in labels]
    if not readings or not all(readings) or _count(readings) > _MOST_READINGS:
        return set()
    chosen = product(*readings)
    return set[Place]().union(*(targets.meant_by([name for names in each for name in names]) for each in chosen))


@remembered
def readings_of(label: str, names: frozenset[str]) -> tuple[Names, ...]:
    """The ways in which a label is made of names and nothing else; () when it is not."""
    whole = plain(label)
    if len(whole) > _LONGEST:
        return ()
    if whole in names:
        return ((whole,),)
    parts = [part for part in _SEPARATORS.split(unicodedata.normalize("NFKC", label)) if plain(part)]
    found = {whole: _tilings(whole, names)}
    if len(parts) > 1:
        apart = [((plain(part),),) if plain(part) in names else _tilings(plain(part), names) for part in parts]
        if all(apart) and _count(apart) <= _MOST_READINGS:
            return tuple(dict.fromkeys(tuple(name for names in each for name in names) for each in product(*apart)))
    return found[whole]


def _count(readings: Sequence[Sequence[Names]]) -> int:
    count = 1
    for each in readings:
        count *= len(each)
    return count


def _tilings(text: str, names: frozenset[str]) -> tuple[Names, ...]:
    """The ways to cut a text into names, each with or without a number before it; () when there are too many."""
    rest: list[tuple[Names, ...]] = [()] * len(text) + [((),)]
    for start in range(len(text) - 1, -1, -1):
        number = _NUMBERING.match(text, start)
        begins = {start, *(range(start + 1, number.end() + 1) if number else ())}
        found = {
            (text[begin:end], *after)
            for begin in begins
            for end in range(begin + 1, len(text) + 1)
            if rest[end] and text[begin:end] in names
            for after in rest[end]
        }
        rest[start] = tuple(sorted(found)) if len(found) <= _MOST_READINGS else ()
    return rest[0] if text else ()
