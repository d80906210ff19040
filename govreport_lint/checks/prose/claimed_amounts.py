"""A charge in the prose against an amount of 表二, which is printed in 万元: a part of kind ``claimed-count``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Place
from ...language import Text
from ...report import Figure
from ...rulebook.kinds import CellName, ClaimSubject, WordingName
from ...told import Claim
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.table_cells import BLANK, Cells, short, unread

_UNITS = {"元": Decimal(1), "万元": Decimal(10000)}
_MYRIAD = Decimal(10000)


class Amount(Struct, frozen=True, forbid_unknown_fields=True):
    """The amount of ``cell`` (行.列, in 万元) must be what the claims of ``equal`` say (else wording ``unequal``), and
    no less than those of ``within``, which are a part of it (else wording ``above``)."""

    cell: CellName
    equal: tuple[ClaimSubject, ...] = ()
    within: tuple[ClaimSubject, ...] = ()
    unequal: WordingName = "amount"
    above: WordingName = "within"


def judge_amounts(cells: Cells, claims: Iterable[Claim], amount: Amount) -> Iterator[Outcome]:
    """Judge every exact amount about the whole report; a figure is good to half of its last printed digit."""
    for claim in claims:
        if claim.subject in (*amount.equal, *amount.within) and _range(claim):
            outcome = _judge(cells, claim, amount)
            if outcome is not None:
                yield outcome


def _judge(cells: Cells, claim: Claim, amount: Amount) -> Outcome | None:
    place = Place(claim.section)
    figures = cells.named(amount.cell, None, None)
    reason = unread(cells)
    if not figures:
        return None
    if reason:
        return NotAssessable(place, reason)
    figure = figures[0]
    if figure.value is None and figure.state not in BLANK:
        return NotAssessable(place, Text("要对照的单元格不是数字", "the cell to compare with is not a number"))
    if figure.value is None:
        return NotAssessable(place, Text("要对照的单元格空白", "the cell to compare with is blank"))
    low, high = _range(claim) or (Decimal(0), Decimal(0))
    printed, slack = Decimal(figure.value) * _MYRIAD, _half(figure)
    if claim.subject in amount.within:
        return Passed(place) if low <= printed + slack else _failed(cells, claim, figure, amount.above)
    inside = low - slack <= printed <= high + slack
    return Passed(place) if inside else _failed(cells, claim, figure, amount.unequal)


def _range(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """The amounts in 元 that a claim allows; None for one of 0 or without bounds on both sides."""
    size = _UNITS.get(claim.unit or "元", Decimal(1))
    if claim.value is not None:
        half = size / (2 * Decimal(10) ** len(claim.number.partition(".")[2])) if size > 1 else Decimal(0)
        return (claim.value * size - half, claim.value * size + half) if claim.value else None
    if claim.low is None or claim.high is None:
        return None
    return claim.low * size, claim.high * size


def _half(figure: Figure) -> Decimal:
    """Half a unit of the last printed digit, in 元."""
    decimals = len(figure.raw.partition(".")[2].rstrip("万元")) if "." in figure.raw else 0
    return _MYRIAD / (2 * Decimal(10) ** decimals)


def _failed(cells: Cells, claim: Claim, figure: Figure, wording: str) -> Failed:
    row, column = short(cells.table.row(figure.row)), short(cells.table.column(figure.column))
    words = Text(
        f"{cells.table.name}“{row.zh}”{column.zh}({figure.raw}万元)",
        f"{cells.table.name_en} “{row.en}” {column.en} ({figure.raw}, in 10,000 yuan)",
    )
    return Failed(
        place=Place(claim.section),
        location=claim.location,
        quote=clause(claim.spoken),
        values={"quote": excerpt(claim.spoken), "stated": claim.spoken.text, "cells": words},
        expected=figure.raw,
        actual=claim.number,
        words=claim.spoken,
        evidence=cells.evidence((figure,)),
        wording=wording,
    )
