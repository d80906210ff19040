"""What the whole set says together: the county's sums, copied texts, the 汇总表."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from ..checks.subject.beside import UnitValues
from ..checks.subject.cell_values import Cell
from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..readers.opening import load
from ..report import Figure
from .audited import Sums, Template, WorkbookCheck
from .entry import Entry, NameSource
from .gathering import Gathered, county_name, unit_values
from .intake.store import Store
from .listing.unit_names import UnitNames
from .request import Request
from .sums.county_sums import sums_of
from .sums.workbook_check import check_workbook, workbook_rows
from .sums.workbook_reading import Reading, read_workbook

_FORM = "2021"
# The names that a report prints itself are those that its digest was masked with.
_MASKED = (NameSource.TITLE, NameSource.SIGNATURE)


class SetFacts(Struct, frozen=True, kw_only=True):
    """``values`` are the figures of all units, ``copies`` the units whose text is like the unit's, ``template_prints``
    the clauses that are left out there, ``templates`` what those say; ``workbook_rows`` the rows of the 汇总表 by unit.
    """

    values: tuple[UnitValues, ...]
    sums: Sums | None
    copies: Mapping[str, tuple[str, ...]]
    template_prints: tuple[tuple[int, int], ...]
    templates: tuple[Template, ...]
    workbook: WorkbookCheck | None
    workbook_rows: Mapping[str, Mapping[Cell, Figure]] | None


def facts_of(request: Request, gathered: Gathered, linter: Linter, store: Store) -> SetFacts:
    """Everything that is known only when all reports are there."""
    from ..likeness.many.copies import find_copies

    values = unit_values(gathered)
    county = gathered.county
    form = linter.rulebook.form(county.form if county else _most_used(gathered))
    own = county_name(gathered.units)
    chosen = {name: each for name, each in gathered.filed.chosen.items() if name != own}
    found = find_copies({name: each.digest for name, each in chosen.items()})
    unit_of = UnitNames(gathered.units).unit
    reading = _workbook(request.workbook, linter) if request.workbook else None
    return SetFacts(
        values=values,
        sums=sums_of(county.values if county else None, values, form),
        copies={name: tuple(other.other for other in others) for name, others in found.alike.items()},
        template_prints=tuple(sorted(found.templates.items())),
        templates=_templates(found.templates, chosen, store),
        workbook=check_workbook(reading, values, unit_of) if reading else None,
        workbook_rows=workbook_rows(reading, unit_of) if reading else None,
    )


def _templates(prints: Mapping[int, int], chosen: Mapping[str, Entry], store: Store) -> tuple[Template, ...]:
    """The passages that many units share, in the words of one of them."""
    from ..likeness.many.template_texts import template_texts

    found = template_texts(
        {name: entry.digest for name, entry in chosen.items()},
        prints,
        lambda name: store.result(chosen[name].key).report,
        lambda name: [one.text for one in chosen[name].names if one.source in _MASKED],
    )
    return tuple(Template(one.text, one.units) for one in found)


def _most_used(gathered: Gathered) -> str:
    """The form of most reports."""
    used = [entry.form for entry in gathered.filed.chosen.values()]
    return max(sorted(set(used)), key=used.count, default=_FORM)


def _workbook(path: Path, linter: Linter) -> Reading:
    try:
        return read_workbook(load(path), str(path), linter)
    except ReadError as error:
        return Reading(str(path), refused=Text(error.reason, error.english))
