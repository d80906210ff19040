"""The one way to do the same to many files: here, in several processes, or on a cluster."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol

from ...output.words.problems import Problem
from .here import Here
from .pace import Pace, Told
from .tasks import Limits, Task, Work


class Runner(Protocol):
    """Works on tasks somewhere."""

    def map(self, work: Work, tasks: Iterable[Task]) -> Iterator[bytes | Problem]:
        """The answer to each task, in their order."""

    def end(self) -> None:
        """Leave nothing behind."""


class Pool:
    """Works on tasks with ``jobs`` processes (1: in this one), or on the Dask cluster at ``scheduler``.

    To be used in a ``with``: whatever ends it, Ctrl-C too, ends its processes at once. Raises ``ReadError`` for a
    cluster that cannot be reached.
    """

    def __init__(self, jobs: int = 1, scheduler: str = "", limits: Limits | None = None) -> None:
        self._runner = _runner(jobs, scheduler, limits or Limits())

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._runner.end()

    def map(
        self, work: Work, tasks: Iterable[Task], told: Told | None = None, total: int = 0
    ) -> Iterator[bytes | Problem]:
        """The answer to each task in their order, a ``Problem`` for one that could not be worked on.

        ``work`` is a function of a module; ``ValueError`` for one that another process could not import. Tasks are
        taken as they are needed and answers are not kept, so neither need fit into memory. ``told`` is told of each
        answer, of ``total``.
        """
        pace = Pace(total, told)
        names: deque[str] = deque()
        for answer in self._runner.map(work, _noting(tasks, names)):
            pace.done(names.popleft())
            yield answer


def _noting(tasks: Iterable[Task], names: deque[str]) -> Iterator[Task]:
    for task in tasks:
        names.append(task.name)
        yield task


def _runner(jobs: int, scheduler: str, limits: Limits) -> Runner:
    if scheduler:
        from .cluster import Cluster

        return Cluster(scheduler, limits)
    if jobs > 1:
        from .processes import Processes

        return Processes(jobs, limits)
    return Here()
