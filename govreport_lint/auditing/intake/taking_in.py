"""Taking in: everything that was handed in, as entries; what is new is read, what is known is not read again."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from ...errors import ReadError
from ...language import Text
from ...output.words.problems import Problem
from ...readers.opening import sha256_of
from ..entry import Entry, Role
from ..request import Request
from ..running.pace import Pace, Told
from ..running.pool import Pool
from ..running.tasks import Task, refused
from .conversion import Batch, Waiting, is_older_office
from .entries import placed
from .examining import Asked, Examined, examine
from .loading import Loading
from .place import Candidate
from .search.candidates import find_candidates
from .search.sieve import Sieve
from .store import Store

_SEVERAL = Text(
    "{path}：县级年报的文件中有几份报告，只用第一份",
    "{path}: several reports in the file of the county's report; the first is used",
)
_LOST = Text(
    "检查结果没有保存下来（缓存文件夹被改动），请重新运行",
    "its result was lost (the cache was changed meanwhile); please run again",
)


class Intake(Struct, frozen=True):
    """What came in: every report and every file that holds none, in the order of the request and by name.

    ``passed_over`` counts by suffix the files in no format that can be read.
    """

    entries: tuple[Entry, ...]
    passed_over: dict[str, int]
    remarks: tuple[Text, ...]


def take_in(request: Request, pool: Pool, store: Store, told: Told | None = None) -> Intake:
    """Find, read and check everything that was handed in; ``told`` is told of each file.

    A file that cannot be read is an entry with a problem. Raises ``ReadError`` where the store cannot be written.
    """
    sieve = Sieve(request.exclude)
    candidates = list(find_candidates(request, sieve))
    reading = _Reading(candidates, store, Pace(len(candidates), told), fresh=request.fresh)
    reading.run(pool)
    entries, remarks = _county_once(list(reading.entries()))
    return Intake(tuple(entries), dict(sieve.passed_over), (*sieve.remarks(), *remarks))


def list_files(request: Request) -> tuple[str, ...]:
    """The paths of the files that an audit would read, as it tells them; none of them is read."""
    return tuple(candidate.path for candidate in find_candidates(request, Sieve(request.exclude)))


class _Reading:
    """One run over the candidates: each is loaded and hashed once, what is not known by its hash is examined."""

    def __init__(self, candidates: list[Candidate], store: Store, pace: Pace, *, fresh: bool) -> None:
        self._candidates = candidates
        self._store = store
        self._pace = pace
        self._fresh = fresh
        self._found: list[tuple[Entry, int]] = []
        self._asked: deque[tuple[str, str]] = deque()
        self._seen: set[str] = set()
        self._problems: dict[str, Problem] = {}
        self._batch = Batch(store)

    def run(self, pool: Pool) -> None:
        """Have everything that is new examined, and keep what comes of it."""
        for answer in pool.map(examine, self._tasks()):
            path, sha256 = self._asked.popleft()
            if isinstance(answer, Problem):
                self._problems[sha256] = answer
            else:
                self._keep(sha256, msgspec.msgpack.decode(answer, type=Examined))
            self._pace.done(path)

    def _keep(self, sha256: str, examined: Examined) -> None:
        if examined.problem:
            self._problems[sha256] = examined.problem
            return
        for entry, result in zip(examined.entries, examined.results, strict=True):
            if entry.key:
                self._store.keep_encoded(entry.key, result)
        self._store.keep_entries(sha256, examined.entries)

    def _tasks(self) -> Iterator[Task]:
        with Loading() as loading:
            for candidate in self._candidates:
                yield from self._of(candidate, loading)
        yield from self._converted()

    def _of(self, candidate: Candidate, loading: Loading) -> Iterator[Task]:
        """The task for a file whose bytes are new; what is known or cannot be loaded needs none."""
        place = Entry(role=candidate.role, path=candidate.path, sha256="", size=0, modified=candidate.modified)
        self._store.place(candidate)
        try:
            data = b"" if candidate.problem else loading.bytes_at(candidate.address, candidate.path)
        except ReadError as error:
            candidate = replace(candidate, problem=refused(candidate.path, error))
        if candidate.problem:
            self._found.append((replace(place, problem=candidate.problem), candidate.above))
            self._pace.done(candidate.path, worked=False)
            return
        sha256 = sha256_of(data)
        self._found.append((replace(place, sha256=sha256, size=len(data)), candidate.above))
        if not self._is_new(sha256):
            self._pace.done(candidate.path, worked=False)
        elif is_older_office(data):
            self._batch.add(Waiting(candidate.path, data, sha256))
            if self._batch.full:
                yield from self._converted()
        else:
            yield self._task(candidate.path, sha256, Asked(data, sha256, self._store.by, choice=self._store.choice))

    def _is_new(self, sha256: str) -> bool:
        """Whether bytes with this hash have to be examined; the second of two equal files never has."""
        if sha256 in self._seen:
            return False
        self._seen.add(sha256)
        return self._fresh or self._store.entries(sha256) is None

    def _task(self, path: str, sha256: str, asked: Asked) -> Task:
        self._asked.append((path, sha256))
        return Task(path, msgspec.msgpack.encode(asked))

    def _converted(self) -> Iterator[Task]:
        """The tasks for the older office files that wait."""
        for one, made in self._batch.converted():
            if isinstance(made, ReadError):
                self._problems[one.sha256] = refused(one.path, made)
                self._pace.done(one.path)
            else:
                yield self._task(
                    one.path, one.sha256, Asked(one.data, one.sha256, self._store.by, made, self._store.choice)
                )

    def entries(self) -> Iterator[Entry]:
        """Every file at its place, read from the store, in the order of the candidates."""
        shared: dict[object, object] = {}
        for place, above in self._found:
            problem = place.problem or self._problems.get(place.sha256)
            known = None if problem else self._store.entries(place.sha256)
            if known is None:
                yield placed(replace(place, problem=problem or Problem("", _LOST)), place, above, None)
                continue
            for number, entry in enumerate(known, 1):
                yield placed(_sharing(entry, shared), place, above, number if len(known) > 1 else None)


def _sharing(entry: Entry, shared: dict[object, object]) -> Entry:
    """The entry with what many reports have in common kept once in memory: most have the same states of cells."""
    if entry.values is None:
        return entry
    states = shared.setdefault(entry.values.states, entry.values.states)
    return replace(entry, form=sys.intern(entry.form), values=replace(entry.values, states=states))


def _county_once(entries: list[Entry]) -> tuple[list[Entry], list[Text]]:
    """The county has one report: of a file with several the first, which is said."""
    county = [entry for entry in entries if entry.role is Role.COUNTY]
    if len(county) < 2:
        return entries, []
    first = next((entry for entry in county if entry.problem is None), county[0])
    kept = [entry for entry in entries if entry.role is not Role.COUNTY or entry is first]
    words = _SEVERAL.filled(path=first.path)
    return kept, [words]
