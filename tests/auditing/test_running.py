"""One thing done to many tasks: the same answers in the same order wherever the work is done, whatever a task does."""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence

import pytest
from kinds_of_work import does_harm, doubled, who

from govreport_lint import ReadError
from govreport_lint.auditing.running.pace import Pace
from govreport_lint.auditing.running.pool import Pool
from govreport_lint.auditing.running.tasks import Limits, Task, name_of
from govreport_lint.auditing.running.worker import Worker
from govreport_lint.output.words.problems import INTERNAL, UNREADABLE, Problem


def another_version() -> str:
    return "0.0.1"


def tasks(*names: str) -> list[Task]:
    return [Task(name, name.encode()) for name in names]


@contextlib.contextmanager
def dask() -> Iterator[str]:
    """A cluster in this process; its workers are threads, its pages are at any port that is free."""
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=1,
        threads_per_worker=2,
        processes=False,
        dashboard_address="127.0.0.1:0",
        worker_dashboard_address="127.0.0.1:0",
    ) as cluster:
        yield cluster.scheduler_address


@pytest.fixture
def pools() -> Iterator[Callable[..., Pool]]:
    with contextlib.ExitStack() as stack:
        yield lambda *given, **named: stack.enter_context(Pool(*given, **named))


@pytest.mark.parametrize("jobs", [1, 2])
def test_answers_come_in_the_order_of_the_tasks(jobs: int, pools: Callable[..., Pool]) -> None:
    given = tasks(*map(str, range(60)))
    assert list(pools(jobs).map(doubled, given)) == [task.data * 2 for task in given]


def test_processes_are_started_once_and_kept(pools: Callable[..., Pool]) -> None:
    pool = pools(2)
    first = {*pool.map(who, tasks(*map(str, range(10)))), *pool.map(who, tasks(*map(str, range(10))))}
    assert len(first) <= 2
    assert b"%d" % os.getpid() not in first


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_taken_as_they_are_needed(jobs: int, pools: Callable[..., Pool]) -> None:
    taken = 0

    def endless() -> Iterator[Task]:
        nonlocal taken
        while True:
            taken += 1
            yield Task("one more", b"1")

    answers = pools(jobs).map(doubled, endless())
    assert [next(answers) for _ in range(3)] == [b"11"] * 3
    assert taken <= 12


def problems(answers: Sequence[bytes | Problem]) -> list[tuple[str, str]]:
    return [(one.path, one.code) if isinstance(one, Problem) else ("", one.decode()) for one in answers]


def test_a_process_that_dies_is_a_problem_of_its_task_alone(pools: Callable[..., Pool]) -> None:
    answers = list(pools(2).map(does_harm, tasks("well", "dies", "fails", "prints", "dies", "well")))
    assert problems(answers) == [
        ("", "done"), ("dies", UNREADABLE), ("fails", INTERNAL), ("", "done"), ("dies", UNREADABLE), ("", "done"),
    ]  # fmt: skip
    assert isinstance(answers[2], Problem)
    assert "KeyError" in answers[2].reason.zh


def test_a_task_that_takes_too_much_time_is_a_problem_of_its_own_alone(pools: Callable[..., Pool]) -> None:
    answers = list(pools(2, limits=Limits(0.5, 50)).map(does_harm, tasks("well", "hangs", "well")))
    assert problems(answers) == [("", "done"), ("hangs", UNREADABLE), ("", "done")]
    assert isinstance(answers[1], Problem)
    assert "规定时间" in answers[1].reason.zh


def test_a_task_that_only_waits_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    worker = Worker(Limits())
    work = name_of(does_harm)
    assert worker.ask(work, Task("well", b"well")) == b"done"
    monkeypatch.setattr(worker, "_limits", Limits(60, 0.3))
    answer = worker.ask(work, Task("waits", b"waits"))
    worker.close()
    assert isinstance(answer, Problem)
    assert "规定时间" in answer.reason.zh
    assert not worker.usable


def test_a_system_that_starts_no_process(pools: Callable[..., Pool], monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*given: object, **named: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr("subprocess.Popen", refuse)
    answers = list(pools(2).map(doubled, tasks("1", "2")))
    assert problems(answers) == [("1", UNREADABLE), ("2", UNREADABLE)]


def test_what_fails_in_this_process_is_told_as_in_another(pools: Callable[..., Pool]) -> None:
    given = tasks("well", "fails")
    assert list(pools(1).map(does_harm, given)) == list(pools(2).map(does_harm, given))


def test_leaving_ends_the_processes_at_once(pools: Callable[..., Pool]) -> None:
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), Pool(2) as pool:
        for answer in pool.map(does_harm, tasks("well", "waits", "waits", "waits")):
            assert answer == b"done"
            raise KeyboardInterrupt
    assert time.monotonic() - start < 20
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("audit")]


def test_work_that_another_process_could_not_find_is_refused(pools: Callable[..., Pool]) -> None:
    with pytest.raises(ValueError, match="cannot be imported"):
        list(pools(2).map(lambda task: task, tasks("1")))


def test_a_cluster_gives_the_same_answers(pools: Callable[..., Pool]) -> None:
    given = [*tasks("dies", "fails", *map(str, range(20))), Task("large", b"0" * (2 << 20))]
    with dask() as address, Pool(scheduler=address) as pool:
        there = list(pool.map(doubled, given))
        harmed = list(pool.map(does_harm, given[:3]))
    assert there == list(pools(2).map(doubled, given))
    assert harmed == list(pools(2).map(does_harm, given[:3]))


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr("govreport_lint.auditing.running.cluster._SECONDS_TO_CONNECT", 0.3)
    with pytest.raises(ReadError, match="连接不上这个 Dask 集群"):
        Pool(scheduler="tcp://127.0.0.1:9")


def test_a_cluster_without_workers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    distributed = pytest.importorskip("distributed")
    monkeypatch.setattr("govreport_lint.auditing.running.cluster._SECONDS_TO_CONNECT", 0.3)
    with (
        distributed.LocalCluster(n_workers=0, processes=False, dashboard_address="127.0.0.1:0") as cluster,
        pytest.raises(ReadError, match="连接不上这个 Dask 集群"),
    ):
        Pool(scheduler=cluster.scheduler_address)


def test_a_cluster_with_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("govreport_lint.auditing.running.cluster._version", another_version)
    with dask() as address, pytest.raises(ReadError, match="请装成同一版本"):
        Pool(scheduler=address)


def test_the_time_left_is_reckoned_from_what_was_worked_on() -> None:
    now = 100.0
    told: list[tuple[int, int, str, float | None]] = []
    pace = Pace(40, lambda *words: told.append(words), lambda: now)
    for number in range(10):
        pace.done(f"kept {number}", worked=False)
    for number in range(10):
        now += 2.0
        pace.done(f"read {number}")
    assert told[9] == (10, 40, "kept 9", None)
    assert told[-1] == (20, 40, "read 9", 40.0)
    while pace.finished < 40:
        pace.done("the rest")
    assert told[-1][3] == 0.0


def test_progress_names_each_task(pools: Callable[..., Pool]) -> None:
    told: list[tuple[int, int, str]] = []
    given = tasks("a", "b", "c")
    list(pools(2).map(doubled, given, lambda done, total, name, _left: told.append((done, total, name)), 3))
    assert told == [(1, 3, "a"), (2, 3, "b"), (3, 3, "c")]
