"""Which fixes are made in one pass: two that touch the same characters wait for each other."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from ..finding import Edit, Finding


class Step(Struct, frozen=True):
    """Edits of one finding that are made together or not at all."""

    finding: Finding
    edits: tuple[Edit, ...]

    def is_like(self, other: Step) -> bool:
        """Whether another step would do the same in the same place."""
        return self.finding.code == other.finding.code and self._places == other._places

    @property
    def _places(self) -> tuple[tuple[int, str, str], ...]:
        return tuple((edit.location.start, edit.printed, edit.text) for edit in self.edits)


def steps_of(findings: Iterable[Finding]) -> list[Step]:
    """The steps of all fixes in the order of the findings; of edits that are right by themselves one each."""
    found: list[Step] = []
    for finding in findings:
        if finding.fix and finding.fix.apart:
            found += [Step(finding, (edit,)) for edit in finding.fix.edits]
        elif finding.fix:
            found.append(Step(finding, finding.fix.edits))
    return found


def without_overlaps(steps: Iterable[Step]) -> list[Step]:
    """The steps that can be made at once: of two that touch the same place the later one waits."""
    taken: list[Edit] = []
    chosen: list[Step] = []
    for step in steps:
        if not any(_is_taken(edit, taken) for edit in step.edits):
            chosen.append(step)
            for edit in step.edits:
                insort(taken, edit, key=_start)
    return chosen


def _is_taken(edit: Edit, taken: list[Edit]) -> bool:
    """Whether an edit touches one of those in the order of the file; only its neighbours can."""
    at = bisect_left(taken, edit.location.start, key=_start)
    return any(touch(edit, other) for other in taken[max(0, at - 1) : at + 1])


def _start(edit: Edit) -> int:
    return edit.location.start


def touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap or meet: what is put in where another one ends has no certain order."""
    return one.location.start <= other.location.end and other.location.start <= one.location.end


def moved(step: Step, made: Iterable[Edit]) -> Step:
    """A step that was not made, with its places as they are after other edits."""
    others = tuple(made)
    return Step(step.finding, tuple(_moved(edit, others) for edit in step.edits))


def _moved(edit: Edit, made: tuple[Edit, ...]) -> Edit:
    before = [other for other in made if other.location.end <= edit.location.start]
    by = sum(len(other.text) - (other.location.end - other.location.start) for other in before)
    at = edit.location
    return replace(edit, location=replace(at, start=at.start + by, end=at.end + by))
