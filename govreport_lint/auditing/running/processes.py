"""Tasks in several processes on this machine, their answers in the order of the tasks."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait

from ...output.words.problems import Problem
from .tasks import Limits, Task, Work, name_of
from .workers import Workers

# So many tasks for each process are taken ahead, so that none waits; their answers wait for their turn.
_AHEAD = 4
# Waiting without end cannot be interrupted on Windows.
_LOOK = 0.2


class Processes:
    """``jobs`` processes, each started when there is work for it and kept until the end."""

    def __init__(self, jobs: int, limits: Limits) -> None:
        self._ahead = jobs * _AHEAD
        self._workers = Workers(limits)
        self._threads = ThreadPoolExecutor(jobs, "audit")

    def map(self, work: Work, tasks: Iterable[Task]) -> Iterator[bytes | Problem]:
        """The answer to each task; tasks are taken as they are needed."""
        name = name_of(work)
        asked: deque[Future[bytes | Problem]] = deque()
        for task in tasks:
            asked.append(self._threads.submit(self._workers.ask, name, task))
            del task
            while asked and (len(asked) >= self._ahead or asked[0].done()):
                yield _answer(asked.popleft())
        while asked:
            yield _answer(asked.popleft())

    def end(self) -> None:
        """End the processes at once; what they had not answered is lost."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._workers.end()
        self._threads.shutdown(wait=True)


def _answer(asked: Future[bytes | Problem]) -> bytes | Problem:
    while not asked.done():
        wait([asked], _LOOK)
    return asked.result()
