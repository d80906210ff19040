"""Which unit gets which fault: some have one in a table, one in the documents and one in the prose, most have none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from msgspec import Struct, field

from govreport_lint.auditing.unit import UnitCategory

from .faults import DOCUMENT_FAULTS, PROSE_FAULTS, TABLE_FAULTS, Fault, copied_figures, wrong_total
from .places import COUNTY
from .plans import Plan, Planted


class Cast(Struct):
    """Who plays which part. Every part is another unit."""

    planted: list[Planted]
    missing: tuple[Plan, ...]
    twice: Plan
    original: Plan
    copy: Plan
    unreadable: Plan
    renamed: Plan
    nameless: Plan
    together: tuple[Plan, Plan]
    foreign: Plan
    foreign_name: Plan
    left_out: Plan
    workbook: tuple[Plan, ...]
    named: Plan
    whole: tuple[Plan, ...] = field(default_factory=tuple)


def cast(plans: Sequence[Plan], draw: Random) -> Cast:
    """Plant the faults and say who has which."""
    due = [plan for plan in plans if plan.unit.due]
    draw.shuffle(due)
    given = iter(due)
    same = [next(given) for _ in range(2)]
    parts = {
        "missing": _some(given, 2),
        "twice": next(given),
        "original": next(given),
        "copy": next(given),
        "unreadable": next(given),
        "renamed": next(given, None),
        "nameless": next(given),
        "together": _some(given, 2),
        "foreign": next(given),
    }
    rest = list(given)
    planted = [Planted(plan.unit.name, copied_figures(plan)) for plan in same]
    planted += _tables(rest)
    planted += _documents(rest)
    planted += _vertical(plans)
    apart = [plan for plan in rest if plan.told is None and not plan.printed and not plan.copied_year]
    made = Cast(
        planted=planted,
        left_out=max(
            apart, key=lambda plan: sum(value > 0 for cell, value in plan.now.items() if cell[0] == "applications")
        ),
        foreign_name=apart[-1],
        workbook=tuple(rest[:3]),
        named=rest[4],
        whole=tuple(plans),
        **parts,  # type: ignore[arg-type]
    )
    _roles(made)
    return made


def _some(given: Iterator[Plan], count: int) -> tuple[Plan, ...]:
    return tuple(next(given) for _ in range(count))


def _tables(rest: Sequence[Plan]) -> Iterator[Planted]:
    """One fault of a table for each unit, as far as the units go."""
    faults = [fault for fault, count in TABLE_FAULTS for _ in range(count)]
    for plan, fault in zip(rest, faults, strict=False):
        yield Planted(plan.unit.name, fault(plan))


def _documents(rest: Sequence[Plan]) -> Iterator[Planted]:
    """The faults of the documents one unit after the other; those of the prose where the prose is right."""
    spread: list[Fault] = [fault for fault, count in DOCUMENT_FAULTS for _ in range(count)]
    for plan, fault in zip(rest, spread, strict=False):
        yield Planted(plan.unit.name, fault(plan))
    right = [plan for plan in rest if plan.told is None and plan.printed]
    prose = [fault for fault, count in PROSE_FAULTS for _ in range(count)]
    for plan, fault in zip(right, prose, strict=False):
        yield Planted(plan.unit.name, fault(plan))


def _vertical(plans: Sequence[Plan]) -> Iterator[Planted]:
    """The old form in both years, its chain of items broken."""
    plan = next(plan for plan in plans if plan.unit.category is UnitCategory.VERTICAL)
    plan.old_form = True
    plan.before = {("disclosure", "licences", "previous_items"): 12, ("disclosure", "licences", "change"): 3}
    plan.now = {("disclosure", "licences", "previous_items"): 17, ("disclosure", "licences", "change"): 0}
    yield Planted(plan.unit.name, "H707")


def _roles(made: Cast) -> None:
    """What the parts themselves are found by."""
    made.copy.copied_from = made.original
    made.nameless.title = "2024年政府信息公开工作年度报告"
    made.renamed.organ = made.renamed.unit.former[0] if made.renamed.unit.former else f"{COUNTY}老城镇人民政府"
    told = [(plan, "R802") for plan in made.missing]
    told += [
        (made.twice, "R803"),
        (made.copy, "R805"),
        (made.unreadable, "不可读"),
        (made.unreadable, "R802"),
        (made.foreign, "D612"),
    ]
    told += [(plan, "R806") for plan in made.workbook]
    made.planted += [Planted(plan.unit.name, what) for plan, what in told]
    made.planted += [Planted("", "R804"), Planted(COUNTY, "R801"), Planted(COUNTY, "R807")]
    made.planted += [Planted(plan.unit.name, "已报") for plan in (made.renamed, made.nameless, *made.together)]


def draft_of_first_version(plan: Plan) -> Plan:
    """The first draft of a unit that hands in twice: another figure in it, and wrong."""
    from msgspec.structs import replace

    first = replace(plan, printed=dict(plan.printed))
    wrong_total(first)
    return first
