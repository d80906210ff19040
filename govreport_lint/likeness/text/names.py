"""The forms in which a text may print the name of its organ: whole, without its place, the place alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .phrases import Phrases

# A name that is longer is none; a shorter form than two characters is a word.
_LONGEST = 60
_SHORTEST = 2


def forms_of(names: Iterable[str], phrases: Phrases) -> tuple[str, ...]:
    """Every form of some names, the longest first."""
    found: set[str] = set()
    for name in names:
        plain = re.sub(r"\s+", "", name)
        if _SHORTEST <= len(plain) <= _LONGEST:
            found |= _forms(plain, phrases)
    return tuple(sorted((form for form in found if len(form) >= _SHORTEST), key=lambda form: (-len(form), form)))


def _forms(name: str, phrases: Phrases) -> set[str]:
    """石狮市湖滨街道办事处: 石狮市湖滨街道, 石狮市, 石狮, 湖滨街道办事处, 湖滨街道, 湖滨."""
    found = {name}
    stem = re.sub(f"(?:{phrases.endings})+$", "", name)
    places, rest = _places(stem, phrases)
    found |= {stem, name[len(stem) - len(rest) :]} if rest else {stem}
    found |= places
    if rest:
        found.add(rest)
        found.add(re.sub(f"(?:{phrases.towns})$", "", rest))
    return {form for form in found if not re.fullmatch(phrases.endings, form)}


def _places(stem: str, phrases: Phrases) -> tuple[set[str], str]:
    """The places that a name begins with, each with and without its ending, and what comes after them."""
    found: set[str] = set()
    at = 0
    while match := re.compile(phrases.places).match(stem, at):
        found |= {match[0], stem[: match.end()], re.sub(f"(?:{_BARE})$", "", match[0])}
        at = match.end()
    return found, stem[at:]


_BARE = "自治区|自治州|自治县|自治旗|地区|新区|实验区|综合实验区|省|市|州|盟|县|区|旗"
