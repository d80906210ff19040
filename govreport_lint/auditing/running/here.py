"""Tasks in this process, one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...output.words.problems import Problem
from .tasks import Task, Work, failed


class Here:
    """Works on each task when its answer is asked for."""

    def map(self, work: Work, tasks: Iterable[Task]) -> Iterator[bytes | Problem]:
        """The answer to each task."""
        for task in tasks:
            try:
                yield work(task.data)
            except Exception as error:
                yield failed(task.name, type(error).__name__)

    def end(self) -> None:
        """Nothing is left behind."""
