"""What else is known of the figures: exact numbers in the prose, figures of another report.

It chooses between answers that are equally small, and never makes one. The rules that hold the prose against
the tables judge the report as each answer would leave it; an answer that something speaks against is dropped
when another answer meets all that it meets and that as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..checks import Failed, Subject
from ..report import State
from ..rulebook.packs import Rule
from ..told import Claim
from .supports import Answer
from .systems import System

Known = Mapping[tuple[str, str, str], int]
_KINDS = ("claimed-count", "claimed-none")
# So many numbers of the prose are held against all answers together: a third of a second at the most.
_MOST = 2_000


class Weighed(Struct, frozen=True):
    """The answers that nothing better excludes, and the words (quotes of the prose) that excluded the others."""

    answers: tuple[Answer, ...]
    quotes: tuple[str, ...]


def weigh(subject: Subject, rules: Sequence[Rule], system: System, answers: Sequence[Answer], known: Known) -> Weighed:
    """Choose among equally small answers by what is known; without anything known all of them are kept.

    ``known`` are figures from elsewhere, by table, row and column.
    """
    exact = _exact(subject.report.claims, _MOST // max(1, len(answers)))
    if len(answers) < 2 or not (exact or known):
        return Weighed(tuple(answers), ())
    judges = [rule for rule in rules if rule.check.kind.name in _KINDS and rule.check.options.table == system.table]
    told = replace(subject, report=replace(subject.report, claims=exact))
    against = [_against(_as_left_by(told, system, answer), judges, system.table, known) for answer in answers]
    kept = [at for at, mine in enumerate(against) if not any(other < mine for other in against)]
    excluded = {words for at, mine in enumerate(against) if at not in kept for words in mine}
    spoken = dict.fromkeys(words for words in sorted(excluded) if not any(words in against[at] for at in kept))
    return Weighed(tuple(answers[at] for at in kept), tuple(quote for _, quote in spoken if quote))


def _exact(claims: Sequence[Claim], most: int) -> tuple[Claim, ...]:
    """The first exact numbers of the whole report, each sentence once however often it is told."""
    found: dict[object, Claim] = {}
    for claim in claims:
        if len(found) == most:
            break
        if _is_exact(claim.scope, claim.value, claim.qualified):
            found.setdefault((claim.subject, claim.value, claim.text, claim.words.start), claim)
    return tuple(found.values())


def _is_exact(scope: str, value: object, qualified: bool) -> bool:
    return scope == "whole" and isinstance(value, int) and not qualified


def _against(subject: Subject, judges: Sequence[Rule], table: str, known: Known) -> frozenset[tuple[str, str]]:
    """What speaks against the figures of a table: code and quoted words, or the cell that is known."""
    found = set()
    for rule in judges:
        for outcome in rule.check.kind.check(subject, rule.check.options):
            if isinstance(outcome, Failed):
                found.add((rule.code, outcome.quote))
    figures = subject.tables[table].figures
    for (own, row, column), value in known.items():
        if own == table and (row, column) in figures and figures[row, column].value != value:
            found.add((f"{row}.{column}", ""))
    return frozenset(found)


def _as_left_by(subject: Subject, system: System, answer: Answer) -> Subject:
    """The report with an answer's figures in it."""
    cells = subject.tables[system.table]
    figures = dict(cells.figures)
    for cell, by in answer:
        figure, value = system.figures[cell], system.values[cell] + by
        state = State.NUMBER if value else State.ZERO
        figures[figure.row, figure.column] = figure._replace(value=value, raw=str(value), state=state)
    changed = replace(cells, figures=figures)
    return replace(subject, tables={**subject.tables, system.table: changed})
