"""All tasks worked on, by whoever works; what was judged before with the same papers comes out of the cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from ...output.words.problems import Problem
from ..intake.store import Store
from ..running.pace import Told
from ..running.pool import Pool
from ..running.tasks import Task
from .unit_task import Answer, JudgedUnit, Packed, UnitTask, judge_packed, keys_of

# What is kept beside the judged result, under the same name with this behind it.
_TOLD = "-told"


def judge_all(
    tasks: Sequence[UnitTask], pool: Pool, store: Store, told: Told | None
) -> Iterator[tuple[str, JudgedUnit | Problem]]:
    """What came of each task, by the unit's name; those that were done before come first."""
    open_tasks = []
    for task in tasks:
        known = _known(task, store)
        if known is None:
            open_tasks.append(task)
        else:
            yield task.unit, known
    answers = pool.map(judge_packed, _packed(open_tasks, store), told, len(open_tasks))
    for task, answer in zip(open_tasks, answers, strict=True):
        yield task.unit, answer if isinstance(answer, Problem) else _kept(task, answer, store)


def _known(task: UnitTask, store: Store) -> JudgedUnit | None:
    try:
        store.encoded(task.result)
        return msgspec.msgpack.decode(store.encoded(task.result + _TOLD), type=JudgedUnit)
    except (KeyError, msgspec.MsgspecError):
        return None


def _kept(task: UnitTask, data: bytes, store: Store) -> JudgedUnit:
    answer = msgspec.msgpack.decode(data, type=Answer)
    store.keep_encoded(task.result, answer.result)
    store.keep_encoded(task.result + _TOLD, msgspec.msgpack.encode(answer.judged))
    return answer.judged


def _packed(tasks: Iterable[UnitTask], store: Store) -> Iterator[Task]:
    for task in tasks:
        packed = Packed(task, {key: store.encoded(key) for key in keys_of(task)}, store.choice)
        yield Task(task.unit, msgspec.msgpack.encode(packed))
