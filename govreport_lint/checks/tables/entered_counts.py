"""Kind ``entered-count``: a figure of 表二 that is the number of something else: 信息条数, or 事项数."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ...language import Text
from ...report import Figure
from ...rulebook.kinds import ClaimSubject, FormKey, Kind, SumOfCells, TableKey
from ...told import Claim
from ..subject.cell_sums import CellSum, agrees, cell_sum
from ..subject.outcome import Failed, NotAssessable, Outcome, Passed
from ..subject.quotes import excerpt
from ..subject.subject import Subject
from ..subject.table_cells import Cells, unread


class Entered(Struct, frozen=True, forbid_unknown_fields=True):
    """A cell; ``told``: the claims that say its number, which is then no other's.

    ``cell``: which one.
    """

    cell: SumOfCells
    told: tuple[ClaimSubject, ...] = ()


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``entered`` cells must not hold the number of the claims of ``counts``; numbers below ``least`` are alike by
    chance. ``items``: by form, pairs of a cell and the sum of cells that it must not equal (wording ``items``).
    ``table``: the table of the cells.
    """

    table: TableKey
    counts: tuple[ClaimSubject, ...]
    entered: tuple[Entered, ...]
    least: int
    items: dict[FormKey, tuple[tuple[SumOfCells, SumOfCells], ...]] = {}


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge each cell once."""
    cells = subject.cells(options.table)
    reason = unread(cells)
    if reason:
        yield NotAssessable(cells.place(), reason)
        return
    claims = [claim for claim in subject.report.claims if claim.scope == "whole" and not claim.zero_phrase]
    for entered in options.entered:
        yield from _entered(cells, entered, claims, options)
    for cell, other in options.items.get(subject.form.key, ()):
        yield from _item(cells, cell, other, options.least)


def _entered(cells: Cells, entered: Entered, claims: list[Claim], options: Options) -> Iterator[Outcome]:
    found = cell_sum(cells, (entered.cell,))
    if found is None:
        return
    figure = found.figures[0]
    counts = [claim for claim in claims if claim.subject in options.counts and claim.value is not None]
    # Of several numbers the largest is that of the whole year.
    whole = max(counts, key=lambda claim: claim.value or 0, default=None)
    told = any(claim.subject in entered.told and agrees(claim, found.value) for claim in claims)
    if whole is None or whole.value != figure.value or told or found.value < options.least:
        yield Passed(cells.place(figure.row, figure.column))
        return
    values: dict[str, Text | str] = {"stated": whole.spoken.text, "quote": excerpt(whole.spoken)}
    yield _failed(cells, figure, values, None)


def _item(cells: Cells, cell: str, other: str, least: int) -> Iterator[Outcome]:
    found, items = cell_sum(cells, (cell,)), cell_sum(cells, (other,))
    if found is None or items is None or found.unusable or items.unusable:
        return
    figure = found.figures[0]
    changed = all(part.value for part in items.figures)
    if not changed or found.value < least or found.value != items.value:
        yield Passed(cells.place(figure.row, figure.column))
        return
    yield _failed(cells, figure, {"items": items.written()}, "items", items)


def _failed(
    cells: Cells, figure: Figure, values: dict[str, Text | str], wording: str | None, items: CellSum | None = None
) -> Failed:
    return Failed(
        place=cells.place(figure.row, figure.column),
        location=figure.location,
        quote=figure.raw,
        values={**cells.words(figure), **values},
        actual=figure.raw,
        evidence=(*cells.evidence([figure]), *(items.evidence if items else ())),
        wording=wording,
    )


KIND = Kind(
    name="entered-count",
    options=Options,
    check=check,
    says=("column", "printed", "quote", "row", "stated", "table"),
    wordings={"items": ("column", "items", "printed", "row", "table")},
)
