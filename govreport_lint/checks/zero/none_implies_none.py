"""Kinds about one zero that demands another: no applications, no remedies; no notice sent, none left unpaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from ...document import Passage
from ...finding import Place
from ...language import Text
from ...rulebook.kinds import Kind, Need, Pattern, SumOfCells, TableKey
from ..subject.cell_sums import CellSum, cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.section_text import passages, sentences
from ..subject.subject import Subject
from ..subject.table_cells import unread

_UNUSABLE = Text("要对照的单元格缺失、空白或不是数字", "a cell to compare with is missing, blank or no number")


class Side(Struct, frozen=True, forbid_unknown_fields=True):
    """A sum of cells of a table.

    ``table``: which one; ``sum``: of which cells.
    """

    table: TableKey
    sum: SumOfCells


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """Where ``none`` is 0, ``then`` is 0."""

    none: Side
    then: Side


class DenialOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a sentence matches ``denied``, ``then`` is 0."""

    denied: Pattern
    then: Side


def tables(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Hold one table against the other, once."""
    none, then = _sum(subject, options.none), _sum(subject, options.then)
    place = Place(subject.cells(options.then.table).table.section, options.then.table)
    reason = _reason(none) or _reason(then)
    if reason or not isinstance(none, CellSum) or not isinstance(then, CellSum):
        yield NotAssessable(place, reason or _UNUSABLE)
    elif none.value or not then.value:
        yield Passed(place)
    else:
        yield Failed(
            place=place,
            location=then.filled.figures[0].location,
            quote=then.filled.figures[0].raw,
            values={"none": none.written(), "then": then.filled.written()},
            expected="0",
            actual=str(then.value),
            evidence=(*then.filled.evidence, *none.evidence),
        )


def denial(subject: Subject, options: DenialOptions) -> Iterator[Outcome]:
    """Hold every sentence that denies it against the table."""
    then = _sum(subject, options.then)
    denied = re.compile(options.denied)
    for number, passage in passages(subject.report):
        for offset, sentence in sentences(passage):
            match = denied.search(sentence)
            if match is None:
                continue
            reason = _reason(then)
            if reason or not isinstance(then, CellSum):
                yield NotAssessable(Place(number), reason or _UNUSABLE)
            elif not then.value:
                yield Passed(Place(number))
            else:
                yield _denied(number, passage, (offset + match.start(), offset + match.end()), then)


def _denied(number: int | None, passage: Passage, span: tuple[int, int], then: CellSum) -> Failed:
    words = passage.text[slice(*span)]
    return Failed(
        place=Place(number),
        location=passage.locate(*span),
        quote=words,
        values={"words": words, "then": then.filled.written()},
        expected=str(then.value),
        actual="0",
        evidence=then.filled.evidence,
    )


def _sum(subject: Subject, side: Side) -> CellSum | Text:
    """The sum, or why there is none."""
    cells = subject.cells(side.table)
    return unread(cells) or cell_sum(cells, (side.sum,)) or _UNUSABLE


def _reason(found: CellSum | Text) -> Text | None:
    if isinstance(found, Text):
        return found
    return _UNUSABLE if found.unusable or (not found.value and found.blanks) else None


TABLES = Kind(
    name="none-implies-none",
    options=Options,
    check=tables,
    says=("none", "then"),
)
DENIAL = Kind(
    name="denial-implies-none",
    options=DenialOptions,
    check=denial,
    says=("then", "words"),
    needs=(Need.TEXT,),
)
