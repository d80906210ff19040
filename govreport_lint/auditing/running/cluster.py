"""Tasks on an existing Dask cluster, their answers in the order of the tasks.

The workers need this version of the program and nothing else: no disk and no memory is shared with them. Each of their
threads works through a process of its own, so that a file does to a cluster what it does to one machine: nothing.
"""

from __future__ import annotations

import atexit
import importlib.util
from collections import deque
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from ...errors import ReadError
from ...output.words.problems import Problem
from ...version import __version__
from .tasks import Limits, Task, Work, died, name_of
from .workers import Workers

_AHEAD = 4
_SECONDS_TO_CONNECT = 20
# Larger data goes to a worker by itself, not by way of the scheduler.
_LARGE = 1 << 20
_NO_LIBRARY = (
    '--scheduler 需要另外安装组件：pip install "govreport-lint[dask]"',
    '--scheduler needs another package: pip install "govreport-lint[dask]"',
)
_NO_ANSWER = (
    "连接不上这个 Dask 集群：{reason}。请核对地址（如 tcp://10.0.0.8:8786），确认集群已启动",
    "the Dask cluster does not answer ({reason}); check the address (tcp://10.0.0.8:8786) and that it is running",
)
_OTHER_VERSION = (
    "集群上的 govreport-lint 是 {theirs} 版，本机是 {own} 版，结果可能不同。请装成同一版本",
    "the cluster has govreport-lint {theirs}, this machine {own}; please install the same version on both",
)


class Cluster:
    """An existing cluster; raises ``ReadError`` for one that cannot be reached or has another version."""

    def __init__(self, address: str, limits: Limits) -> None:
        self._limits = limits
        self._address = address
        self._client = _connected(address)
        try:
            self._client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
            theirs = set(self._client.run(_version).values())
        except Exception as error:
            self.end()
            raise _no_answer(address, error) from error
        if theirs - {__version__}:
            self.end()
            words = (part.format(theirs="、".join(sorted(theirs)), own=__version__) for part in _OTHER_VERSION)
            raise ReadError(address, *words)

    def map(self, work: Work, tasks: Iterable[Task]) -> Iterator[bytes | Problem]:
        """The answer to each task; tasks are taken as they are needed."""
        name = name_of(work)
        ahead = _AHEAD * max(1, sum(self._client.nthreads().values()))
        asked: deque[tuple[str, Any]] = deque()
        for task in tasks:
            asked.append((task.name, self._submit(name, task)))
            while asked and (len(asked) >= ahead or asked[0][1].done()):
                yield self._answer(*asked.popleft())
        while asked:
            yield self._answer(*asked.popleft())

    def _submit(self, work: str, task: Task) -> Any:
        data: Any = task.data
        if len(task.data) > _LARGE:
            data = self._client.scatter(task.data, hash=False)
        return self._client.submit(_ask, work, task.name, data, self._limits.seconds, self._limits.patience, pure=False)

    def _answer(self, name: str, asked: Any) -> bytes | Problem:
        """What came back; a task that the cluster gave up with its workers is told as one that died."""
        try:
            encoded: bytes = asked.result()
        except Exception as error:
            if type(error).__name__ == "KilledWorker":
                return died(name)
            raise _no_answer(self._address, error) from error
        return msgspec.msgpack.decode(encoded, type=bytes | Problem)

    def end(self) -> None:
        """Leave the cluster as it was."""
        self._client.close()


def _connected(address: str) -> Any:
    """A client of the cluster; its library tells no types."""
    if importlib.util.find_spec("distributed") is None:
        raise ReadError("--scheduler", *_NO_LIBRARY)
    try:
        return import_module("distributed").Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except Exception as error:
        raise _no_answer(address, error) from error


def _no_answer(address: str, error: Exception) -> ReadError:
    return ReadError(address, *(words.format(reason=type(error).__name__) for words in _NO_ANSWER))


def _version() -> str:
    return __version__


def _ask(work: str, name: str, data: bytes, seconds: float, patience: float) -> bytes:
    """Runs on the cluster: the answer of a process there, or the problem, encoded."""
    return msgspec.msgpack.encode(_workers(Limits(seconds, patience)).ask(work, Task(name, data)))


@cache
def _workers(limits: Limits) -> Workers:
    """The processes of this worker of the cluster; they end with it."""
    made = Workers(limits)
    atexit.register(made.end)
    return made
