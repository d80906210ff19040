"""Many files in several processes: each builds the same linters and hands its results back as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ...auditing.running.pool import Pool
from ...auditing.running.tasks import Task
from ...configuration.in_force import InForce, in_force
from ...configuration.linters import Linters
from ...engine.last_years import LastYears
from ...language import Text
from ...office.conversion import modern
from ...output.words.problems import Problem
from ...report import Report
from ...result import Result
from ...shipped import rulebook_with
from ..paths.inputs import attempt
from .reading import reading

_FILES_A_PROCESS = 30
_MADE_BY_LIBREOFFICE = (".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".xls", ".et", ".ods")


class _Before(Struct, frozen=True):
    """Last year's reports without what is made of them."""

    reports: tuple[tuple[Report, str], ...]
    missing: Text | None


class _Setup(Struct, frozen=True):
    """What the linters of a process are made of."""

    file: str | None
    options: Mapping[str, Any]
    before: _Before | None


class _Asked(Struct, frozen=True):
    """One file for a process; the setup lies in a file of its own, for it may be large."""

    setup: str
    path: str
    aside: bool


def worth(jobs: int, files: int, processors: int) -> int:
    """How many processes so many files are worth; ``jobs`` are those that were asked for, 0: none in particular."""
    return min(jobs, files) if jobs else max(1, min(processors, files // _FILES_A_PROCESS))


def is_for_processes(path: str) -> bool:
    """Whether a process may work on a file by itself: older office files are converted together, by the one that
    asks."""
    return path != "-" and not path.lower().endswith(_MADE_BY_LIBREOFFICE)


def results_of(
    pool: Pool, paths: Sequence[str], aside: frozenset[str], setup: Path, force: InForce, before: LastYears | None
) -> Iterator[tuple[Result, ...] | Problem]:
    """What processes make of the files, in their order; ``setup`` is a file to write to."""
    setup.write_bytes(msgspec.msgpack.encode(_setup(force, before)))
    tasks = (Task(path, msgspec.msgpack.encode(_Asked(str(setup), path, path in aside))) for path in paths)
    for answer in pool.map(work, tasks, total=len(paths)):
        yield (
            answer if isinstance(answer, Problem) else msgspec.msgpack.decode(answer, type=tuple[Result, ...] | Problem)
        )


def work(data: bytes) -> bytes:
    """What a process does: check the reports in one file."""
    asked = msgspec.msgpack.decode(data, type=_Asked)
    linters, before = _ready(asked.setup)
    read = reading(linters, before, modern, None)
    return msgspec.msgpack.encode(attempt(asked.path, read, aside=asked.aside))


@cache
def _ready(path: str) -> tuple[Linters, LastYears | None]:
    setup = msgspec.msgpack.decode(Path(path).read_bytes(), type=_Setup)
    force = in_force(Path(setup.file) if setup.file else None, _frozen(setup.options))
    linters = Linters(force, rulebook_with(force.configuration.packs))
    if setup.before is None:
        return linters, None
    papers = tuple(linters.usual.paper(report, path) for report, path in setup.before.reports)
    return linters, LastYears(papers, setup.before.missing)


def _frozen(options: Mapping[str, Any]) -> dict[str, Any]:
    """Lists as tuples, which they were before they were written."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in options.items()}


def _setup(force: InForce, before: LastYears | None) -> _Setup:
    reports = tuple((paper.report, paper.path) for paper in before.papers) if before else ()
    kept = _Before(reports, before.missing) if before else None
    return _Setup(str(force.file) if force.file else None, force.options, kept)
