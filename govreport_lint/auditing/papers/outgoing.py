"""Every paper of an audit into its folder; what a person has changed there is kept, the new one stands beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ...checks.subject.beside import UnitValues
from ...errors import ReadError
from ...language import Text
from ...output.words.problems import Problem
from ...result import Result
from ...shipped import rulebook_of
from ..audited import Audit
from ..entry import Entry, Role
from ..intake.store import Store
from ..judging.annotating import Annotation, AnnotationTask, annotate_packed
from ..listing.units_file import units_table
from ..request import Request
from ..rounds.rounds import changed_units
from ..rounds.state import Round, State, state_bytes
from ..running.pace import Told
from ..running.pool import Pool
from ..running.tasks import Task
from ..unit import UnitList
from .county_draft import county_draft
from .data import audit_json
from .letters import letters, publication
from .page import page
from .workbook import workbook
from .writing import beside_words, digest_of, write_paper

_LETTERS = "letters"
_CHECKED = ".checked"


class Outgoing(Struct, frozen=True, kw_only=True):
    """What the papers are written from. ``results`` are the keys of the results by the role and path of the entry,
    ``before`` is the round before, ``values`` are the figures of all units, ``taken`` the digests of the workbooks
    whose decisions are in the audit."""

    request: Request
    audit: Audit
    units: UnitList
    results: dict[tuple[Role, str], str]
    before: Round | None
    values: tuple[UnitValues, ...]
    taken: tuple[str, ...] = ()


class Written(Struct, frozen=True):
    """``papers`` are what a person looks at first; ``remarks`` tell which stand beside one that was kept."""

    papers: tuple[Path, ...]
    remarks: tuple[Text, ...]


def write_papers(given: Outgoing, state: State, store: Store, pool: Pool, told: Told | None) -> Written:
    """Write every paper, the state last. Raises ``ReadError`` where nothing can be written."""
    out, audit = given.request.out, given.audit
    known = set(state.papers)
    try:
        first = [workbook.write(audit, out / "audit.xlsx", known | set(given.taken))]
        first += page.write(audit, out, rulebook_of(store.choice.packs), known)
        answers = _letters(given, known)
        first += answers
        annotated = tuple(_annotated(given, store, pool, told, known))
        first += _others(given, known)
        first += audit_json.write(audit, _results(audit_json.judged_entries(audit), given, store), out, known=known)
        first += _data(given, store, known)
        papers = {*known, *(digest_of(path) for path in (*first, *annotated) if path.is_file())}
        write_paper(
            out / "state.json", state_bytes(replace(state, papers=tuple(sorted(papers)))), _digests(out, "state.json")
        )
    except OSError as error:
        raise ReadError(str(out), f"无法写入：{error.strerror or error}", f"cannot be written: {error}") from error
    beside = (beside_words(out / "audit.xlsx", first[0]), *letters.kept_words(_answered(given), out, answers))
    return Written(tuple(path for path in first if path.parent == out), tuple(filter(None, beside)))


def _letters(given: Outgoing, known: set[str]) -> tuple[Path, ...]:
    return letters.write(_answered(given), given.request.out, known)


def _answered(given: Outgoing) -> Audit:
    """The audit with the units that get a letter."""
    if not given.request.letters:
        return replace(given.audit, units=())
    if given.request.only_changed:
        return replace(given.audit, units=changed_units(given.audit, given.before))
    return given.audit


def _annotated(given: Outgoing, store: Store, pool: Pool, told: Told | None, known: set[str]) -> Iterator[Path]:
    """The reports with their findings in them, beside the letters."""
    named = [
        (name, audited.entry)
        for name, audited in letters.named(_answered(given))
        if audited.entry and audited.items and not audited.kept
    ]
    tasks = (_annotation_task(entry, given, store) for _, entry in named)
    answers = pool.map(annotate_packed, tasks, told, len(named))
    for (name, _), answer in zip(named, answers, strict=True):
        if isinstance(answer, Problem):
            continue
        made = msgspec.msgpack.decode(answer, type=Annotation)
        if made.data is not None:
            path = given.request.out / _LETTERS / f"{name}{_CHECKED}{made.suffix}"
            yield write_paper(path, made.data, known)


def _annotation_task(entry: Entry, given: Outgoing, store: Store) -> Task:
    try:
        data = store.data(entry)
    except (ReadError, KeyError):
        # It was moved meanwhile: its letter is there, its copy is not.
        data = b""
    result = store.encoded(given.results[entry.role, entry.path])
    return Task(entry.path, msgspec.msgpack.encode(AnnotationTask(entry.path, data, result, store.choice)))


def _others(given: Outgoing, known: set[str]) -> list[Path]:
    """The report on the publication, the draft of the county's report, the list of units that was proposed."""
    out, audit = given.request.out, given.audit
    made = [*publication.write(audit, out, known)]
    if audit.sums is not None and audit.year is not None:
        draft = county_draft(audit.sums, audit.place, audit.year, given.values)
        made.append(write_paper(out / "county-draft.docx", draft, known))
    if given.units.proposed:
        made.append(write_paper(out / "units.csv", units_table(given.units), known))
    return made


def _results(entries: tuple[Entry, ...], given: Outgoing, store: Store) -> Iterator[tuple[Entry, Result]]:
    """The results of entries, one at a time, in the order that the paper has them in."""
    for entry in entries:
        try:
            result = store.result(given.results.get((entry.role, entry.path), entry.key))
        except KeyError:
            # A report of an earlier round, and the cache is gone: its unit and its items are still told.
            continue
        yield entry, replace(result, source=replace(result.source, path=entry.path))


def _data(given: Outgoing, store: Store, known: set[str]) -> tuple[Path, ...]:
    if not given.request.data:
        return ()
    from .data import duck

    entries = duck.recorded_entries(given.audit)
    return duck.write(given.audit, _results(entries, given, store), given.request.out, known)


def _digests(folder: Path, pattern: str) -> set[str]:
    """The digests of papers whose contents have been taken over: they may be replaced."""
    return {digest_of(path) for path in folder.glob(pattern) if path.is_file()}
