"""Where the claim patterns match a sentence; an earlier pattern takes the text from a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ..sentences.numbers import Mention
from ..sentences.plain_text import COUNT, MONEY, SHARE, PlainText
from ..sentences.sentences import clause_end
from .compiled_patterns import Compiled, CompiledPatterns
from .topics import TopicTrail

_BESIDE = 12
_LEAD = 120
# What stands in the plain text for the number of a kind of claim.
_MARKS = {"count": (COUNT, MONEY), "share": (SHARE,)}
# with these topics the sentence before has spoken of disclosure
_DISCLOSURE = ("topic_application", "topic_remedy", "topic_review", "topic_litigation")


class Match(Struct, frozen=True):
    """A pattern's match from ``start`` to ``end`` of the plain sentence, and the number in it."""

    compiled: Compiled
    start: int
    end: int
    counted: Mention | None


class Sentence(Struct, frozen=True):
    """A sentence to be searched: its plain text and the same in the patterns' alphabet."""

    plain: PlainText
    coded: str


def matches_in(sentence: Sentence, patterns: CompiledPatterns, section: int | None, topics: TopicTrail) -> list[Match]:
    """The matches of every pattern in one sentence, in the order of the patterns."""
    text = sentence.coded
    found: list[Match] = []
    taken = bytearray(len(text))
    figures = {kind: any(mark in text for mark in marks) for kind, marks in _MARKS.items()}
    for compiled in patterns.claims_for(text):
        if not figures.get(compiled.pattern.kind, True):
            continue
        if compiled.without_sentence.stand_in(text) or not _is_about(compiled, text, section, topics):
            continue
        for match in _of_pattern(sentence, compiled, topics):
            free = not any(taken[match.start : match.end])
            if free and not compiled.pattern.overlay:
                taken[match.start : match.end] = b"\x01" * (match.end - match.start)
            if compiled.pattern.subjects and (free or compiled.pattern.overlay):
                found.append(match)
    return found


def _is_about(compiled: Compiled, text: str, section: int | None, topics: TopicTrail) -> bool:
    pattern = compiled.pattern
    if not pattern.about or section in pattern.sections or compiled.about.stand_in(text):
        return True
    return bool(pattern.sections) and topics.at(0) in _DISCLOSURE


def _of_pattern(sentence: Sentence, compiled: Compiled, topics: TopicTrail) -> Iterator[Match]:
    named = list(_of_expression(sentence, compiled, compiled.named)) if compiled.named else []
    yield from named
    # what has been denied by name need not be looked for without it
    if compiled.pattern.bare and not (named and compiled.pattern.kind == "none") and compiled.bare:
        for match in _of_expression(sentence, compiled, compiled.bare):
            if (topics.at(match.start) or "") in compiled.pattern.topic:
                yield match


def _of_expression(sentence: Sentence, compiled: Compiled, expression: re.Pattern[str]) -> Iterator[Match]:
    position = 0
    marks = _MARKS.get(compiled.pattern.kind, ())
    while True:
        match = expression.search(sentence.coded, position)
        if not match:
            return
        if _is_allowed(sentence, compiled, match):
            counted = _counted(sentence.plain, match, marks, compiled.pattern.last) if marks else None
            if not compiled.pattern.units or (counted and counted.unit in compiled.pattern.units):
                yield Match(compiled, match.start(), match.end(), counted)
            position = max(match.end(), position + 1)
        else:
            position = match.start() + 1


def _counted(plain: PlainText, match: re.Match[str], marks: tuple[str, ...], last: bool) -> Mention | None:
    """The first number in the match, or the last."""
    start, end = match.span()
    if last:
        return plain.counts.get(max(plain.text.rfind(mark, start, end) for mark in marks))
    places = (plain.text.find(mark, start, end) for mark in marks)
    return plain.counts.get(min((place for place in places if place >= 0), default=-1))


def _is_allowed(sentence: Sentence, compiled: Compiled, match: re.Match[str]) -> bool:
    text = sentence.coded
    before = text[max(0, match.start() - _BESIDE) : match.start()]
    if before.endswith(compiled.not_after) or text.startswith(compiled.not_before, match.end()):
        return False
    if compiled.without.stand_in(match[0]):
        return False
    if compiled.pattern.without_before and compiled.without_before.stand_in(_lead(sentence, match.start())):
        return False
    if not compiled.pattern.without_after:
        return True
    rest = text[match.start() : clause_end(sentence.plain.text, match.end())]
    return not compiled.without_after.stand_in(rest)


def _lead(sentence: Sentence, at: int) -> str:
    """What comes before a place, back to the last ； and no further than ``_LEAD``."""
    low = max(0, at - _LEAD)
    return sentence.coded[max(low, sentence.plain.text.rfind("；", low, at) + 1) : at]
