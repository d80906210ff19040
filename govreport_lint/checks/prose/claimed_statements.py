"""Statements that a cell contradicts (均已办结 while some were carried out): a part of kind ``claimed-count``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...finding import Place
from ...language import Text, same
from ...rulebook.kinds import ClaimSubject, SumOfCells, WordingName
from ...told import Claim
from ..subject.cell_sums import CellSum, agrees, cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.table_cells import Cells, unread


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement (均已办结) that holds only while the sum ``zero`` is 0; fails with ``wording``.

    It holds too when the sentence itself counts what it speaks of: a claim of ``counted`` in the same
    sentence that equals ``equals``.
    ``subject``: the claim.
    """

    subject: ClaimSubject
    zero: SumOfCells
    wording: WordingName
    counted: tuple[ClaimSubject, ...] = ()
    equals: SumOfCells = ""


def judge_statements(cells: Cells, claims: Sequence[Claim], statements: Sequence[Statement]) -> Iterator[Outcome]:
    """Judge every statement about the whole report."""
    for statement in statements:
        settled = _sentences_that_count(cells, claims, statement)
        for claim in claims:
            if claim.subject == statement.subject:
                yield _judge_statement(cells, claim, claim.text in settled, statement)


def unusable(claim: Claim | None, total: CellSum | None) -> Text | None:
    """Why a claim cannot be held against a sum; a number below what is printed is wrong whatever is blank."""
    if total is None:
        return None
    if total.unusable:
        return Text("要对照的单元格缺失或不是数字", "a cell to compare with is missing or not a number")
    too_small = claim is not None and claim.value is not None and claim.value < total.least
    if total.blanks and not too_small:
        return Text("要对照的单元格空白", "a cell to compare with is blank")
    return None


def _judge_statement(cells: Cells, claim: Claim, counts_itself: bool, statement: Statement) -> Outcome:
    place = Place(claim.section)
    total = cell_sum(cells, (statement.zero,))
    reason = unread(cells)
    if reason or total is None:
        return NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
    if total.value <= 0:
        reason = unusable(None, total)
        return NotAssessable(place, reason) if reason else Passed(place)
    if counts_itself:
        return Passed(place)
    filled = total.filled
    return Failed(
        place=place,
        location=claim.location,
        quote=clause(claim.spoken),
        values={"quote": excerpt(claim.spoken), "stated": claim.number, "cells": filled.written(), "note": same("")},
        expected="0",
        actual=str(total.value),
        words=claim.spoken,
        evidence=filled.evidence,
        wording=statement.wording,
    )


def _sentences_that_count(cells: Cells, claims: Sequence[Claim], statement: Statement) -> set[str]:
    """The sentences that themselves count what the statement speaks of."""
    counted = cell_sum(cells, (statement.equals,)) if statement.equals else None
    if counted is None:
        return set()
    value = counted.value
    return {claim.text for claim in claims if claim.subject in statement.counted and agrees(claim, value)}
