"""Kind ``told-twice``: the same thing told with two numbers in different places of the prose."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Evidence, Place
from ...report import Claim, Report
from ...rulebook.kinds import Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject

_REACH = 120


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``subjects`` are looked at. Before a number in its sentence stands one of ``markers``, which tell that it
    is about the whole year, and none of ``limits``, which make it something else."""

    subjects: tuple[str, ...]
    markers: tuple[str, ...]
    limits: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold each number against the first of its subject, unit and year; only numbers about the whole year."""
    others: frozenset[Decimal] | None = None
    for name in options.subjects:
        told = [claim for claim in subject.report.claims if claim.subject == name and _is_plain(claim, options)]
        for claim in told[1:]:
            first = told[0]
            if claim.unit != first.unit:
                continue
            place = Place(claim.section)
            if claim.value != first.value and others is None:
                others = _numbers(subject.report)
            if claim.value == first.value or _explained(others or frozenset(), first, claim):
                yield Passed(place)
            else:
                yield _failed(first, claim)
                break


def _is_plain(claim: Claim, options: Options) -> bool:
    if claim.scope != "whole" or claim.zero_phrase or claim.qualified or claim.value is None:
        return False
    before = _before(claim)
    year = f"{claim.year}年" if claim.year else "年"
    told = year in before or any(word in before for word in options.markers)
    return told and not any(word in before for word in options.limits)


def _before(claim: Claim) -> str:
    """What stands before the number in its sentence, as far as it can belong to it."""
    return claim.text[max(0, claim.words.start - _REACH) : claim.words.start]


def _numbers(report: Report) -> frozenset[Decimal]:
    """The exact numbers of the prose."""
    told = {Decimal(claim.value) for claim in report.claims if claim.value is not None}
    parts = {Decimal(part.value) for b in report.breakdowns for part in b.parts if part.value is not None}
    return frozenset(told | parts)


def _explained(numbers: frozenset[Decimal], first: Claim, second: Claim) -> bool:
    """Whether the gap, or one of the two, is made up of other numbers of the text."""
    low, high = sorted((Decimal(first.value or 0), Decimal(second.value or 0)))
    others = numbers - {low, high}
    if high - low in others:
        return True
    return any(total - one in others for total in (low, high) for one in others if one * 2 != total)


def _failed(first: Claim, second: Claim) -> Failed:
    said = [claim.spoken.text for claim in (first, second)]
    evidence = (Evidence(Place(first.section), said[0]), Evidence(Place(second.section), said[1]))
    return Failed(
        place=Place(second.section),
        location=second.location,
        quote=clause(second.spoken),
        values={"first": excerpt(first.spoken), "quote": excerpt(second.spoken), "one": said[0], "other": said[1]},
        expected=said[0],
        actual=said[1],
        words=second.spoken,
        evidence=evidence,
    )


KIND = Kind(
    name="told-twice",
    options=Options,
    check=check,
    says=("first", "one", "other", "quote"),
    needs=(Need.TEXT,),
)
