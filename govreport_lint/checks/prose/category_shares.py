"""Shares of a category whose number is not told (予以公开占46.4%), against the table: a part of kind ``percentage``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from ...finding import Place
from ...language import Text, same, sums
from ...rulebook.kinds import ClaimSubject, SumOfCells
from ...told import Claim
from ..subject.cell_sums import CellSum, cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.table_cells import Cells, unread
from .claimed_statements import unusable
from .growth import prints, written

_HUNDRED = Decimal(100)


class Category(Struct, frozen=True, forbid_unknown_fields=True):
    """The share that claims of ``subject`` tell: that of one of the sums ``of`` in one of ``totals``; the first of
    each is told where none fits."""

    subject: ClaimSubject
    of: tuple[SumOfCells, ...]
    totals: tuple[SumOfCells, ...]


def judge_category_shares(cells: Cells, claims: Sequence[Claim], categories: Sequence[Category]) -> Iterator[Outcome]:
    """Judge the shares of categories about the whole report."""
    for category in categories:
        for claim in claims:
            if claim.subject == category.subject and claim.scope == "whole" and claim.value is not None:
                yield _judge(cells, claim, category)


def _judge(cells: Cells, claim: Claim, category: Category) -> Outcome:
    place, percent = Place(claim.section), Decimal(claim.value or 0)
    parts = [cell_sum(cells, (expression,)) for expression in category.of]
    wholes = [cell_sum(cells, (expression,)) for expression in category.totals]
    reason = unread(cells) or next(filter(None, map(_unusable, (*parts, *wholes))), None)
    if reason:
        return NotAssessable(place, reason)
    pairs = [(part, whole) for part in parts for whole in wholes if part and whole and whole.value > 0]
    if not pairs or any(prints(percent, _exact(part, whole)) for part, whole in pairs):
        return Passed(place)
    return _failed(claim, percent, *pairs[0])


def _unusable(one: CellSum | None) -> Text | None:
    """Why no share can be counted of a sum."""
    return unusable(None, one) if one else Text("本格式没有这一格", "the form has no such cell")


def _exact(part: CellSum, whole: CellSum) -> Decimal:
    return Decimal(part.value) / whole.value * _HUNDRED


def _failed(claim: Claim, percent: Decimal, part: CellSum, whole: CellSum) -> Failed:
    exact = written(_exact(part, whole), percent)
    sum_ = sums(f"{part.value}÷{whole.value}＝{exact}%")
    return Failed(
        place=Place(claim.section),
        location=claim.location,
        words=claim.words,
        quote=clause(claim.words),
        values={
            "quote": excerpt(claim.words),
            "stated": claim.number,
            "sum": sum_,
            "note": same(""),
            "cells": part.filled.written(),
            "total": whole.filled.written(),
        },
        expected=f"{exact}%",
        actual=claim.number,
        wording="category",
        evidence=(*part.filled.evidence, *whole.filled.evidence),
    )
