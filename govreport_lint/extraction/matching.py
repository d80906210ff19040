"""Where the claim patterns match a sentence; an earlier pattern takes the text from a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from .compiled_patterns import Compiled, CompiledPatterns, Counted, Expression
from .sentences import clause_end
from .topics import TopicTrail

_BESIDE = 12
# with these topics the sentence before has spoken of disclosure
_DISCLOSURE = ("topic_application", "topic_remedy")


class Match(Struct, frozen=True):
    """A pattern's match from ``start`` to ``end`` of the plain sentence, and the number in it."""

    compiled: Compiled
    start: int
    end: int
    counted: Counted | None


def matches_in(text: str, patterns: CompiledPatterns, section: int | None, topics: TopicTrail) -> list[Match]:
    """The matches of every pattern in one plain sentence, in the order of the patterns."""
    found: list[Match] = []
    taken = bytearray(len(text))
    for compiled in patterns.claims:
        if not any(map(text.__contains__, compiled.pattern.needs)):
            continue
        if compiled.without_sentence.search(text) or not _is_about(compiled, text, section, topics):
            continue
        for match in _of_pattern(text, compiled, topics):
            free = not any(taken[match.start : match.end])
            if free and not compiled.pattern.overlay:
                taken[match.start : match.end] = b"\x01" * (match.end - match.start)
            if compiled.pattern.subjects and (free or compiled.pattern.overlay):
                found.append(match)
    return found


def _is_about(compiled: Compiled, text: str, section: int | None, topics: TopicTrail) -> bool:
    pattern = compiled.pattern
    if not pattern.about or section in pattern.sections or compiled.about.search(text):
        return True
    return bool(pattern.sections) and topics.at(0) in _DISCLOSURE


def _of_pattern(text: str, compiled: Compiled, topics: TopicTrail) -> Iterator[Match]:
    if compiled.named:
        yield from _of_expression(text, compiled, compiled.named)
    if compiled.bare:
        for match in _of_expression(text, compiled, compiled.bare):
            if (topics.at(match.start) or "") in compiled.pattern.topic:
                yield match


def _of_expression(text: str, compiled: Compiled, expression: Expression) -> Iterator[Match]:
    position = 0
    while True:
        match = expression.regex.search(text, position)
        if not match:
            return
        if _is_allowed(text, compiled, match):
            yield Match(compiled, match.start(), match.end(), expression.counted(match))
            position = max(match.end(), position + 1)
        else:
            position = match.start() + 1


def _is_allowed(text: str, compiled: Compiled, match: re.Match[str]) -> bool:
    pattern = compiled.pattern
    before = text[max(0, match.start() - _BESIDE) : match.start()]
    if before.endswith(pattern.not_after) or text.startswith(pattern.not_before, match.end()):
        return False
    if compiled.without.search(match[0]):
        return False
    rest = text[match.start() : clause_end(text, match.end())] if pattern.without_after else ""
    return not compiled.without_after.search(rest)
