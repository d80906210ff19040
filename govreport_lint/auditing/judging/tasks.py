"""What is to be judged beside what: a task for every unit with a report, and one for the county's own."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ...checks.subject.beside import Bounds, NameClash, UnitValues
from ...checks.subject.cell_values import Cell, CellValues
from ...form import Form
from ...report import Figure
from ..entry import Entry
from ..unit import Unit
from .peers import bounds_of, spreads
from .unit_task import UnitTask


class Facts(Struct, frozen=True, kw_only=True):
    """What is known of the whole set when its reports are judged; everything by the unit's name.

    ``copies`` are the units whose text is like the unit's, ``templates`` the prints of the clauses that most have with
    the number of units that have them, ``workbook`` its row in the 汇总表 (None: no such table
    was given). ``settings`` is what everything is judged by, ``inline``: comments in a file may
    settle its findings.
    """

    chosen: Mapping[str, Entry]
    previous: Mapping[str, Entry]
    clashes: Mapping[str, tuple[NameClash, ...]]
    copies: Mapping[str, tuple[str, ...]]
    templates: tuple[tuple[int, int], ...]
    workbook: Mapping[str, Mapping[Cell, Figure]] | None
    settings: str
    inline: bool = True


def unit_tasks(units: Sequence[Unit], facts: Facts, forms: Mapping[str, Form]) -> Iterator[UnitTask]:
    """A task for each unit that has a report."""
    usual = {key: spreads(list(_pairs(facts, key)), form) for key, form in forms.items()}
    for unit in units:
        entry, previous = facts.chosen.get(unit.name), facts.previous.get(unit.name)
        if entry is None:
            continue
        bounds: Mapping[Cell, Bounds] = {}
        if previous is not None and previous.values is not None and previous.form == entry.form:
            bounds = bounds_of(previous.values, forms[entry.form], usual[entry.form])
        like = [(other, facts.chosen[other].key) for other in facts.copies.get(unit.name, ()) if other in facts.chosen]
        row = None if facts.workbook is None else facts.workbook.get(unit.name)
        yield _named(
            UnitTask(
                unit=unit.name,
                key=entry.key,
                result="",
                previous=previous.key if previous else "",
                exempt=unit.exempt,
                names=(unit.name, *unit.aliases, *unit.former),
                copies=tuple(like),
                templates=facts.templates if like else (),
                bounds=tuple(sorted(bounds.items())),
                workbook=None if row is None else tuple(sorted(row.items())),
                clashes=tuple(facts.clashes.get(unit.name, ())),
                inline=facts.inline,
            ),
            facts.settings,
        )


def county_task(
    county: Unit,
    entry: Entry,
    previous: Entry | None,
    units: Sequence[UnitValues],
    settings: str,
    inline: bool = True,
) -> UnitTask:
    """The task of the county's own report, beside those of all units."""
    task = UnitTask(
        unit=county.name,
        key=entry.key,
        result="",
        previous=previous.key if previous else "",
        exempt=county.exempt,
        names=(county.name,),
        units=tuple(units),
        inline=inline,
    )
    return _named(task, settings)


def _pairs(facts: Facts, form: str) -> Iterator[tuple[CellValues, CellValues]]:
    """Last year's and this year's figures of the units that have both in a form."""
    for name, entry in facts.chosen.items():
        before = facts.previous.get(name)
        if before is None or before.values is None or entry.values is None:
            continue
        if before.form == entry.form == form:
            yield before.values, entry.values


def _named(task: UnitTask, settings: str) -> UnitTask:
    """The task under the name of all that goes into it: the same papers are not judged again."""
    digest = hashlib.sha256(msgspec.msgpack.encode((task, settings), order="sorted")).hexdigest()
    return replace(task, result=digest)
