"""What a number in the prose is about: the whole report, a part of it, or another year."""

from __future__ import annotations

import re
from functools import cache

from msgspec import Struct

from ..sentences.plain_text import MORE
from ..sentences.sentences import clause_start
from .compiled_patterns import CompiledScopes
from .matching import Match
from .named_bodies import Body
from .year_trail import YearTrail

_REACH = 240
# how far back a list of bodies goes
_LISTED = 60
# 县自然资源局收到的申请中，予以公开12件
_OF_WHICH = ("中，", "申请的，", "的申请，")


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
    """Tells the scope of the claims of one sentence, read from left to right.

    A named body owns what follows until another is named: 县公安局收到41件，办结40件.
    """

    def __init__(self, scopes: CompiledScopes, plain: str, coded: str, context: Context) -> None:
        self._scopes = scopes
        self._plain = plain
        self._coded = coded
        self._context = context
        self._body = Body(context.organ)
        self._years = YearTrail(scopes.when, plain, coded, context.year)
        self._of_others = scopes.of_others.stand_in(coded)
        self._anothers = False
        self._within = False
        self._named_in_list: int | None = None

    def read(self, match: Match) -> Scope | None:
        """The scope of a claim; None when the sentence states a condition only."""
        start, end = match.start, match.end
        pattern = match.compiled.pattern
        scopes = self._scopes
        at = self._begins(start) if match.counted else clause_start(self._plain, start)
        clause, words = self._coded[at:start], self._coded[at:end]
        low = max(0, start - _REACH)
        if scopes.conditions.stand_in(clause):
            return None
        year, previous = self._years.at(start if pattern.breakdown else end)
        qualified = scopes.qualified.stand_in(words)
        qualified = qualified or scopes.qualified_before.stand_in(self._coded[low:start])
        if previous:
            return Scope("previous", year, qualified)
        told = clause.removesuffix(scopes.about) if pattern.own_part else words
        listed = self._enumerated(at) + told
        unknown = self._read_body(at, start, listed)
        self._within = scopes.periods.stand_in(listed) or (self._within and not scopes.year_again.stand_in(clause))
        part = (
            (self._context.section in scopes.careful and not scopes.whole_year.stand_in(self._coded[low:start]))
            or self._of_others
            or self._anothers
            or self._within
            or scopes.part.stand_in(self._before_bracket(at))
            or scopes.part.stand_in(listed)
            or self._is_breakdown(low, start, pattern.breakdown)
        )
        return Scope("part" if part else "whole", year, qualified or unknown)

    def _begins(self, start: int) -> int:
        """Where what is said of a number begins: its clause, or the one before it that says of which applications."""
        at = clause_start(self._plain, start)
        return clause_start(self._plain, at - 1) if self._plain.endswith(_OF_WHICH, 0, at) else at

    def _read_body(self, at: int, start: int, words: str) -> bool:
        """Take note of the body named right before a claim; whether nobody can tell whose it is."""
        named = self._named(at, start)
        others = self._scopes.other_bodies.stand_in(words) or self._scopes.other_bodies.stand_in(
            self._before_bracket(at)
        )
        if others or named is not None:
            self._anothers = others or self._body.is_another(named or "")
            self._named_in_list = start if self._plain.rfind("其中", max(0, start - _REACH), start) >= 0 else None
            return self._context.organ is None
        listed = self._named_in_list
        closed = listed is not None and self._plain.rfind("；", max(listed, start - _REACH), start) >= 0
        if closed or self._scopes.own.stand_in(self._coded[at:start]):
            self._anothers = False
        return False

    def _enumerated(self, at: int) -> str:
        """What stands before the clause up to the last ， or count: the bodies that are enumerated with it."""
        low = max(0, at - _LISTED)
        before = self._plain[low:at]
        if not before.endswith("、"):
            return ""
        cut = max(before.rfind(mark) for mark in "，。；：（）" + MORE)
        return self._coded[low + cut + 1 : at]

    def _before_bracket(self, at: int) -> str:
        """What a bracket right before a clause was put into: 各村（社区）未收到 speaks of 各村."""
        opening = self._plain.rfind("（", max(0, at - _REACH), at) if self._plain[at - 1 : at] == "）" else -1
        return self._coded[clause_start(self._plain, opening) : opening] if opening >= 0 else ""

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


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(r"（[^（）]*）")
