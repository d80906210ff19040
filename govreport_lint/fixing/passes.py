"""Reading, fixing and reading again, until nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from msgspec import Struct

from ..language import Text
from ..result import Result
from .choice import Step, moved, steps_of, without_overlaps
from .facts import are_same

State = TypeVar("State")
MOST_PASSES = 10
# A report whose fixes must be tried one by one is read so often in one pass; what is left then is not made.
_MOST_TRIALS = 64
_CHANGES_FACTS = Text(
    "改正后程序读出的数字、日期或问题会变，没有自动改正，请人工核实",
    "with this change the report would be read otherwise, so it was not made; please check it by hand",
)


class Refused(Struct, frozen=True):
    """A step that is not made, and why."""

    step: Step
    reason: Text


class Made(Struct, Generic[State], frozen=True):
    """What came of it: the file as it is now, what is read in it, the steps that were made and those that were not."""

    state: State
    results: tuple[Result, ...]
    steps: tuple[Step, ...] = ()
    refused: tuple[Refused, ...] = ()


class Ways(Struct, Generic[State], frozen=True):
    """How a kind of file is read and changed. ``change`` gives None for steps that cannot be made in it, ``unfit`` is
    why."""

    check: Callable[[State], tuple[Result, ...]]
    change: Callable[[State, Sequence[Step]], State | None]
    unfit: Text


def fix(state: State, results: tuple[Result, ...], ways: Ways[State], most: int = MOST_PASSES) -> Made[State]:
    """Make every fix that changes nothing but form, in at most ``most`` passes; ``results`` are those of the file as it
    is.

    What is given back was read: the results are those of the file as it is now.
    """
    made = Made(state, results)
    for _ in range(most):
        refused = [each.step for each in made.refused]
        findings = (finding for result in made.results for finding in result.findings)
        waiting = [step for step in steps_of(findings) if not any(step.is_like(other) for other in refused)]
        if not waiting:
            break
        made = _Pass(made, ways).make(without_overlaps(waiting))
    return made


class _Pass(Generic[State]):
    """One pass over a file; every step counts its places in the file as it is when the pass begins."""

    def __init__(self, before: Made[State], ways: Ways[State]) -> None:
        self._before, self._ways = before, ways
        self._now = before
        self._taken: tuple[Step, ...] = ()
        self._refused: tuple[Refused, ...] = ()
        self._trials = 0

    def make(self, steps: Sequence[Step]) -> Made[State]:
        """Make the steps that are harmless; where not all are at once, halves of them are tried."""
        self._try(tuple(steps))
        edits = [edit for step in self._taken for edit in step.edits]
        refused = (Refused(moved(each.step, edits), each.reason) for each in (*self._before.refused, *self._refused))
        return Made(self._now.state, self._now.results, (*self._before.steps, *self._taken), tuple(refused))

    def _try(self, steps: tuple[Step, ...]) -> None:
        self._trials += 1
        if self._trials > _MOST_TRIALS:
            self._refused += tuple(Refused(step, _CHANGES_FACTS) for step in steps)
            return
        state = self._ways.change(self._before.state, (*self._taken, *steps))
        results = self._ways.check(state) if state is not None else ()
        if state is not None and are_same(self._before.results, results):
            self._now, self._taken = Made(state, results), (*self._taken, *steps)
        elif len(steps) == 1:
            self._refused += (Refused(steps[0], self._ways.unfit if state is None else _CHANGES_FACTS),)
        else:
            middle = len(steps) // 2
            self._try(steps[:middle])
            self._try(steps[middle:])
