"""The comments in a report applied: the findings that they settle, and what is wrong with the comments."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

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
    no_reason,
    no_rule,
    not_understood,
    refused,
    settles_nothing,
)


class Applied(Struct, frozen=True):
    """The findings that are settled, by their index, and what is wrong with the comments."""

    suppressed: Mapping[int, Suppressed]
    faults: tuple[Fault, ...]


def apply_comments(
    findings: Sequence[Finding], directives: Sequence[Directive], rulebook: Rulebook, judged: Collection[str]
) -> Applied:
    """``judged`` are the codes of the rules that were asked and could be: of no other can be said that a comment
    settles nothing of it."""
    faults = [fault for one in directives for fault in _faulty(one, rulebook)]
    orders = [Order(one, _codes(one, rulebook)) for one in directives if _counts(one, rulebook)]
    scopes = scopes_of(findings, orders)
    suppressed = {
        index: Suppressed(findings[index], orders[order].directive.reason, str(orders[order].directive.line))
        for index, order in scopes.settled.items()
    }
    used = used_codes(findings, scopes)
    for index, order in enumerate(orders):
        ends = order.directive.action is Action.ENABLE
        if not ends:
            faults += _unused(order.directive, used.get(index, frozenset()), rulebook, judged)
        elif index not in scopes.ending:
            faults.append(_fault(FaultKind.UNUSED, order.directive, ends_nothing()))
    return Applied(suppressed, tuple(faults))


def refuse_comments(directives: Sequence[Directive]) -> tuple[Fault, ...]:
    """That the comments in a report do not count by the settings."""
    return (Fault(FaultKind.REFUSED, refused(len(directives))),)


def _codes(directive: Directive, rulebook: Rulebook) -> frozenset[str]:
    return frozenset(code for word in directive.words for code in codes_meant(rulebook, word))


def _counts(directive: Directive, rulebook: Rulebook) -> bool:
    if directive.action is Action.ENABLE:
        return not directive.words or bool(_codes(directive, rulebook))
    return directive.action is not Action.UNKNOWN and _has_reason(directive) and bool(_codes(directive, rulebook))


def _has_reason(directive: Directive) -> bool:
    return any(character.isalnum() for character in directive.reason)


def _faulty(directive: Directive, rulebook: Rulebook) -> Iterator[Fault]:
    """Why a comment cannot count as it is written."""
    told: list[Text] = [no_such_rule(rulebook, word) for word in directive.words if not codes_meant(rulebook, word)]
    if directive.action is Action.UNKNOWN:
        told = [not_understood(directive.words[0])]
    elif directive.action is not Action.ENABLE:
        if not directive.words:
            told = [no_rule(directive.action)]
        elif not _has_reason(directive):
            told.append(no_reason(directive.words))
    yield from (_fault(FaultKind.FAULTY, directive, words) for words in told)


def _unused(directive: Directive, used: frozenset[str], rulebook: Rulebook, judged: Collection[str]) -> Iterator[Fault]:
    """The rules in a comment of which there is nothing to settle."""
    meant = {word: codes_meant(rulebook, word) for word in directive.words}
    idle = [word for word, codes in meant.items() if codes and codes.isdisjoint(used) and codes <= set(judged)]
    if idle:
        yield _fault(FaultKind.UNUSED, directive, settles_nothing(idle))


def _fault(kind: FaultKind, directive: Directive, words: Text) -> Fault:
    return Fault(kind, at_line(directive.line, words))
