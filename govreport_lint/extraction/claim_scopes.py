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
        part = (
            self._context.section in self._scopes.careful
            or bool(self._scopes.part.search(words))
            or self._is_breakdown(before, breakdown)
            or self._is_of_another(clause)
        )
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
        """Whether the claim stands in a list of parts that is still open; one after ；or a closed bracket is not."""
        open_text = _CLOSED.sub("", before).rpartition("；")[2]
        found = None
        for found in self._scopes.breakdown.finditer(open_text):
            pass
        if found is None:
            return False
        rest = open_text[found.end() :]
        return not breakdown or bool(self._scopes.organ.search(rest) and not self._scopes.own.search(rest))

    def _is_of_another(self, clause: str) -> bool:
        """Whether another body than the reporting one is named right before the claim."""
        found = self._scopes.organ.search(clause)
        organ = self._context.organ
        if not found or organ is None or self._scopes.own.search(clause):
            return False
        named, own = (name.replace(_PEOPLE, "政府").lstrip("度") for name in (found[1], organ))
        return not (named in own or own in named or named[-2:] == own[-2:])
