"""Every report put to its unit: by its title, its signature, its page, its file name, its folder, in this order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ...checks.subject.beside import NameClash
from ...checks.subject.filing import Filing, FilingStatus, Version
from ..entry import Entry, NameSource, Role
from ..settings import Settings
from ..unit import Unit, UnitList
from .unit_names import UnitNames
from .versions import Choice, choose_version, mark_of

_SOURCES = {
    NameSource.TITLE: "标题", NameSource.SIGNATURE: "落款", NameSource.METADATA: "网页信息", NameSource.FILE: "文件名",
    NameSource.FOLDER: "文件夹",
}  # fmt: skip


class Filed(Struct, frozen=True, kw_only=True):
    """What every unit of the list has handed in (``filings``), the report that counts (``chosen``) and last year's
    (``previous``) by the unit's name, the reports of no unit, the names that contradict each other."""

    filings: dict[str, Filing]
    chosen: dict[str, Entry]
    previous: dict[str, Entry]
    unlisted: tuple[tuple[Filing, Entry], ...]
    clashes: dict[str, tuple[NameClash, ...]]


class Owner(Struct, frozen=True):
    """Whose report it is: the unit (None: of no one on the list), what else on it means another unit, and who may be
    meant."""

    unit: str | None
    clashes: tuple[NameClash, ...] = ()
    printed: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()


def file_reports(units: UnitList, entries: Sequence[Entry], settings: Settings, year: int | None = None) -> Filed:
    """Put this year's and last year's reports to their units, and choose among versions.

    ``year`` is the year of the reports (None: that of most of them); a report of another year is told and counts
    nowhere.
    """
    year = year or year_of(entries)
    names = UnitNames(units)
    current: defaultdict[str, list[Entry]] = defaultdict(list)
    clashes: dict[str, tuple[NameClash, ...]] = {}
    unlisted: list[tuple[Filing, Entry]] = []
    unreadable: defaultdict[str, list[str]] = defaultdict(list)
    for entry in (entry for entry in entries if entry.role is Role.CURRENT):
        owner = owner_of(entry, names)
        if entry.problem is not None:
            if owner.unit:
                unreadable[owner.unit].append(entry.path)
        elif owner.unit is None:
            unlisted.append((_unlisted(entry, owner), entry))
        else:
            current[owner.unit].append(entry)
            clashes[entry.path] = owner.clashes
    ask = settings.versions == "ask"
    made = {unit.name: _filing(unit, current[unit.name], unreadable[unit.name], year, ask=ask) for unit in units.units}
    chosen = {name: entry for name, (_, entry) in made.items() if entry is not None}
    return Filed(
        filings={name: filing for name, (filing, _) in made.items()},
        chosen=chosen,
        previous=_previous(entries, names),
        unlisted=tuple(unlisted),
        clashes={name: clashes[entry.path] for name, entry in chosen.items() if clashes[entry.path]},
    )


def owner_of(entry: Entry, names: UnitNames) -> Owner:
    """Whose report it is. The first name that certainly means a unit decides; a title that names an organ which is no
    unit's leaves the decision to nobody else."""
    found: list[tuple[NameSource, str, str]] = []
    nearest: list[str] = []
    for source in NameSource:
        for printed in (name.text for name in entry.names if name.source is source):
            match = names.match(printed, bare_place=source in (NameSource.TITLE, NameSource.SIGNATURE))
            if match.unit is not None:
                found.append((source, printed, match.unit))
            nearest += match.nearest
    printed_names = tuple(dict.fromkeys(name.text for name in entry.names if name.source is not NameSource.FOLDER))
    if not found or _is_stranger(entry, found[0][0]):
        return Owner(None, (), printed_names, tuple(dict.fromkeys(nearest))[:3])
    unit = found[0][2]
    others = [(source, printed, other) for source, printed, other in found[1:] if other != unit and _tells(source)]
    return Owner(unit, tuple(NameClash(unit, _SOURCES[source], printed, other) for source, printed, other in others))


def _tells(source: NameSource) -> bool:
    """Whether a name in this place says whose report it is; a folder may be that of who collected it."""
    return source in (NameSource.SIGNATURE, NameSource.METADATA, NameSource.FILE)


def _is_stranger(entry: Entry, source: NameSource) -> bool:
    """Whether the title names an organ and it is none of the list's: the name of the file then says nothing."""
    return source is not NameSource.TITLE and any(name.source is NameSource.TITLE for name in entry.names)


def year_of(entries: Sequence[Entry]) -> int | None:
    """The year of most of this year's reports, the later of equals."""
    years = Counter(entry.year for entry in entries if entry.role is Role.CURRENT and entry.year)
    return max(years, key=lambda year: (years[year], year), default=None)


def _filing(
    unit: Unit, entries: Sequence[Entry], unreadable: Sequence[str], year: int | None, *, ask: bool
) -> tuple[Filing, Entry | None]:
    """What a unit has handed in, and the report that counts."""
    different, copies = _different(entries)
    usable = [entry for entry in different if entry.year is None or entry.year == year]
    choice = choose_version(usable, unit.file, ask=ask) if usable else Choice(None)
    undecided = bool(usable) and choice.entry is None
    if len(usable) > 1:
        status = FilingStatus.TWICE
    elif choice.entry is not None:
        status = FilingStatus.SUBMITTED
    else:
        status = FilingStatus.UNREADABLE if unreadable else FilingStatus.MISSING
    filing = Filing(
        unit=unit.name,
        due=unit.due,
        status=status,
        versions=tuple(_version(entry, year) for entry in different),
        copies=tuple(copies),
        chosen=_version(choice.entry, year) if choice.entry else None,
        by=choice.by,
        undecided=undecided,
        unreadable=tuple(unreadable),
    )
    return filing, choice.entry


def _different(entries: Sequence[Entry]) -> tuple[list[Entry], list[str]]:
    """The different files, and the paths of those that are byte for byte one of them."""
    seen: dict[tuple[str, str], Entry] = {}
    copies = []
    for entry in entries:
        part = entry.path.rpartition("#")[2] if "#" in entry.path else ""
        if (entry.sha256, part) in seen:
            copies.append(entry.path)
        else:
            seen[entry.sha256, part] = entry
    return list(seen.values()), copies


def _version(entry: Entry, year: int | None) -> Version:
    other = f"{entry.year} 年度" if entry.year and entry.year != year else ""
    told = (mark_of(entry.path)[1], other, f"落款 {entry.signed}" if entry.signed else "")
    return Version(entry.path, entry.sha256, "，".join(filter(None, told)))


def _unlisted(entry: Entry, owner: Owner) -> Filing:
    return Filing(
        unit="",
        status=FilingStatus.UNLISTED,
        versions=(Version(entry.path, entry.sha256),),
        printed=owner.printed,
        nearest=owner.nearest,
    )


def _previous(entries: Sequence[Entry], names: UnitNames) -> dict[str, Entry]:
    """Last year's report of each unit; of several the one that would count."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.role is Role.PREVIOUS and entry.problem is None:
            owner = owner_of(entry, names)
            if owner.unit:
                found[owner.unit].append(entry)
    return dict(_chosen(found))


def _chosen(found: Mapping[str, Sequence[Entry]]) -> Iterator[tuple[str, Entry]]:
    for unit, entries in found.items():
        choice = choose_version(_different(entries)[0], "", ask=False)
        if choice.entry is not None:
            yield unit, choice.entry
