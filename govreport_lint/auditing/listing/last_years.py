"""Last year's report of each unit, and what was given as such and is not used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ...language import Text
from ..entry import Entry, Role
from .owners import owned
from .unit_names import UnitNames
from .versions import Choice, choose_version, different_files

_LAST_YEARS_DIFFER = Text(
    "{unit}：给出了 {count} 份不同的上年年报，无法确定先后，都没有用来比对：{files}",
    "{unit}: {count} different reports of last year were given without an order, none was compared: {files}",
)
_NOT_LAST_YEARS = Text(
    "{unit}：作为上年年报给出的 {files} 年度不是{year}，没有用来比对",
    "{unit}: what was given as last year’s report ({files}) is not of {year} and was not compared",
)


def last_years(
    entries: Sequence[Entry], names: UnitNames, year: int | None
) -> tuple[dict[str, Entry], tuple[Text, ...]]:
    """Last year's report of each unit, of several the one that would count; and what was not used."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry, owner in owned(entries, Role.PREVIOUS, names):
        if entry.problem is None and owner.unit:
            found[owner.unit].append(entry)
    chosen, remarks = {}, []
    for unit, every in found.items():
        fitting = [entry for entry in every if year is None or entry.year in (None, year - 1)]
        choice = choose_version(different_files(fitting)[0], "", ask=False) if fitting else Choice(None)
        if choice.entry is not None:
            chosen[unit] = choice.entry
            continue
        words = _LAST_YEARS_DIFFER if fitting else _NOT_LAST_YEARS
        files = "、".join(entry.path for entry in fitting or every)
        last = "" if year is None else year - 1
        remarks.append(words.filled(unit=unit, count=len(fitting), files=files, year=last))
    return chosen, tuple(remarks)
