"""Kind ``told-twice``: the same thing told with two numbers in different places of the prose."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from msgspec import Struct

from ..finding import Evidence, Place
from ..report import Claim, Report
from .claim_sums import clause, excerpt
from .outcome import Failed, Kind, Outcome, Passed, Subject


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``subjects`` are looked at. Before a number in its sentence stands one of ``markers``, which tell that it
    is about the whole year, and none of ``limits``, which make it something else."""

    kind: str
    subjects: tuple[str, ...]
    markers: tuple[str, ...]
    limits: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold each number against the first of its subject, unit and year; only numbers about the whole year."""
    for name in options.subjects:
        told = [claim for claim in subject.report.claims if claim.subject == name and _is_plain(claim, options)]
        for claim in told[1:]:
            first = told[0]
            if claim.unit != first.unit:
                continue
            place = Place(claim.section)
            if claim.value == first.value or _explained(subject.report, first, claim):
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
    """What stands before the number in its sentence."""
    return claim.text.partition(claim.number)[0]


def _explained(report: Report, first: Claim, second: Claim) -> bool:
    """Whether the gap, or one of the two, is made up of other numbers of the text or the tables."""
    low, high = sorted((Decimal(first.value or 0), Decimal(second.value or 0)))
    gap = high - low
    others = {Decimal(c.value) for c in report.claims if c.value is not None and c.value not in (low, high)}
    others |= {Decimal(p.value) for b in report.breakdowns for p in b.parts if p.value is not None}
    return gap in others or any(sum(pair) in (low, high) for pair in combinations(sorted(others)[:60], 2))


def _failed(first: Claim, second: Claim) -> Failed:
    said = [claim.number + (claim.unit or "") for claim in (first, second)]
    evidence = (Evidence(Place(first.section), said[0]), Evidence(Place(second.section), said[1]))
    return Failed(
        place=Place(second.section), location=second.location, quote=clause(second),
        values={"first": excerpt(first), "quote": excerpt(second), "one": said[0], "other": said[1]},
        expected=said[0], actual=said[1], evidence=evidence,
    )  # fmt: skip


KIND = Kind(Options, check)
