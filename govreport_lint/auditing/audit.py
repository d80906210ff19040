"""The county's audit from the first file to the last paper, in one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from ..errors import ReadError
from ..language import Text
from ..linter import Linter
from ..output.words.problems import Problem
from ..version import __version__
from .assembling import put_together, with_deadlines
from .audited import Audit, Audited
from .choice import linter_of
from .entry import Entry, Role
from .gathering import Gathered, county_name, county_unit, gather
from .intake.store import Store
from .intake.taking_in import list_files, take_in
from .judging.one_cause import with_one_cause
from .judging.run import judge_all
from .judging.tasks import Facts, county_task, unit_tasks
from .judging.unit_task import JudgedUnit, UnitTask
from .listing.proposing import propose_units
from .listing.units_file import units_table
from .papers.letters.letters import remarks as letter_remarks
from .papers.outgoing import Outgoing, write_papers
from .papers.writing import write_paper
from .request import Request
from .rounds.rounds import kept_units, numbered, recorded, with_decisions, with_typed
from .rounds.state import State, read_state
from .running.pace import Told
from .running.pool import Pool
from .set_facts import SetFacts, facts_of
from .settled_remarks import settled_remarks
from .unit import Unit

__all__ = ["audit", "list_files", "propose"]

_Judged = Mapping[str, JudgedUnit | Problem]

STATE = "state.json"
UNITS = "units.csv"


def audit(request: Request, told: Told | None = None) -> tuple[Audit, tuple[Path, ...]]:
    """Audit the reports and write the papers; gives what was found and where the papers are.

    Raises ``ReadError`` where the list of units, the state or the output folder are not what they should be; a report
    that cannot be read is told in the audit.
    """
    linter = linter_of(request.choice)
    state = read_state(request.out / STATE)
    store = Store(request.out / ".cache", choice=request.choice)
    with Pool(request.jobs, request.scheduler) as pool:
        gathered = gather(request, pool, store, state, told)
        facts = facts_of(request, gathered, linter, store)
        tasks = _tasks(gathered, facts, linter)
        judged = _judged(tasks, pool, store, told)
        made, state = _made(gathered, facts, judged, linter, state)
        given = Outgoing(
            request=request,
            audit=made,
            units=gathered.units,
            results=_results(gathered, tasks),
            before=gathered.standing.before,
            taken=gathered.typed.taken,
            values=facts.values,
        )
        written = write_papers(given, state, store, pool, told)
    store.tidy()
    return replace(made, remarks=(*made.remarks, *written.remarks)), written.papers


def propose(request: Request, told: Told | None = None) -> Path:
    """Write a list of units made of the reports, and tell where it is; a list that is there already is kept.

    Raises ``ReadError`` where nothing can be written.
    """
    with Pool(request.jobs, request.scheduler) as pool:
        intake = take_in(request, pool, Store(request.out / ".cache", choice=request.choice), told)
    try:
        return write_paper(request.out / UNITS, units_table(propose_units(intake.entries)))
    except OSError as error:
        raise ReadError(
            str(request.out), f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}"
        ) from error


def _tasks(gathered: Gathered, facts: SetFacts, linter: Linter) -> list[UnitTask]:
    """What is to be judged beside what, the county's own report last."""
    known = Facts(
        chosen=gathered.filed.chosen,
        previous=gathered.filed.previous,
        clashes=gathered.filed.clashes,
        copies=facts.copies,
        templates=facts.template_prints,
        workbook=facts.workbook_rows,
        settings=gathered.settings_key,
        inline=gathered.request.settings.inline_suppressions,
    )
    own = county_name(gathered.units)
    units = [unit for unit in gathered.units.units if unit.name != own]
    tasks = list(unit_tasks(units, known, {form.key: form for form in linter.rulebook.forms}))
    if gathered.county is not None:
        unit = county_unit(gathered.units)
        reports = (gathered.county, gathered.county_before)
        tasks.append(county_task(unit, *reports, facts.values, gathered.settings_key, known.inline))
    return tasks


