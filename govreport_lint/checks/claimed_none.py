"""Kind ``claimed-none``: the prose says that there was none (or some), the table says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ..finding import Place
from ..language import Text
from ..report import Claim
from .cells import cells_of, unread
from .claim_sums import CellSum, cell_sum, excerpt
from .outcome import Failed, Kind, NotAssessable, Outcome, Passed, Subject


class Denied(Struct, frozen=True, forbid_unknown_fields=True):
    """What a zero phrase of ``subject`` denies: the first of the sums ``cells`` that the form has."""

    subject: str
    cells: tuple[str, ...]


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``denied`` must be 0; ``affirmed`` (说有若干件) must not. A limited denial fails as ``qualified``, an
    affirmation as ``reverse``: wordings of the rule."""

    kind: str
    table: str
    denied: tuple[Denied, ...]
    affirmed: tuple[Denied, ...] = ()


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge every zero phrase about the whole report, and every 若干件."""
    for denied in options.denied:
        for claim in _spoken(subject, denied):
            yield _judge(subject, options.table, claim, denied, "qualified" if claim.qualified else None)
    for affirmed in options.affirmed:
        for claim in _spoken(subject, affirmed):
            yield _judge(subject, options.table, claim, affirmed, "reverse")


def _spoken(subject: Subject, denied: Denied) -> Iterator[Claim]:
    for claim in subject.report.claims:
        if claim.subject == denied.subject and claim.scope == "whole":
            yield claim


def _judge(subject: Subject, table: str, claim: Claim, denied: Denied, wording: str | None) -> Outcome:
    cells = cells_of(subject, table)
    place = Place(claim.section)
    total = cell_sum(cells, denied.cells)
    reason = unread(cells)
    if reason or total is None:
        return NotAssessable(place, reason or Text("本格式没有这一格", "the form has no such cell"))
    if total.value == 0 and (total.unusable or total.blanks):
        return NotAssessable(
            place,
            Text(
                "要对照的单元格缺失、空白或不是数字", "a cell to compare with is missing, blank or no number"
            ),
        )
    holds = total.value > 0 if wording == "reverse" else total.value == 0
    return Passed(place) if holds else _failed(claim, total, wording)


def _failed(claim: Claim, total: CellSum, wording: str | None) -> Failed:
    filled = tuple((factor, figure) for factor, figure in total.terms if figure.value)
    shown = CellSum(total.cells, filled) if filled else total
    return Failed(
        place=Place(claim.section), location=claim.location, quote=excerpt(claim),
        values={"quote": excerpt(claim), "stated": claim.number, "cells": shown.written()},
        expected=str(total.value), actual="0" if claim.zero_phrase else claim.number,
        evidence=total.evidence, wording=wording,
    )  # fmt: skip


KIND = Kind(Options, check)
