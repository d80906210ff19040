"""What a number in the prose is about: the whole report, a part of it, or another year."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from msgspec import Struct

from .compiled_patterns import CompiledScopes
from .matching import Match
from .plain_text import LAST, NEXT
from .sentences import clause_start

_PEOPLE = "人民政府"
_REACH = 240


class Scope(Struct, frozen=True):
    """``name``: ``whole``, ``part`` or ``previous``; ``year`` that of the number; ``qualified``: limited."""

    name: str
    year: int | None
    qualified: bool


class Context(Struct, frozen=True):
    """What is known beside the sentence: the section, the report's year and its organ as far as known."""

    section: int | None
    year: int | None
    organ: str | None


class ScopeReader:
    """Tells the scope of the claims of one sentence; the years in it are looked for once."""

    def __init__(self, scopes: CompiledScopes, plain: str, coded: str, context: Context) -> None:
        self._scopes = scopes
        self._plain = plain
        self._coded = coded
        self._context = context
        self._years = list(scopes.when.finditer(coded))
        self._starts = [match.start() for match in self._years]

    def read(self, match: Match) -> Scope | None:
        """The scope of a claim; None when the sentence states a condition only."""
        start, end = match.start, match.end
        breakdown = match.compiled.pattern.breakdown
        scopes = self._scopes
        at = clause_start(self._plain, start)
        clause, words = self._coded[at:start], self._coded[at:end]
        low = max(0, start - _REACH)
        if scopes.conditions.stand_in(clause):
            return None
        year, previous = self._year(start if breakdown else end)
        qualified = scopes.qualified.stand_in(words)
        qualified = qualified or scopes.qualified_before.stand_in(self._coded[low:start])
        if previous:
            return Scope("previous", year, qualified)
        named = self._named(at, start)
        part = (
            self._context.section in scopes.careful
            or scopes.part.stand_in(self._before_bracket(at))
            or scopes.part.stand_in(clause.removesuffix(scopes.about) if match.compiled.pattern.own_part else words)
            or self._is_breakdown(low, start, breakdown)
            or (named is not None and self._is_another(named))
        )
        qualified = qualified or (named is not None and self._context.organ is None)
        return Scope("part" if part else "whole", year, qualified)

    def _before_bracket(self, at: int) -> str:
        """What a bracket right before a clause was put into: 各村（社区）未收到 speaks of 各村."""
        opening = self._plain.rfind("（", max(0, at - _REACH), at) if self._plain[at - 1 : at] == "）" else -1
        return self._coded[clause_start(self._plain, opening) : opening] if opening >= 0 else ""

    def _year(self, limit: int) -> tuple[int | None, bool]:
        index = bisect_left(self._starts, limit) - 1
        year = self._context.year
        if index < 0 or self._years[index]["now"]:
            return year, False
        words = self._years[index][0]
        if words.startswith("20"):
            other = int(words[:4])
            return other, year is not None and other != year
        if year is None:
            return None, True
        return (year + 1 if words.startswith(NEXT) else year - 1 if words.startswith(LAST) else None), True

    def _is_breakdown(self, low: int, start: int, breakdown: bool) -> bool:
        """Whether the claim stands in a list of parts that neither ；nor a bracket has closed."""
        before = self._plain[low:start]
        if "（" in before and "）" in before:
            before = _closed().sub("", before)
        open_text = before.rpartition("；")[2]
        coded = self._coded[low:start] if open_text == self._plain[low:start] else ""
        coded = coded or self._scopes.write(open_text)
        found = list(self._scopes.breakdown.finditer(coded))
        if not found:
            return False
        rest = coded[found[-1].end() :]
        return not breakdown or bool(self._scopes.organ.search(rest) and not self._scopes.own.stand_in(rest))

    def _named(self, at: int, start: int) -> str | None:
        """The body named right before the claim, unless it is plainly the reporting one (我局, 全县)."""
        clause = self._coded[at:start]
        found = self._scopes.organ.search(clause)
        if not found or self._scopes.own.stand_in(clause):
            return None
        return self._plain[at + found.start(1) : at + found.end(1)]

    def _is_another(self, named: str) -> bool:
        """Whether a named body is another than the reporting one; unknown is not another."""
        if self._context.organ is None:
            return False
        name, own = (text.replace(_PEOPLE, "政府").lstrip("度") for text in (named, self._context.organ))
        return not (name in own or own in name or name[-2:] == own[-2:])


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"（[^（）]*）")
