"""Growth told with one number (92件，比上年增长8.2%), by what the report says elsewhere of the year before: a part of
kind ``percentage``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...document import Location
from ...finding import Evidence, Place
from ...language import Text, same, sums
from ...report import Report
from ...rulebook.kinds import ClaimSubject
from ...told import Claim, Count, Share
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from .growth import NO_BEFORE, prints, written

_HUNDRED = Decimal(100)


def judge_share_growths(report: Report, shares: Sequence[Share], subjects: Sequence[ClaimSubject]) -> Iterator[Outcome]:
    """Judge the growth of numbers that claims of ``subjects`` tell, too."""
    if shares:
        told = _told(report, subjects)
        for share in shares:
            yield from _judge_growth(share, told)


def share_failure(
    share: Share, sum_: str, exact: str, counts: Sequence[Count], *, note: Text, wording: str | None
) -> Failed:
    """That a percentage is not what its numbers make: ``sum_`` with the figures, ``exact`` without %."""
    place = Place(share.section)
    return Failed(
        place=place,
        location=share.words.location,
        words=share.words,
        quote=clause(share.words),
        values={"quote": excerpt(share.words), "stated": share.number, "sum": sums(sum_), "note": note},
        expected=f"{exact}%",
        actual=share.number,
        wording=wording,
        evidence=tuple(Evidence(place, count.label + count.spoken.text) for count in counts),
    )


class _Told(Struct, frozen=True):
    """The subjects of this year's numbers by place and number, and last year's numbers of each subject."""

    now: dict[tuple[Location, int | Decimal | None], str]
    before: dict[str, dict[Decimal, Claim]]


def _told(report: Report, subjects: Sequence[ClaimSubject]) -> _Told:
    told, year = _Told({}, {}), report.year
    for claim in report.claims:
        if claim.subject not in subjects or claim.value is None:
            continue
        if claim.scope == "whole":
            told.now[claim.location, claim.value] = claim.subject
        elif claim.scope == "previous" and year and claim.year in (None, year - 1):
            told.before.setdefault(claim.subject, {})[Decimal(claim.value)] = claim
    return told


def _judge_growth(share: Share, told: _Told) -> Iterator[Outcome]:
    before = told.before.get(told.now.get((share.of.words.location, share.of.value), ""), {})
    last, claim = next(iter(before.items()), (Decimal(0), None))
    if len(before) != 1 or last <= 0 or claim is None:
        yield NotAssessable(Place(share.section), NO_BEFORE)
        return
    exact = (Decimal(share.of.value or 0) - last) / last * _HUNDRED
    if (exact >= 0) == (share.change > 0) and prints(share.percent, abs(exact)):
        yield Passed(Place(share.section))
        return
    shown = written(abs(exact), share.percent)
    sum_ = f"({share.of.number}－{claim.number})÷{claim.number}＝{'' if exact >= 0 else '－'}{shown}%"
    counts = [share.of, Count("", claim.value, claim.unit or "", claim.words)]
    yield share_failure(share, sum_, shown, counts, note=same(""), wording="growth")
