"""Kind ``fee-multiple``: an amount of 信息处理费 that the table of fees cannot make."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Place
from ...rulebook.kinds import ClaimSubject, Kind, Need
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject

_UNITS = {"元": 1, "万元": 10000}


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """The claims of ``subjects`` are amounts in 元 or 万元 and multiples of ``of`` 元."""

    subjects: tuple[ClaimSubject, ...]
    of: int


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every exact amount that is told of the report's year."""
    for claim in subject.report.claims:
        if claim.subject not in options.subjects or claim.scope != "whole" or claim.value is None:
            continue
        amount = Decimal(claim.value) * _UNITS.get(claim.unit or "元", 1)
        if amount % options.of == 0:
            yield Passed(Place(claim.section))
            continue
        yield Failed(
            place=Place(claim.section),
            location=claim.location,
            quote=clause(claim.spoken),
            values={"stated": claim.spoken.text, "quote": excerpt(claim.spoken)},
            actual=claim.number,
            words=claim.spoken,
        )


KIND = Kind(
    name="fee-multiple",
    options=Options,
    check=check,
    says=("quote", "stated"),
    needs=(Need.TEXT,),
)
