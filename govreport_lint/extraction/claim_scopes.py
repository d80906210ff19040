"""What a number in the prose is about: the whole report, a part of it, or another year."""

from __future__ import annotations

import re
from bisect import bisect_left

from msgspec import Struct

from .compiled_patterns import CompiledScopes
from .plain_text import LAST, NEXT
from .sentences import clause_start

_CLOSED = re.compile(r"（[^（）]*）")
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

    def __init__(self, scopes: CompiledScopes, sentence: str, context: Context) -> None:
        self._scopes = scopes
        self._sentence = sentence
        self._context = context
        self._years = list(scopes.when.finditer(sentence))
        self._starts = [match.start() for match in self._years]

    def read(self, start: int, end: int, breakdown: bool) -> Scope | None:
        """The scope of a claim from ``start`` to ``end``; None when the sentence states a condition only.

        ``breakdown``: 其中 before it does not make it a part.
        """
        clause = self._sentence[clause_start(self._sentence, start) : start]
        before = self._sentence[max(0, start - _REACH) : start]
        words = clause + self._sentence[start:end]
        if self._scopes.conditions.search(clause):
            return None
        year, previous = self._year(start if breakdown else end)
        qualified = bool(self._scopes.qualified.search(words) or self._scopes.qualified_before.search(before))
        if previous:
            return Scope("previous", year, qualified)
        named = self._named(clause)
        part = (
            self._context.section in self._scopes.careful
            or bool(self._scopes.part.search(words))
            or self._is_breakdown(before, breakdown)
            or (named is not None and self._is_another(named))
        )
        qualified = qualified or (named is not None and self._context.organ is None)
        return Scope("part" if part else "whole", year, qualified)

    def _year(self, limit: int) -> tuple[int | None, bool]:
        index = bisect_left(self._starts, limit) - 1
        year = self._context.year
        if index < 0 or self._scopes.now.fullmatch(self._years[index][0]):
            return year, False
        words = self._years[index][0]
        if words.startswith("20"):
            other = int(words[:4])
            return other, year is not None and other != year
        if year is None:
            return None, True
        return (year + 1 if words.startswith(NEXT) else year - 1 if words.startswith(LAST) else None), True

    def _is_breakdown(self, before: str, breakdown: bool) -> bool:
        """Whether the claim stands in a list of parts that neither ；nor a bracket has closed."""
        open_text = _CLOSED.sub("", before).rpartition("；")[2]
        found = list(self._scopes.breakdown.finditer(open_text))
        if not found:
            return False
        rest = open_text[found[-1].end() :]
        return not breakdown or bool(self._scopes.organ.search(rest) and not self._scopes.own.search(rest))

    def _named(self, clause: str) -> str | None:
        """The body named right before the claim, unless it is plainly the reporting one (我局, 全县)."""
        found = self._scopes.organ.search(clause)
        return None if not found or self._scopes.own.search(clause) else found[1]

    def _is_another(self, named: str) -> bool:
        """Whether a named body is another than the reporting one; unknown is not another."""
        if self._context.organ is None:
            return False
        name, own = (text.replace(_PEOPLE, "政府").lstrip("度") for text in (named, self._context.organ))
        return not (name in own or own in name or name[-2:] == own[-2:])
