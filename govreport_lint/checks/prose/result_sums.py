"""The results of applications that a paragraph tells one after the other, against the number told before them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...finding import Evidence, Place
from ...language import Text, sums
from ...report import Report
from ...rulebook.kinds import ClaimSubject
from ...told import Claim, Count
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.quotes import clause, excerpt

_SHOWN = 14
# how much of a part's name is shown, and what is no part of a name
_NAME = 12
_OPENING = re.compile(r"^.*(?:其中|包括|分别为|分别是|[：:，、；（(]|\d[.．])")


class Results(Struct, frozen=True, forbid_unknown_fields=True):
    """The claims that make up the results of applications: one of each of ``needed`` (several subjects: any of
    them) must stand in one paragraph; their sum, or that with ``extra``, is one of the ``totals``.
    ``before``: claims of what was there before, whose numbers may be in the total too.
    """

    needed: tuple[tuple[ClaimSubject, ...], ...]
    extra: tuple[ClaimSubject, ...]
    totals: tuple[ClaimSubject, ...]
    before: tuple[str, ...]


def judge_results(report: Report, options: Results) -> Iterator[Outcome]:
    """All categories of results in one paragraph, against the number of applications told before them."""
    for section in {claim.section for claim in report.claims}:
        claims = [
            claim
            for claim in report.claims
            if claim.section == section and claim.scope == "whole" and claim.value is not None and not claim.zero_phrase
        ]
        named = [[c for c in claims if c.subject in subjects] for subjects in options.needed]
        if all(len(found) == 1 for found in named[1:]) and 1 <= len(named[0]) <= 2:
            yield from _judge_results([claim for found in named for claim in found], claims, options)


def _judge_results(parts: list[Claim], claims: list[Claim], options: Results) -> Iterator[Outcome]:
    totals = [claim for claim in claims if claim.subject in options.totals]
    if not totals or len({claim.subject for claim in parts}) < len(parts):
        return
    added = sum((Decimal(claim.value or 0) for claim in parts), Decimal(0))
    extras = [Decimal(claim.value or 0) for claim in claims if claim.subject in options.extra]
    before = [Decimal(claim.value or 0) for claim in claims if claim.subject in options.before]
    partly = [Decimal(claim.value or 0) for claim in parts if claim.subject == options.needed[0][1]]
    possible = {added, *(added + extra for extra in extras)}
    possible |= {one - within for one in possible for within in partly}
    stated = {Decimal(claim.value or 0) for claim in totals}
    stated |= {value + more for value in stated for more in before}
    place = Place(parts[0].section)
    if possible & stated:
        yield Passed(place)
        return
    total = min(totals, key=lambda claim: abs(Decimal(claim.value or 0) - added))
    counts = [Count(_name(claim), claim.value, claim.unit or "", claim.words) for claim in parts]
    evidence = tuple(Evidence(place, clause(claim.spoken)) for claim in parts)
    yield sum_failure(place, total, counts, evidence, Text("", ""))


def _name(claim: Claim) -> str:
    """What a claim counts, in the words of its clause."""
    return clause(claim.spoken).partition(claim.number)[0]


def sum_failure(
    place: Place, total: Claim | Count, parts: Sequence[Count], evidence: tuple[Evidence, ...], note: Text
) -> Failed:
    """Parts that do not make the total told of them."""
    added = sum((Decimal(part.value or 0) for part in parts), Decimal(0))
    gap = added - Decimal(total.value or 0)
    return Failed(
        place=place,
        location=total.words.location,
        words=total.spoken,
        quote=clause(total.spoken),
        values={
            "quote": excerpt(total.spoken),
            "stated": total.spoken.text,
            "sum": _written(parts, added),
            "difference": str(abs(gap)),
            "note": note,
        },
        expected=str(added),
        actual=total.number,
        evidence=evidence,
    )


def _written(parts: Sequence[Count], added: Decimal) -> Text:
    """The parts by name: 政策文件6＋财政信息12＋其他信息66＝84."""
    shown = "＋".join(_OPENING.sub("", part.label)[-_NAME:] + part.number for part in parts[:_SHOWN])
    return sums(f"{shown}{'＋…' if len(parts) > _SHOWN else ''}＝{added}")
