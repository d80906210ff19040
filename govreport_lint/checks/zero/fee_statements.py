"""Kind ``fee-statements``: what a report says of 信息处理费 in several places must be the same."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Place
from ...rulebook.kinds import ClaimSubject, Kind
from ...told import Claim
from ..subject.contradictions import contradiction
from ..subject.outcome import Outcome, Passed
from ..subject.subject import Subject

_UNITS = {"元": 1, "万元": 10000}


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """The subjects of the claims that name an amount (in 元 or 万元) and of those that deny any.

    ``amounts``: the first; ``none``: the second.
    """

    amounts: tuple[ClaimSubject, ...]
    none: tuple[ClaimSubject, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold every statement after the first against the first; a single one has nothing to be held against."""
    spoken = [
        claim
        for claim in subject.report.claims
        if claim.subject in (*options.amounts, *options.none) and claim.scope == "whole"
    ]
    for claim in spoken[1:]:
        first = spoken[0]
        place = Place(claim.section)
        yield Passed(place) if _same(first, claim) else contradiction(first, claim)


def _same(first: Claim, second: Claim) -> bool:
    (low, high), (other_low, other_high) = _range(first), _range(second)
    return low <= other_high and other_low <= high


def _range(claim: Claim) -> tuple[Decimal, Decimal]:
    """The amounts in 元 that a statement allows; without a bound on one side, anything."""
    size = _UNITS.get(claim.unit or "元", 1)
    if claim.value is not None:
        return Decimal(claim.value) * size, Decimal(claim.value) * size
    low = Decimal(0) if claim.low is None else Decimal(claim.low) * size
    return low, Decimal("Infinity") if claim.high is None else Decimal(claim.high) * size


KIND = Kind(
    name="fee-statements",
    options=Options,
    check=check,
    says=("first", "one", "other", "quote"),
)
