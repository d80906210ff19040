"""Kind ``claimed-none``: the prose says that there was none (or some), the table says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...document import Location
from ...finding import Place
from ...language import Text
from ...rulebook.kinds import ClaimSubject, Kind, SumOfCells, TableKey
from ...told import Claim
from ..subject.cell_sums import CellSum, agrees, cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject
from ..subject.table_cells import Cells, unread


class Denied(Struct, frozen=True, forbid_unknown_fields=True):
    """What a zero phrase of ``subject`` denies: the first of the sums ``cells`` that the form has.

    Where the prose also counts it (claims of ``counted``) and that agrees with the table, the phrase may mean less
    than it seems to.
    """

    subject: ClaimSubject
    cells: tuple[SumOfCells, ...]
    counted: tuple[ClaimSubject, ...] = ()


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``denied`` must be 0; ``affirmed`` (说有若干件) must not. A limited denial fails as ``qualified``, one beside
    the right number as ``counted``, an affirmation as ``reverse``: wordings of the rule.
    ``table``: the table of the cells.
    """

    table: TableKey
    denied: tuple[Denied, ...]
    affirmed: tuple[Denied, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every zero phrase and every 若干件 about the whole report; a phrase wrong twice fails once."""
    for phrase in _phrases(subject, options.denied).values():
        wording = "qualified" if phrase[0][0].qualified else None
        cells = subject.cells(options.table)
        if wording is None and any(_is_counted(subject, cells, one) for _, one in phrase):
            wording = "counted"
        yield from _judge(cells, phrase, wording)
    for phrase in _phrases(subject, options.affirmed).values():
        yield from _judge(subject.cells(options.table), phrase, "reverse")


def _phrases(subject: Subject, denied: Sequence[Denied]) -> dict[Location, list[tuple[Claim, Denied]]]:
    """What each phrase denies, in the order of the text."""
    found: dict[Location, list[tuple[Claim, Denied]]] = {}
    for claim in subject.report.claims:
        for one in denied:
            if claim.subject == one.subject and claim.scope == "whole":
                found.setdefault(claim.location, []).append((claim, one))
    return found


def _is_counted(subject: Subject, cells: Cells, denied: Denied) -> bool:
    """Whether the prose itself gives the number that the table has."""
    total = cell_sum(cells, denied.cells) if denied.counted else None
    return total is not None and any(
        claim.subject in denied.counted and claim.scope == "whole" and agrees(claim, total.least)
        for claim in subject.report.claims
    )


def _judge(cells: Cells, phrase: Sequence[tuple[Claim, Denied]], wording: str | None) -> Iterator[Outcome]:
    claim = phrase[0][0]
    place = Place(claim.section)
    wrong = []
    for _, denied in phrase:
        total = cell_sum(cells, denied.cells)
        reason = unread(cells) or _reason(total)
        if reason or total is None:
            yield NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
        elif (total.value > 0) == (wording == "reverse"):
            yield Passed(place)
        else:
            wrong.append(total)
    if wrong:
        yield _failed(claim, wrong, wording)


def _reason(total: CellSum | None) -> Text | None:
    if total is None or total.value or not (total.unusable or total.blanks):
        return None
    return Text("要对照的单元格缺失、空白或不是数字", "a cell to compare with is missing, blank or no number")


def _failed(claim: Claim, totals: Sequence[CellSum], wording: str | None) -> Failed:
    written = [total.filled.written() for total in totals]
    return Failed(
        place=Place(claim.section),
        location=claim.location,
        quote=clause(claim.spoken),
        values={
            "quote": excerpt(claim.spoken),
            "stated": claim.number,
            "cells": Text("、".join(text.zh for text in written), ", ".join(text.en for text in written)),
        },
        expected="、".join(str(total.value) for total in totals),
        actual="0" if claim.zero_phrase else claim.number,
        words=claim.spoken,
        evidence=tuple(evidence for total in totals for evidence in total.evidence),
        wording=wording,
    )


KIND = Kind(
    name="claimed-none",
    options=Options,
    check=check,
    says=("cells", "quote", "stated"),
    wordings={"qualified": None, "counted": None, "reverse": None},
)
