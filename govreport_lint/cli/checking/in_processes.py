"""Many files in several processes: each builds the same linters and hands its results back as bytes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
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
from ..paths.files import STANDARD_INPUT, Found
from ..paths.inputs import attempt
from .reading import Reading, reading

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


def processes_for(paths: Sequence[str], jobs: int) -> int:
    """How many processes so many files are worth; ``jobs`` are those that were asked for, 0: none in particular."""
    files = sum(_is_for_processes(path) for path in paths)
    return min(jobs, files) if jobs else max(1, min(os.cpu_count() or 1, files // _FILES_A_PROCESS))


@contextmanager
def in_processes(jobs: int, own: Reading, found: Found, force: InForce, before: LastYears | None) -> Iterator[Reading]:
    """What reads a file when it is asked for the files in their order; ``own`` reads those that stay here."""
    paths = [path for path in found.paths if _is_for_processes(path)]
    theirs = frozenset(paths)
    with TemporaryDirectory(prefix="govreport-lint-") as folder, Pool(jobs) as pool:
        # It may be large, and is the same for all.
        setup = Path(folder, "setup")
        setup.write_bytes(msgspec.msgpack.encode(_setup(force, before)))
        asked = (_Asked(str(setup), path, path in found.in_folders) for path in paths)
        tasks = (Task(one.path, msgspec.msgpack.encode(one)) for one in asked)
        answers = pool.map(work, tasks, total=len(paths))
        yield lambda path: _answer(next(answers)) if path in theirs else own(path)


def _answer(answer: bytes | Problem) -> tuple[Result, ...] | Problem:
    if isinstance(answer, Problem):
        return answer
    return msgspec.msgpack.decode(answer, type=tuple[Result, ...] | Problem)


def _is_for_processes(path: str) -> bool:
    """Whether a process may work on a file by itself: older office files are converted together, by the one that
    asks."""
    return path != STANDARD_INPUT and not path.lower().endswith(_MADE_BY_LIBREOFFICE)


def work(data: bytes) -> bytes:
    """What a process does: check the reports in one file."""
    asked = msgspec.msgpack.decode(data, type=_Asked)
    linters, before = _ready(asked.setup)
    read = reading(linters, before, modern, None)
    return msgspec.msgpack.encode(attempt(asked.path, read, aside=asked.aside))


@cache
def _ready(path: str) -> tuple[Linters, LastYears | None]:
    setup = msgspec.msgpack.decode(Path(path).read_bytes(), type=_Setup)
    force = in_force(Path(setup.file) if setup.file else None, setup.options)
    linters = Linters(force, rulebook_with(force.configuration.packs))
    if setup.before is None:
        return linters, None
    papers = tuple(linters.usual.paper(report, path) for report, path in setup.before.reports)
    return linters, LastYears(papers, setup.before.missing)


def _setup(force: InForce, before: LastYears | None) -> _Setup:
    reports = tuple((paper.report, paper.path) for paper in before.papers) if before else ()
    kept = _Before(reports, before.missing) if before else None
    return _Setup(str(force.file) if force.file else None, force.options, kept)