def _judged(tasks: Sequence[UnitTask], pool: Pool, store: Store, told: Told | None) -> _Judged:
    """Every report judged with what lies beside it, by the unit's name; or why that could not be done."""
    return dict(judge_all(tasks, pool, store, told))


def _results(gathered: Gathered, tasks: Sequence[UnitTask]) -> dict[tuple[Role, str], str]:
    """The key of the result of every report, by its role and its path; of a report that counts the judged one.

    A path alone does not do: offices call the files of both years the same.
    """
    results = {(entry.role, entry.path): entry.key for entry in gathered.entries if entry.key}
    chosen = dict(gathered.filed.chosen)
    if gathered.county is not None:
        chosen[county_unit(gathered.units).name] = gathered.county
    for task in tasks:
        entry = chosen[task.unit]
        results[entry.role, entry.path] = task.result
    return results


def _made(
    gathered: Gathered,
    facts: SetFacts,
    judged: _Judged,
    linter: Linter,
    state: State,
) -> tuple[Audit, State]:
    """The audit with its numbers, and the state that remembers them."""
    units, unlisted, county = _units(gathered, facts, judged, linter)
    before = gathered.standing.before
    every = kept_units((*units, *unlisted, *county), before)
    every, numbers = numbered(every, gathered.standing, gathered.settings_key)
    if gathered.standing.again is not None:
        # The workbook is this round's own; one of the round before has had its say in what is carried on.
        every = with_decisions(every, gathered.typed.decisions)
    listed, strangers = every[: len(units)], every[len(units) : len(units) + len(unlisted)]
    made = Audit(
        place=gathered.units.place,
        year=gathered.year,
        round=gathered.standing.number,
        date=gathered.request.date,
        version=__version__,
        settings=gathered.request.settings,
        settings_key=gathered.settings_key,
        units=listed,
        unlisted=strangers,
        county=every[-1] if county else None,
        sums=facts.sums,
        workbook=facts.workbook,
        templates=facts.templates,
        unread=tuple(entry for entry in gathered.entries if entry.problem),
        passed_over=gathered.passed_over,
        remarks=(*gathered.remarks, *_failed(judged), *settled_remarks(every)),
        reviewed=gathered.typed.reviewed,
    )
    if gathered.request.letters:
        made = replace(made, remarks=(*made.remarks, *letter_remarks(made)))
    state = recorded(with_typed(state, gathered.typed.decisions), made, numbers)
    return made, replace(state, switches=gathered.switches)


def _failed(judged: _Judged) -> Iterator[Text]:
    """What is told of reports on which the work failed."""
    for unit, problem in judged.items():
        if isinstance(problem, Problem):
            reason = problem.reason
            yield Text(f"{unit}：{reason.zh}", f"{unit}: {reason.en}")


def _units(
    gathered: Gathered, facts: SetFacts, judged: _Judged, linter: Linter
) -> tuple[list[Audited], list[Audited], list[Audited]]:
    """The units of the list, the reports of none, the county's own report."""
    filed, settings, year = gathered.filed, gathered.request.settings, gathered.year
    units = []
    for unit in gathered.units.units:
        entries = _entries(filed.chosen.get(unit.name), filed.previous.get(unit.name))
        made = put_together(unit, filed.filings[unit.name], entries, judged.get(unit.name), linter)
        units.append(with_deadlines(made, settings, year))
    strangers = [put_together(None, filing, {"entry": entry}, None, linter) for filing, entry in filed.unlisted]
    return units, strangers, _county(gathered, facts, judged, linter)


def _county(gathered: Gathered, facts: SetFacts, judged: _Judged, linter: Linter) -> list[Audited]:
    if gathered.county is None:
        return []
    unit: Unit = county_unit(gathered.units)
    entries = _entries(gathered.county, gathered.county_before)
    made = put_together(unit, gathered.county_filing, entries, judged.get(unit.name), linter)
    form = linter.rulebook.form(gathered.county.form)
    return [replace(made, items=with_one_cause(made.items, facts.sums, form))]


def _entries(entry: Entry | None, previous: Entry | None) -> dict[str, Entry]:
    return {name: found for name, found in (("entry", entry), ("previous", previous)) if found is not None}
