"""Kind ``named-unit``: the county's prose gives the figure of a unit (其中，民政局5件); the unit's report has it too.

Only where the clause begins with one unit of the list and says of what the number is; a list of units is held against
its total besides: parts of different units are not more than the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from ...finding import Evidence, Place
from ...language import Text
from ...rulebook.kinds import ClaimSubject, Kind, Need, Pattern, SumOfCells, TableKey
from ...told import Breakdown, Claim, Count, Words
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import clause, excerpt
from ..subject.subject import Subject
from .comparable_figures import Figures, Number, Why, comparable_figures
from .meant_cells import Terms, terms_of, terms_words, value_of
from .named_before import Names, names_of_units
from .words import figure_words


class Meant(Struct, frozen=True, forbid_unknown_fields=True):
    """The sums of a table that a number of these subjects may mean; the first is the usual one.

    ``table``: which one; ``subjects``: the claims; ``equals``: the sums.
    """

    table: TableKey
    subjects: tuple[ClaimSubject, ...]
    equals: tuple[SumOfCells, ...]


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``openings`` may stand before a unit's name, ``between`` between it and its number; sentences with ``not_in``
    speak of a part of the year, of several years or of other matters. ``left`` are sections of examples.
    ``meant``: what the numbers mean.
    """

    meant: tuple[Meant, ...]
    openings: Pattern
    between: Pattern
    not_in: Pattern
    left: tuple[int, ...] = ()


class _Said(Struct, frozen=True):
    """A number that the prose gives for a unit, and what it counts."""

    unit: str
    value: Number
    words: Words
    spoken: str
    subject: str
    section: int | None


class _Set(Struct, frozen=True):
    """The subject with what its units have reported."""

    subject: Subject
    options: Options
    names: Names
    figures: Mapping[str, Figures]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold the figures of named units against their reports, and lists of units against their totals."""
    units = subject.beside.units if subject.beside else None
    if not units:
        return
    figures = {unit.name: comparable_figures(unit.values, subject.form) for unit in units if unit.values}
    found = _Set(
        subject, options, names_of_units(units, options.openings, options.between, subject.report.organ), figures
    )
    told = [*_claims(found), *_parts(found)]
    first = {(said.words.location, said.words.start): said for said in reversed(told)}
    for said in first.values():
        yield from _judge(found, said)
    for breakdown in subject.report.breakdowns:
        yield from _judge_list(found, breakdown)


def _claims(found: _Set) -> Iterator[_Said]:
    """Numbers that are told of a unit by themselves: 公安局收到12件."""
    for claim in found.subject.report.claims:
        if claim.zero_phrase or claim.value is None or not _is_now(found, claim):
            continue
        unit = found.names.before(claim.words)
        if unit and _speaks_of_all(found, claim.words, claim.section):
            yield _Said(unit, claim.value, claim.words, claim.spoken.text, claim.subject, claim.section)


def _is_now(found: _Set, claim: Claim) -> bool:
    return claim.scope != "previous" and claim.year in (None, found.subject.report.year)


def _parts(found: _Set) -> Iterator[_Said]:
    """Numbers in a list whose total tells what they count: 收到申请20件，其中民政局5件."""
    claims = {(claim.words.location, claim.words.start): claim for claim in found.subject.report.claims}
    for breakdown in found.subject.report.breakdowns:
        total = claims.get((breakdown.total.words.location, breakdown.total.words.start))
        if total is None or not _is_now(found, total) or not _speaks_of_all(found, total.words, total.section):
            continue
        for part in breakdown.parts:
            unit = found.names.before(part.words)
            if unit and part.value is not None:
                yield _Said(unit, part.value, part.words, part.spoken.text, total.subject, breakdown.section)


def _speaks_of_all(found: _Set, words: Words, section: int | None) -> bool:
    return section not in found.options.left and not re.search(found.options.not_in, words.sentence)


def _judge(found: _Set, said: _Said) -> Iterator[Outcome]:
    form = found.subject.form
    meant = next((each for each in found.options.meant if said.subject in each.subjects), None)
    sums = [terms for equals in meant.equals if (terms := terms_of(form, meant.table, equals))] if meant else []
    if not sums:
        return
    place = Place(said.section)
    figures = found.figures.get(said.unit)
    values = [value_of(terms, figures) for terms in sums] if figures else []
    if said.value in values:
        yield Passed(place)
    elif not values or any(isinstance(value, Why) for value in values):
        yield NotAssessable(
            place,
            Text(
                f"正文写到{said.unit}的“{said.spoken}”，该单位的年报没有可以比对的数",
                f"no figure of {said.unit} to compare",
            ),
        )
    else:
        yield _differs(found, said, sums[0], values[0])


def _differs(found: _Set, said: _Said, terms: Terms, value: Number | Why) -> Failed:
    form = found.subject.form
    table, row, column = terms[0][1]
    reported = "" if isinstance(value, Why) else figure_words(value)
    return Failed(
        place=Place(said.section),
        location=said.words.location,
        quote=clause(said.words),
        values={
            "unit": said.unit,
            "stated": said.spoken,
            "cells": terms_words(form, terms),
            "reported": reported,
            "quote": excerpt(said.words),
        },
        expected=reported,
        actual=figure_words(said.value),
        evidence=(
            Evidence(Place(said.section), said.spoken),
            Evidence(Place(form.table(table).section, table, row, column), reported, said.unit),
        ),
        words=said.words,
    )


def _judge_list(found: _Set, breakdown: Breakdown) -> Iterator[Outcome]:
    """A list of different units only: together they are not more than the whole."""
    units = [found.names.before(part.words) for part in breakdown.parts]
    values = [part.value for part in breakdown.parts if part.value is not None]
    whole = breakdown.total.value
    if whole is None or len(values) < len(units) or None in units or len(set(units)) < len(units):
        return
    total = _added(values)
    if total <= whole:
        yield Passed(Place(breakdown.section))
    else:
        yield _too_much(breakdown, breakdown.total, total)


def _added(values: list[Number]) -> Number:
    total: Number = 0
    for value in values:
        total += value
    return total


def _too_much(breakdown: Breakdown, total: Count, found: Number) -> Failed:
    parts = "＋".join(part.number for part in breakdown.parts)
    place = Place(breakdown.section)
    return Failed(
        place=place,
        location=total.words.location,
        quote=clause(total.words),
        values={"stated": total.spoken.text, "sum": f"{parts}＝{figure_words(found)}", "quote": excerpt(total.words)},
        expected=figure_words(found),
        actual=total.number,
        evidence=(Evidence(place, total.number), *(Evidence(place, part.number) for part in breakdown.parts)),
        wording="sum",
        words=total.words,
    )


KIND = Kind(
    name="named-unit",
    options=Options,
    check=check,
    says=("cells", "quote", "reported", "stated", "unit"),
    wordings={"sum": ("quote", "stated", "sum")},
    needs=(Need.TEXT, Need.SET),
)
