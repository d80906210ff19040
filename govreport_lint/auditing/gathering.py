"""Everything that came in, put in its place: whose report is which, which round it is, what was typed before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ..checks.subject.beside import UnitValues
from ..checks.subject.filing import Filing, FilingStatus, Version
from ..errors import ReadError
from ..language import Text
from .entry import Entry, Role
from .intake.store import Store
from .intake.taking_in import take_in
from .listing.filed import Filed, file_reports, year_of
from .listing.proposing import propose_units
from .listing.units_file import read_units
from .papers.workbook.decisions import Decisions
from .request import Request
from .rounds.rounds import Standing, standing, with_typed
from .rounds.state import State
from .rounds.switches import switched
from .rounds.typed import typed_before
from .running.pace import Told
from .running.pool import Pool
from .unit import Unit, UnitCategory, UnitList

_NO_COUNTY = Text("县级年报未能读取：{reason}", "the county's report could not be read: {reason}")
_NOTHING = Text("没有一份能读取的年报", "there is no report that can be read")
_SUCH_AS = Text(
    "（{count} 个文件未能读取，如 {path}：{reason}）", " ({count} files could not be read, such as {path}: {reason})"
)


class Gathered(Struct, frozen=True, kw_only=True):
    """``entries`` are all that came in, ``filed`` whose they are, ``county`` the county's own report and its last,
    ``typed`` what people have put into the workbook, ``standing`` which round it is,
    ``switches`` which units count otherwise than their list says.
    """

    request: Request
    entries: tuple[Entry, ...]
    units: UnitList
    filed: Filed
    year: int | None
    standing: Standing
    typed: Decisions
    settings_key: str
    switches: dict[str, bool] = {}
    county: Entry | None = None
    county_before: Entry | None = None
    passed_over: dict[str, int] = {}
    remarks: tuple[Text, ...] = ()

    @property
    def county_filing(self) -> Filing:
        """The county's report as something handed in."""
        assert self.county is not None
        version = Version(self.county.path, self.county.sha256)
        return Filing(unit=county_name(self.units), versions=(version,), chosen=version, status=FilingStatus.SUBMITTED)


def gather(request: Request, pool: Pool, store: Store, state: State, told: Told | None) -> Gathered:
    """Take everything in; raises ``ReadError`` for a list of units that is faulty, and where there is no report at all:
    an audit of nothing must not look like one that found nothing."""
    intake = take_in(request, pool, store, told)
    if not state.rounds:
        _refuse_nothing(request, intake.entries)
    listed = _listed(request, intake.entries)
    typed = typed_before(request.out, state)
    counting = switched(listed, typed.counted, state)
    units = counting.units
    filed = file_reports(units, intake.entries, request.settings, request.year)
    county, remarks = _county(intake.entries, units, filed)
    county_before = filed.previous.get(county_name(units))
    files = {name: entry.sha256 for name, entry in filed.chosen.items()}
    files |= {entry.path: entry.sha256 for _, entry in filed.unlisted}
    files |= {county_name(units): county.sha256} if county else {}
    return Gathered(
        request=request,
        entries=intake.entries,
        units=units,
        filed=filed,
        year=request.year or year_of(intake.entries),
        standing=standing(with_typed(state, typed.decisions), files),
        typed=typed,
        switches=counting.switches,
        settings_key=_settings_key(request, units, store),
        county=county,
        county_before=county_before,
        passed_over=intake.passed_over,
        remarks=(*intake.remarks, *typed.remarks, *counting.remarks, *filed.remarks, *remarks),
    )


def _refuse_nothing(request: Request, entries: Sequence[Entry]) -> None:
    handed_in = [entry for entry in entries if entry.role is Role.CURRENT]
    if any(entry.problem is None for entry in handed_in):
        return
    zh, en = _NOTHING.zh, _NOTHING.en
    problem = next((entry.problem for entry in handed_in), None)
    if problem is not None:
        zh += _SUCH_AS.zh.format(count=len(handed_in), path=problem.path, reason=problem.reason.zh)
        en += _SUCH_AS.en.format(count=len(handed_in), path=problem.path, reason=problem.reason.en)
    raise ReadError("、".join(map(str, request.reports)), zh, en)


def county_name(units: UnitList) -> str:
    """What the county's own government is called: as its list has it, else by its place."""
    own = f"{units.place}人民政府"
    found = next((unit for unit in units.units if unit.is_whole), None)
    return found.name if found else own


def county_unit(units: UnitList) -> Unit:
    """The county's own government as a unit: its report is the roll-up and never counts in it."""
    name = county_name(units)
    known = units.unit(name) or Unit(number=0, name=name)
    return replace(known, number=0, category=UnitCategory.GOVERNMENT, due=False, counted=False)


def unit_values(gathered: Gathered) -> tuple[UnitValues, ...]:
    """The units of the list with their figures: what they handed in now, else what they handed in last."""
    before = gathered.standing.before
    old = {name: unit.entry for name, unit in before.units.items() if unit.entry} if before else {}
    own = county_name(gathered.units)
    made = []
    for unit in gathered.units.units:
        if unit.name == own:
            continue
        entry = gathered.filed.chosen.get(unit.name) or (old.get(unit.name) if unit.due else None)
        last = old.get(unit.name)
        made.append(
            UnitValues(
                name=unit.name,
                kind=unit.category.value,
                counted=unit.counted,
                values=entry.values if entry else None,
                before=last.values if last and entry and last.sha256 != entry.sha256 else None,
                names=called(unit, gathered.units.place),
                due=unit.due,
            )
        )
    return tuple(made)


def called(unit: Unit, place: str) -> tuple[str, ...]:
    """The names by which a unit may be called: with and without its place, its other and former names."""
    names = (unit.name, unit.name.removeprefix(place), *unit.aliases, *unit.former)
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))


def _listed(request: Request, entries: Sequence[Entry]) -> UnitList:
    """The list that was given, else one that is made of the reports."""
    if request.units is None:
        return propose_units(entries)
    return read_units(request.units, verticals_count=request.settings.verticals_count)


def _county(entries: Sequence[Entry], units: UnitList, filed: Filed) -> tuple[Entry | None, tuple[Text, ...]]:
    """The county's own report: the one that was given as such, else the one among the units' reports."""
    given = next((entry for entry in entries if entry.role is Role.COUNTY), None)
    if given is None:
        return filed.chosen.get(county_name(units)) or filed.county, ()
    if given.problem is not None:
        reason = given.problem.reason
        return None, (_NO_COUNTY.filled(reason=reason),)
    return given, ()


def _settings_key(request: Request, units: UnitList, store: Store) -> str:
    """The hash of what everything is judged by: the rules, the settings, the list of units."""
    parts = (store.by, request.settings, units, request.year)
    return hashlib.sha256(msgspec.msgpack.encode(parts, order="sorted")).hexdigest()[:16]
