"""Every report put to its unit, and of each unit's files the one that counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...checks.subject.beside import NameClash
from ...checks.subject.filing import Filing, FilingStatus, Version
from ...configuration.audit_settings import AuditSettings
from ...language import Text
from ..entry import Entry, NameSource, Role
from ..unit import Unit, UnitCategory, UnitList
from .cleaning import cleaned
from .last_years import last_years
from .owners import Owner, chosen_by_hand, owned
from .places import place_of
from .unit_names import UnitNames
from .usual_forms import GOVERNMENT
from .versions import Choice, choose_version, different_files, mark_of

_NOT_THE_COUNTYS = Text("{files} 是县级年报，没有采用", "{files}: the county’s own report, not used")
_OTHER_YEAR = Text("{files} 年度不是{year}，没有采用", "{files}: not of {year}, does not count")


class Filed(Struct, frozen=True, kw_only=True):
    """What every unit of the list has handed in (``filings``), the report that counts (``chosen``) and last year's
    (``previous``) by the unit's name, the reports of no unit, the names that contradict each other, and what there is
    to be told about files that count nowhere.

    ``county`` is the report of the county's own government where the list has no line for it.
    """

    filings: dict[str, Filing]
    chosen: dict[str, Entry]
    previous: dict[str, Entry]
    unlisted: tuple[tuple[Filing, Entry], ...]
    clashes: dict[str, tuple[NameClash, ...]]
    remarks: tuple[Text, ...] = ()
    county: Entry | None = None


class _Given(Struct):
    """What came in of one unit."""

    entries: list[Entry]
    clashes: dict[str, tuple[NameClash, ...]]
    unreadable: list[str]


def file_reports(units: UnitList, entries: Sequence[Entry], settings: AuditSettings, year: int | None = None) -> Filed:
    """Put this year's and last year's reports to their units, and choose among versions.

    ``year`` is the year of the reports (None: that of most of them); a report of another year is told and counts
    nowhere.
    """
    year = year or year_of(entries)
    own = _government(units)
    names = UnitNames(_with_place(replace(units, units=(*units.units, *own)), entries))
    given = {unit.name: _Given([], {}, []) for unit in (*units.units, *own)}
    unlisted: list[tuple[Filing, Entry]] = []
    by_hand, not_found = chosen_by_hand(units, entries)
    for entry, told in owned(entries, Role.CURRENT, names):
        owner = Owner(by_hand[entry.path]) if entry.path in by_hand else told
        if owner.unit is None:
            unlisted += [] if entry.problem else [(_unlisted(entry, owner), entry)]
        elif entry.problem is not None:
            given[owner.unit].unreadable.append(entry.path)
        else:
            given[owner.unit].entries.append(entry)
            given[owner.unit].clashes[entry.path] = owner.clashes
    ask = settings.versions == "ask"
    made = {unit.name: _filing(unit, given[unit.name], year, ask=ask) for unit in units.units}
    chosen = {name: entry for name, (_, entry) in made.items() if entry is not None}
    county = next((_filing(unit, given[unit.name], year, ask=ask) for unit in own), None)
    previous, remarks = last_years(entries, names, year)
    return Filed(
        filings={name: filing for name, (filing, _) in made.items()},
        chosen=chosen,
        previous=previous,
        unlisted=tuple(unlisted),
        clashes={name: once for name in chosen if (once := _told_once(given[name]))},
        county=county[1] if county else None,
        remarks=(*not_found, *_about_the_county(county, entries), *_of_other_years(given, chosen, year), *remarks),
    )


def year_of(entries: Sequence[Entry]) -> int | None:
    """The year of most of this year's reports, the later of equals."""
    years = Counter(entry.year for entry in entries if entry.role is Role.CURRENT and entry.year)
    return max(years, key=lambda year: (years[year], year), default=None)


def _government(units: UnitList) -> tuple[Unit, ...]:
    """The county's own government where the list leaves it out, as it may: its report is the roll-up."""
    name = f"{units.place}{GOVERNMENT}"
    if not units.place or units.unit(name) or any(unit.is_whole for unit in units.units):
        return ()
    return (Unit(number=0, name=name, category=UnitCategory.GOVERNMENT, due=False, counted=False),)


def _about_the_county(county: tuple[Filing, Entry | None] | None, entries: Sequence[Entry]) -> Iterator[Text]:
    """The files of the county's own report that are not used: another one was given as such, or none is the last."""
    if county is None:
        return
    filing, chosen = county
    given = {entry.sha256 for entry in entries if entry.role is Role.COUNTY}
    used = given or ({chosen.sha256} if chosen else set())
    files = [version.path for version in filing.versions if version.sha256 not in used]
    if files:
        yield _NOT_THE_COUNTYS.filled(files="、".join(files))


def _with_place(units: UnitList, entries: Sequence[Entry]) -> UnitList:
    """The list with its place; one whose names leave it out is of the place that the titles begin with."""
    if units.place or place_of([unit.name for unit in units.units])[0]:
        return units
    titles = [name.text for entry in entries for name in entry.names if name.source is NameSource.TITLE]
    place, above = place_of([cleaned(title) for title in titles])
    return replace(units, place=place, above=above)


def _filing(unit: Unit, given: _Given, year: int | None, *, ask: bool) -> tuple[Filing, Entry | None]:
    """What a unit has handed in, and the report that counts."""
    different, copies = different_files(given.entries)
    usable = [entry for entry in different if entry.year is None or entry.year == year]
    foreign = {path for path, clashes in given.clashes.items() if clashes}
    choice = choose_version(usable, unit.file, foreign, ask=ask) if usable else Choice(None)
    if len(usable) > 1:
        status = FilingStatus.TWICE
    elif choice.entry is not None:
        status = FilingStatus.SUBMITTED
    else:
        status = FilingStatus.UNREADABLE if given.unreadable else FilingStatus.MISSING
    filing = Filing(
        unit=unit.name,
        due=unit.due,
        status=status,
        versions=tuple(_version(entry, year) for entry in different),
        copies=copies,
        chosen=_version(choice.entry, year) if choice.entry else None,
        by=choice.by,
        undecided=bool(usable) and choice.entry is None,
        unreadable=tuple(given.unreadable),
    )
    return filing, choice.entry


def _version(entry: Entry, year: int | None) -> Version:
    other = f"年度不是{year}" if _is_of_another(entry, year) else ""
    told = (mark_of(entry.path).words, other, f"落款 {entry.signed}" if entry.signed else "")
    return Version(entry.path, entry.sha256, "，".join(filter(None, told)))


def _is_of_another(entry: Entry, year: int | None) -> bool:
    return entry.year is not None and entry.year != year


def _told_once(given: _Given) -> tuple[NameClash, ...]:
    """The clashes of all files of a unit, copies and drafts too: the name of a file that counts nowhere tells that
    another unit's report may be missing."""
    return tuple(dict.fromkeys(clash for clashes in given.clashes.values() for clash in clashes))


def _of_other_years(given: dict[str, _Given], chosen: dict[str, Entry], year: int | None) -> Iterator[Text]:
    """The reports of another year of units that have one of this year; the others are missing, which a rule tells."""
    for unit in chosen:
        files = [entry.path for entry in given[unit].entries if _is_of_another(entry, year)]
        if files:
            yield _OTHER_YEAR.filled(files="、".join(files), year=year)


def _unlisted(entry: Entry, owner: Owner) -> Filing:
    return Filing(
        unit="",
        status=FilingStatus.UNLISTED,
        versions=(Version(entry.path, entry.sha256),),
        printed=owner.printed,
        nearest=owner.nearest,
    )
