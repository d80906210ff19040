"""Everyone on the page in its order: the units by 类别, reports of no unit, the county's own report."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ...audited import Audit, Audited
from ...unit import UnitCategory
from ..told import COUNTY, called

_UNLISTED = "未列名单"


class Section(Struct, frozen=True):
    """A unit on the page. ``key`` is its anchor and ``label`` what stands before its name; ``group`` its 类别."""

    key: str
    label: str
    group: str
    name: str
    audited: Audited


def sections_of(audit: Audit) -> tuple[Section, ...]:
    """The sections; items that were mended since the last round stand with their units."""
    return tuple(_each(_with_mended(audit)))


def groups_of(sections: tuple[Section, ...]) -> dict[str, list[Section]]:
    """The sections by their group, the groups in the order of the page."""
    groups: dict[str, list[Section]] = {}
    for section in sections:
        groups.setdefault(section.group, []).append(section)
    return groups


def _each(audit: Audit) -> Iterator[Section]:
    order = list(UnitCategory)
    listed = [one for one in audit.units if one.unit is not None]
    for one in sorted(listed, key=lambda one: (order.index(_unit(one)[0]), _unit(one)[1])):
        category, number = _unit(one)
        yield Section(f"u-{number:02d}", f"{number:02d}", category, called(one), one)
    for at, one in enumerate(audit.unlisted, 1):
        yield Section(f"u-x{at}", "", _UNLISTED, called(one), one)
    if audit.county is not None:
        yield Section("u-county", "", COUNTY, called(audit.county), audit.county)


def _unit(audited: Audited) -> tuple[UnitCategory, int]:
    assert audited.unit is not None
    return audited.unit.category, audited.unit.number


def _with_mended(audit: Audit) -> Audit:
    every = (*audit.units, *audit.unlisted, *filter(None, [audit.county]))
    known = {item.number for one in every for item in one.items}
    left = [item for item in audit.mended if item.number not in known]
    units = tuple(
        replace(one, items=(*one.items, *(item for item in left if one.unit and item.unit == one.unit.name)))
        for one in audit.units
    )
    return replace(audit, units=units)
