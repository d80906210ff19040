"""The claim patterns made ready: one regular expression for each kind of term."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count

from msgspec import Struct

from ..claim_patterns import ClaimPattern, ClaimPatterns
from .first_characters import guarded
from .numbers import BEHIND, NUMBER
from .plain_text import LAST, NEXT, THIS

_NAME = re.compile(r"\{([a-z_]+)\}")
_GAP = "[^，。；：！？、（）0-9]{0,20}?"
_FIXED = {"gap": _GAP, "last": f"{LAST}{{4}}年度?", "this": f"{THIS}{{4}}年度?", "next": f"{NEXT}{{4}}年度?"}
_NEVER = re.compile(r"(?!)")


class Counted(Struct, frozen=True):
    """A number with its unit in the plain text; ``text`` is what the number reads as."""

    start: int
    end: int
    text: str
    unit: str


class Expression(Struct, frozen=True):
    """Several forms as one regular expression with ``counts`` numbered number groups."""

    regex: re.Pattern[str]
    counts: int

    def counted(self, match: re.Match[str]) -> Counted | None:
        """The number that a match of this expression holds."""
        for index in range(self.counts):
            number = match[f"n{index}"]
            if number is not None:
                text = number + (match[f"b{index}"] or "")
                return Counted(match.start(f"n{index}"), match.end(f"n{index}"), text, match[f"u{index}"])
        return None


class Compiled(Struct, frozen=True):
    """A claim pattern with its expressions; ``named`` forms say what they are about, ``bare`` ones do not."""

    pattern: ClaimPattern
    named: Expression | None
    bare: Expression | None
    about: re.Pattern[str]
    without: re.Pattern[str]
    without_after: re.Pattern[str]
    without_sentence: re.Pattern[str]


class CompiledScopes(Struct, frozen=True):
    """The expressions that tell a claim's scope; ``when`` finds the years that are spoken of."""

    when: re.Pattern[str]
    now: re.Pattern[str]
    part: re.Pattern[str]
    qualified: re.Pattern[str]
    qualified_before: re.Pattern[str]
    breakdown: re.Pattern[str]
    conditions: re.Pattern[str]
    organ: re.Pattern[str]
    own: re.Pattern[str]
    careful: tuple[int, ...]


class CompiledPatterns(Struct, frozen=True):
    """Everything that ``find_claims`` needs, compiled."""

    keywords: re.Pattern[str]
    topics: re.Pattern[str]
    openings: tuple[tuple[int, str], ...]
    scopes: CompiledScopes
    claims: tuple[Compiled, ...]


@lru_cache(maxsize=8)
def compile_patterns(patterns: ClaimPatterns) -> CompiledPatterns:
    """The patterns compiled; raises ``re.error`` and ``KeyError`` for a form that is wrong."""
    topics = "|".join(f"(?P<{name}>{_expand(patterns, f'{{{name}}}', count())})" for name in patterns.topics)
    return CompiledPatterns(
        keywords=re.compile("|".join(patterns.keywords)),
        topics=re.compile(guarded(topics)),
        openings=tuple((opening.section, opening.topic) for opening in patterns.openings),
        scopes=_scopes(patterns),
        claims=tuple(_compiled(patterns, pattern) for pattern in patterns.claims),
    )


def _compiled(patterns: ClaimPatterns, pattern: ClaimPattern) -> Compiled:
    about = _any(patterns, (f"{{{pattern.about}}}",)) if pattern.about else _NEVER
    return Compiled(
        pattern,
        _forms(patterns, pattern.forms),
        _forms(patterns, pattern.bare),
        about,
        _any(patterns, pattern.without),
        _any(patterns, pattern.without_after),
        _any(patterns, pattern.without_sentence),
    )


def _forms(patterns: ClaimPatterns, forms: Iterable[str]) -> Expression | None:
    numbers = count()
    texts = [_expand(patterns, form, numbers) for form in forms]
    return Expression(re.compile(guarded("|".join(texts))), next(numbers)) if texts else None


def _any(patterns: ClaimPatterns, words: Iterable[str]) -> re.Pattern[str]:
    text = "|".join(_expand(patterns, word, count()) for word in words)
    return re.compile(guarded(text)) if text else _NEVER


def _expand(patterns: ClaimPatterns, form: str, numbers: Iterator[int]) -> str:
    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in _FIXED:
            return _FIXED[name]
        if name == "count":
            return _count(patterns.units, next(numbers))
        if name == "money":
            return _count(patterns.money_units, next(numbers))
        return _NAME.sub(fill, patterns.expression(name))

    return _NAME.sub(fill, form)


def _count(units: Iterable[str], index: int) -> str:
    """A number and its unit; digits that stand apart from others before them are no number."""
    number, unit, behind = (
        f"(?P<n{index}>{NUMBER})",
        f"(?P<u{index}>{'|'.join(units)})",
        f"(?P<b{index}>{BEHIND})?",
    )
    return rf"(?<![0-9.])(?<![0-9]\s){number}{unit}{behind}"


def _scopes(patterns: ClaimPatterns) -> CompiledScopes:
    scopes = patterns.scopes
    now = f"{THIS}{{4}}年|今年|本年|当年"
    year = (
        rf"(?:{LAST}{{4}}|{NEXT}{{4}}|20[0-9]{{2}})年度?(?!度?的?(?:{_expand(patterns, '{carry}', count())}))"
    )
    compared = "".join(f"(?<!{word})" for word in scopes.compared)
    previous = "|".join((_expand(patterns, "|".join(scopes.previous), count()), year))
    organs = "|".join(sorted(scopes.organs, key=len, reverse=True))
    return CompiledScopes(
        when=re.compile(f"{compared}(?:{now}|{previous})"),
        now=re.compile(now),
        part=_any(patterns, scopes.part),
        qualified=_any(patterns, scopes.qualified),
        qualified_before=_any(patterns, scopes.qualified_before),
        breakdown=_any(patterns, scopes.breakdown),
        conditions=_any(patterns, scopes.conditions),
        organ=re.compile(rf"([^0-9\s{THIS}{LAST}{NEXT}年·]*?(?:{organs}))(?:{'|'.join(scopes.between)})*$"),
        own=_any(patterns, (*scopes.own, *scopes.whole_bodies)),
        careful=scopes.careful,
    )
