"""The comments in a report applied: the findings that they settle, and what is wrong with the comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...directive import Action, Directive, Fault, FaultKind
from ...finding import Finding, Suppressed
from ...language import Text
from ...rulebook.rulebook import Rulebook
from ..meant_rules import codes_meant, no_such_rule
from .scopes import Order, scopes_of, used_codes
from .words import (
    at_line,
    ends_nothing,
    locked,
    no_reason,
    no_rule,
    no_rule_called,
    not_closed,
    not_understood,
    refused,
    settles_nothing,
)

_Told = tuple[int, FaultKind, Text]
# What is meant is sought for so many wrong words of a file; nobody means thousands of rules.
_MOST_MISSING, _LONGEST_WORD = 20, 40


class Rules:
    """The rules that a comment may name: ``judged`` are those that were asked and could be assessed (of no other can
    be said that a comment settles nothing of it), ``locked`` those whose findings no comment settles."""

    def __init__(self, rulebook: Rulebook, judged: frozenset[str], locked: frozenset[str] = frozenset()) -> None:
        self.judged = judged
        self.locked = locked
        self._rulebook = rulebook
        self._meant: dict[str, frozenset[str]] = {}
        self._missing: dict[str, Text] = {}

    def meant(self, word: str) -> frozenset[str]:
        """The codes that a word means."""
        if word not in self._meant:
            self._meant[word] = codes_meant(self._rulebook, word)
        return self._meant[word]

    def missing(self, word: str) -> Text:
        """That a word means no rule."""
        if word not in self._missing and len(self._missing) >= _MOST_MISSING:
            return no_rule_called(word[:_LONGEST_WORD])
        if word not in self._missing:
            self._missing[word] = no_such_rule(self._rulebook, word[:_LONGEST_WORD])
        return self._missing[word]

    def settled_by(self, directive: Directive) -> frozenset[str]:
        """The codes of the rules that a comment settles."""
        return frozenset(code for word in directive.words for code in self.meant(word)) - self.locked


class Applied(Struct, frozen=True):
    """The findings that are settled, by their index, and what is wrong with the comments."""

    suppressed: Mapping[int, Suppressed]
    faults: tuple[Fault, ...]


def apply_comments(findings: Sequence[Finding], directives: Sequence[Directive], rules: Rules) -> Applied:
    """Let the comments of a report settle its findings; what is wrong is told in the order of the lines."""
    orders = [Order(one, rules.settled_by(one)) for one in directives if _counts(one)]
    scopes = scopes_of(findings, orders)
    suppressed = {
        index: Suppressed(findings[index], orders[order].directive.reason, str(orders[order].directive.line))
        for index, order in scopes.settled.items()
    }
    told: list[_Told] = [one for directive in directives for one in _faulty(directive, rules)]
    used = used_codes(findings, scopes)
    for index, order in enumerate(orders):
        if order.directive.action is not Action.ENABLE:
            told += _unused(order.directive, used.get(index, frozenset()), rules)
        elif index not in scopes.ending:
            told.append((order.directive.line, FaultKind.UNUSED, ends_nothing()))
    told.sort(key=lambda one: one[0])
    return Applied(suppressed, tuple(Fault(kind, at_line(line, words)) for line, kind, words in told))


def refuse_comments(directives: Sequence[Directive]) -> tuple[Fault, ...]:
    """That the comments in a report do not count by the settings."""
    return (Fault(FaultKind.REFUSED, refused(len(directives))),)


def _counts(directive: Directive) -> bool:
    if directive.action is Action.ENABLE:
        return True
    return directive.action.settles and _has_reason(directive)


def _has_reason(directive: Directive) -> bool:
    return any(character.isalnum() for character in directive.reason)


def _faulty(directive: Directive, rules: Rules) -> Iterator[_Told]:
    """Why a comment cannot count as it is written."""
    for words in _wrong(directive, rules):
        yield directive.line, FaultKind.FAULTY, words
    held = frozenset(code for word in directive.words for code in rules.meant(word)) & rules.locked
    if held and directive.action.settles:
        yield directive.line, FaultKind.REFUSED, locked(sorted(held))


def _wrong(directive: Directive, rules: Rules) -> Iterator[Text]:
    if directive.action is Action.UNKNOWN:
        yield not_understood(directive.words[0])
        return
    if directive.action is Action.UNCLOSED:
        yield not_closed()
        return
    yield from (rules.missing(word) for word in directive.words if not rules.meant(word))
    if directive.action is Action.ENABLE:
        return
    if not directive.words:
        yield no_rule(directive.action)
    elif not _has_reason(directive):
        yield no_reason(directive.words)


def _unused(directive: Directive, used: frozenset[str], rules: Rules) -> Iterator[_Told]:
    """The rules in a comment of which there is nothing to settle."""
    meant = {word: rules.meant(word) - rules.locked for word in directive.words}
    idle = [word for word, codes in meant.items() if codes and codes.isdisjoint(used) and codes <= rules.judged]
    if idle:
        yield directive.line, FaultKind.UNUSED, settles_nothing(idle)
