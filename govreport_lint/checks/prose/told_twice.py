"""Kind ``told-twice``: the same thing told with two numbers in different places of the prose."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...finding import Place
from ...rulebook.kinds import ClaimSubject, Kind, Need, TableKey
from ...told import Claim
from ..subject.contradictions import contradiction
from ..subject.outcome import Outcome, Passed
from ..subject.subject import Subject
from ..subject.table_cells import unread

_REACH = 120


class Compared(Struct, frozen=True, forbid_unknown_fields=True):
    """Subjects that a table has the number of: each is held against it, and against one another only where it could
    not be read.
    ``table``: which one; ``subjects``: the claims.
    """

    table: TableKey
    subjects: tuple[ClaimSubject, ...]


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``subjects`` are looked at, and those ``compared`` with a table that was not read. Before a number in its
    sentence stands one of ``markers``, which tell that it is about the whole year, and none of ``limits``, which make
    it something else."""

    subjects: tuple[ClaimSubject, ...]
    compared: tuple[Compared, ...]
    markers: tuple[str, ...]
    limits: tuple[str, ...]


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold each number against the first of its subject, unit and year; only numbers about the whole year."""
    for name in _subjects(subject, options):
        told = [claim for claim in subject.report.claims if claim.subject == name and _is_plain(claim, options)]
        for claim in told[1:]:
            first = told[0]
            if claim.unit != first.unit:
                continue
            if claim.value == first.value:
                yield Passed(Place(claim.section))
            else:
                yield contradiction(first, claim)
                break


def _subjects(subject: Subject, options: Options) -> Iterator[str]:
    yield from options.subjects
    for compared in options.compared:
        if unread(subject.cells(compared.table)):
            yield from compared.subjects


def _is_plain(claim: Claim, options: Options) -> bool:
    if claim.scope != "whole" or claim.zero_phrase or claim.qualified or claim.value is None:
        return False
    before = _before(claim)
    year = f"{claim.year}年" if claim.year else "年"
    told = year in before or any(word in before for word in options.markers)
    return told and not any(word in before for word in options.limits)


def _before(claim: Claim) -> str:
    """What stands before the number in its sentence, as far as it can belong to it."""
    return claim.text[max(0, claim.words.start - _REACH) : claim.words.start]


KIND = Kind(
    name="told-twice",
    options=Options,
    check=check,
    says=("first", "one", "other", "quote"),
    needs=(Need.TEXT,),
)
