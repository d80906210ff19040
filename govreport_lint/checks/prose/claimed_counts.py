"""Kind ``claimed-count``: a number in the prose against the cells of a table.

Every number is judged by itself, whatever another one says; one that is told wrongly twice is shown once. A
sentence that can be read in two ways agrees when one of them agrees, and so does one whose numbers add up (10 by
post, 2 in person).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from ...finding import Place
from ...language import Text, same
from ...rulebook.kinds import ClaimSubject, ColumnName, Kind, Need, Pattern, SumOfCells, TableKey
from ...told import Claim
from ..subject.cell_sums import CellSum, agrees, cell_sum, sentence_sums
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject
from ..subject.table_cells import Cells, unread
from .claimed_amounts import Amount, judge_amounts
from .claimed_statements import Statement, judge_statements, unusable

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


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``hints`` are sums that a wrong number is looked for in where the sentence has their words, so that the message
    can name them; with ``parts`` also these columns of the sum that it should have been. ``above``: the sum that no
    part of what the first comparison is about can be more than.
    ``table``: the table of the cells; ``compared``: which claims must equal which sums; ``statements``: what is
    said without a number; ``amount``: the sum of money that is compared in its place.
    """

    table: TableKey
    compared: tuple[Compared, ...]
    statements: tuple[Statement, ...] = ()
    hints: tuple[Reading, ...] = ()
    parts: tuple[ColumnName, ...] = ()
    amount: Amount | None = None
    above: Reading | None = None


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
    yield from judge_statements(cells, claims, options.statements)
    if options.amount:
        yield from judge_amounts(cells, claims, options.amount)
    if options.above:
        parts = [claim for claim in subject.report.claims if _is_part(claim, options, subject.report.year)]
        yield from _judge_parts(cells, parts, options.above)


def _is_part(claim: Claim, options: Options, year: int | None) -> bool:
    return (
        claim.scope == "part"
        and claim.subject in options.compared[0].subjects
        and claim.value is not None
        and not claim.zero_phrase
        and claim.year in (None, year)
    )


def _judge_parts(cells: Cells, parts: list[Claim], above: Reading) -> Iterator[Outcome]:
    """A part that is more than the whole is wrong, whoever's it is; a smaller one tells nothing."""
    total = cell_sum(cells, (above.equals,))
    if unread(cells) or total is None or total.unusable:
        return
    for claim in parts:
        if _allows(claim, above) and Decimal(claim.value or 0) > total.least:
            yield _failed(claim, total, same(""), "above")


def _judge(
    cells: Cells, claims: list[Claim], sums: list[Claim], compared: Compared, options: Options
) -> Iterator[Outcome]:
    added = {(claim.text, claim.section) for claim in sums if _agrees(cells, claim, compared)}
    told: set[tuple[str, object]] = set()
    for claim in claims:
        place = Place(claim.section)
        total = _meant(cells, claim, compared)
        reason = unread(cells) or unusable(claim, total)
        if (claim.text, claim.section) in added or _agrees(cells, claim, compared):
            yield Passed(place)
        elif reason or total is None:
            yield NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
        elif (key := (claim.subject, claim.value if claim.value is not None else claim.location)) not in told:
            told.add(key)
            yield _failed(claim, total, _note(cells, claim, total, options))


def _agrees(cells: Cells, claim: Claim, compared: Compared) -> bool:
    readings = [compared.equals, *(reading.equals for reading in compared.also if _allows(claim, reading))]
    sums = [cell_sum(cells, (reading,)) for reading in readings]
    return any(
        total is not None
        and not total.unusable
        and (total.least or total.blanks < len(total.terms))
        and any(agrees(claim, value) for value in (total.value, total.value_of_parts, total.least))
        for total in sums
    )


def _meant(cells: Cells, claim: Claim, compared: Compared) -> CellSum | None:
    """The sum that a number should have been; one too large, the nearest that the words of its sentence allow."""
    first = cell_sum(cells, (compared.equals, *(reading.equals for reading in compared.also)))
    if first is None or claim.value is None or claim.value <= first.least:
        return first
    chosen = [reading.equals for reading in compared.also if reading.words and _allows(claim, reading)]
    told = [cell_sum(cells, (equals,)) for equals in chosen]
    value = Decimal(claim.value)
    return min((first, *(one for one in told if one and not one.unusable)), key=lambda one: abs(value - one.least))


def _allows(claim: Claim, reading: Reading) -> bool:
    return not reading.words or re.search(reading.words, claim.text[:_LONGEST]) is not None


def _failed(claim: Claim, total: CellSum, note: Text, wording: str | None = None) -> Failed:
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
        wording=wording,
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


_STATED = ("cells", "note", "quote", "stated")
KIND = Kind(
    name="claimed-count",
    options=Options,
    check=check,
    says=("cells", "difference", "note", "quote", "stated", "total"),
    wordings={
        "above": _STATED,
        "all": _STATED,
        "all_handled": _STATED,
        "none": _STATED,
        "upheld": _STATED,
        "amount": _STATED,
        "within": _STATED,
    },
    chosen=True,
    needs=(Need.TEXT,),
)
