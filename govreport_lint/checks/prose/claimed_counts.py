"""Kind ``claimed-count``: a number in the prose against the cells of a table.

Every number is judged by itself, whatever another one says; one that is told wrongly twice is shown once. A
sentence that can be read in two ways agrees when one of them agrees, and so does one whose numbers add up (10 by
post, 2 in person).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...language import Text, same
from ...report import Claim
from ...rulebook.kinds import ClaimSubject, ColumnName, Kind, Need, Pattern, SumOfCells, TableKey, WordingName
from ..subject.cell_sums import CellSum, agrees, cell_sum, sentence_sums
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject
from ..subject.table_cells import Cells, unread
from .claimed_amounts import Amount, judge_amounts

# no sentence is longer; what is was never one
_LONGEST = 2000


class Reading(Struct, frozen=True, forbid_unknown_fields=True):
    """Another sum that a number may mean: ``equals``, only where the sentence has ``words`` if any."""

    equals: SumOfCells
    words: Pattern = ""


class Compared(Struct, frozen=True, forbid_unknown_fields=True):
    """The claims of ``subjects`` must equal the sum ``equals`` or one of the readings ``also``.

    ``fallback``: only when nothing before it in the rule found a claim.
    """

    subjects: tuple[ClaimSubject, ...]
    equals: SumOfCells
    also: tuple[Reading, ...] = ()
    fallback: bool = False


class Statement(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement (均已办结) that holds only while the sum ``zero`` is 0; fails with ``wording``.

    It holds too when the sentence itself counts what it speaks of: a claim of ``counted`` in the same
    sentence that equals ``equals``.
    """

    subject: ClaimSubject
    zero: SumOfCells
    wording: WordingName
    counted: tuple[ClaimSubject, ...] = ()
    equals: SumOfCells = ""


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``hints`` are sums that a wrong number is looked for in where the sentence has their words, so that the message
    can name them; with ``parts`` also these columns of the sum that it should have been."""

    table: TableKey
    compared: tuple[Compared, ...]
    statements: tuple[Statement, ...] = ()
    hints: tuple[Reading, ...] = ()
    parts: tuple[ColumnName, ...] = ()
    amount: Amount | None = None


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the numbers and the statements that the rule is about."""
    cells = subject.cells(options.table)
    claims = [claim for claim in subject.report.claims if claim.scope == "whole"]
    found = False
    for compared in options.compared:
        spoken = [claim for claim in claims if claim.subject in compared.subjects and not claim.zero_phrase]
        if spoken and not (compared.fallback and found):
            found = True
            yield from _judge(cells, spoken, sentence_sums(subject.report.claims, spoken), compared, options)
    for statement in options.statements:
        settled = _sentences_that_count(cells, claims, statement)
        for claim in claims:
            if claim.subject == statement.subject:
                yield _judge_statement(cells, claim, claim.text in settled, statement)
    if options.amount:
        yield from judge_amounts(cells, claims, options.amount)


def _judge(
    cells: Cells, claims: list[Claim], sums: list[Claim], compared: Compared, options: Options
) -> Iterator[Outcome]:
    added = {(claim.text, claim.section) for claim in sums if _agrees(cells, claim, compared)}
    readings = (compared.equals, *(reading.equals for reading in compared.also))
    told: set[tuple[str, object]] = set()
    for claim in claims:
        place = Place(claim.section)
        total = cell_sum(cells, readings)
        reason = unread(cells) or _reason(claim, total)
        if (claim.text, claim.section) in added or _agrees(cells, claim, compared):
            yield Passed(place)
        elif reason or total is None:
            yield NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
        elif (key := (claim.subject, claim.value if claim.value is not None else claim.location)) not in told:
            told.add(key)
            yield _failed(claim, total, _note(cells, claim, total, options))


def _agrees(cells: Cells, claim: Claim, compared: Compared) -> bool:
    readings = [compared.equals]
    readings += [
        reading.equals
        for reading in compared.also
        if not reading.words or re.search(reading.words, claim.text[:_LONGEST])
    ]
    sums = [cell_sum(cells, (reading,)) for reading in readings]
    return any(
        total is not None
        and not total.unusable
        and (total.least or total.blanks < len(total.terms))
        and any(agrees(claim, value) for value in (total.value, total.value_of_parts, total.least))
        for total in sums
    )


def _reason(claim: Claim | None, total: CellSum | None) -> Text | None:
    """Why a claim cannot be held against a sum; a number below what is printed is wrong whatever is blank."""
    if total is None:
        return None
    if total.unusable:
        return Text("要对照的单元格缺失或不是数字", "a cell to compare with is missing or not a number")
    too_small = claim is not None and claim.value is not None and claim.value < total.least
    if total.blanks and not too_small:
        return Text("要对照的单元格空白", "a cell to compare with is blank")
    return None


def _failed(claim: Claim, total: CellSum, note: Text) -> Failed:
    stated = claim.spoken.text
    gap = abs(claim.value - total.least) if claim.value is not None else None
    return Failed(
        place=Place(claim.section),
        location=claim.location,
        quote=clause(claim.spoken),
        values={
            "quote": excerpt(claim.spoken),
            "stated": stated,
            "cells": total.told.written(),
            "total": str(total.least),
            "difference": same("") if gap is None else Text(f"，相差 {gap}", f", {gap} {_more(claim, total)}"),
            "note": note,
        },
        expected=str(total.least),
        actual=claim.number,
        words=claim.spoken,
        evidence=total.told.evidence,
    )


def _more(claim: Claim, total: CellSum) -> str:
    return "fewer" if (claim.value or 0) > total.least else "more"


def _note(cells: Cells, claim: Claim, total: CellSum, options: Options) -> Text:
    """Which other cell or sum that the sentence speaks of a wrong number equals; empty when it equals none."""
    text = claim.text[:_LONGEST]
    rows = dict.fromkeys(cells.table.row(figure.row).short for figure in total.figures)
    hints = [hint.equals for hint in options.hints if re.search(hint.words, text)]
    hints += [row for row in rows if row in text]
    for part in options.parts:
        hints += [" + ".join(f"{row}.{part}" for row in rows)] if part in text else []
    for hint in hints:
        other = cell_sum(cells, (hint,))
        if other and not other.unusable and other.least and claim.value == other.least:
            words = other.told.named()
            return Text(
                f"文中的数与{words.zh}相同，请核实口径。",
                f" The number equals {words.en}: check what it counts.",
            )
    return same("")


def _judge_statement(cells: Cells, claim: Claim, counts_itself: bool, statement: Statement) -> Outcome:
    place = Place(claim.section)
    total = cell_sum(cells, (statement.zero,))
    reason = unread(cells)
    if reason or total is None:
        return NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
    if total.value <= 0:
        reason = _reason(None, total)
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


def _sentences_that_count(cells: Cells, claims: list[Claim], statement: Statement) -> set[str]:
    """The sentences that themselves count what the statement speaks of."""
    counted = cell_sum(cells, (statement.equals,)) if statement.equals else None
    if counted is None:
        return set()
    value = counted.value
    return {claim.text for claim in claims if claim.subject in statement.counted and agrees(claim, value)}


_STATED = ("cells", "note", "quote", "stated")
KIND = Kind(
    name="claimed-count",
    options=Options,
    check=check,
    says=("cells", "difference", "note", "quote", "stated", "total"),
    wordings={"all_handled": _STATED, "none": _STATED, "upheld": _STATED, "amount": _STATED, "within": _STATED},
    chosen=True,
    needs=(Need.TEXT,),
)
