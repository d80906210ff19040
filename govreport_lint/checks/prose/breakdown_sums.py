"""Kind ``breakdown-sum``: 68条，其中56条、5条、其他7条: the parts of a list that is complete make its total.

A list is held to be complete only where it says so itself: by a last part that is 其他, by a total that closes it,
by brackets right after a total of applications, by naming every category of results; or where its parts are more
than the whole or fall short of it by one or two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from msgspec import Struct

from ...finding import Evidence, Place
from ...language import Text
from ...rulebook.kinds import ClaimSubject, Kind, Need
from ...told import Breakdown, Count
from ..subject.outcome import Failed, Outcome, Passed
from ..subject.subject import Subject
from .result_sums import Results, judge_results, sum_failure

# how many characters may stand before and after 其他 in a label that means all the rest
_VERB, _KIND = 2, 12
_TWO, _GAP, _SMALL, _BEFORE = 2, 2, 20, 20
# what is too much, as a share of the whole, where parts may be of several kinds, and where channels overlap
_UNLIKE, _CHANNELS = Decimal("0.15"), Decimal("0.05")


class Options(Struct, frozen=True, forbid_unknown_fields=True):
    """``rest``: a last part named so makes a list complete, but not with the words of ``not_rest``;
    ``results_rest``: words of a 其他 after which more results follow; ``not_totals``: of counts that no list is
    of. ``overlapping``: words in the labels of parts that may overlap (channels), ``actions``: words in the labels
    of steps that are no parts, but not within the words of ``not_actions``. ``left``: lists of these parts are judged
    elsewhere. ``whole``: the subjects of claims whose parts cannot overlap.
    ``results``: the claims that together make up the results.
    """

    rest: tuple[str, ...]
    not_rest: tuple[str, ...]
    results_rest: tuple[str, ...]
    not_totals: tuple[str, ...]
    overlapping: tuple[str, ...]
    actions: tuple[str, ...]
    not_actions: tuple[str, ...]
    left: tuple[str, ...]
    whole: tuple[ClaimSubject, ...]
    results: Results


def check(subject: Subject, options: Options) -> Iterator[Outcome]:
    """Judge the lists of the prose, then the results that it tells one after the other."""
    whole = {(claim.location, claim.number) for claim in subject.report.claims if claim.subject in options.whole}
    for breakdown in subject.report.breakdowns:
        outcome = _judge(breakdown, options, (breakdown.total.words.location, breakdown.total.number) in whole)
        if outcome is not None:
            yield outcome
    yield from judge_results(subject.report, options.results)


def _judge(breakdown: Breakdown, options: Options, exclusive: bool) -> Outcome | None:
    total, parts = breakdown.total.value, breakdown.parts
    values = [Decimal(part.value) for part in parts if part.value is not None]
    if total is None or len(values) < len(parts):
        return None
    sums = list(accumulate(values))
    added = sums[-1]
    ends = breakdown.opened == "closing" or _is_rest(parts[-1].label, options)
    backwards = list(accumulate(reversed(values))) if breakdown.opened == "closing" else []
    if total == added or total in backwards[1:] or (not ends and total in sums[1:]):
        return None if breakdown.opened == "comma" else Passed(Place(breakdown.section))
    listed = _complete(breakdown, options, exclusive)
    if listed:
        return _failed(breakdown, listed)
    return None if ends or total not in sums[1:] or breakdown.opened == "comma" else Passed(Place(breakdown.section))


def _is_rest(label: str, options: Options) -> bool:
    """Whether a label says that it is all the rest: 其他, 其他类, not 其他媒体采用."""
    for word in options.rest:
        _, found, after = label.partition(word)
        if found and len(label) - len(found) - len(after) <= _VERB and len(after) <= _KIND:
            return not any(word in after for word in options.not_rest)
    return False


def _complete(breakdown: Breakdown, options: Options, exclusive: bool) -> tuple[Count, ...]:
    """The parts that must make the total; none where the list may be incomplete or its parts may overlap."""
    parts = breakdown.parts
    labels = [part.label for part in parts]
    if breakdown.open or any(word in breakdown.total.label for word in options.not_totals):
        return ()
    if all(any(word in label for word in options.left) for label in labels):
        return ()
    if breakdown.opened == "closing":
        return parts
    if not exclusive and any(word in label for label in labels for word in options.overlapping):
        return parts if breakdown.listed and _near(breakdown, _CHANNELS) else ()
    steps = _name_steps(labels, options)
    if breakdown.opened == "comma":
        whole = _opposites(labels) or (breakdown.listed and len(parts) > 2 and _is_rest(labels[-1], options))
        near = exclusive and len(parts) > 2 and not steps and _near(breakdown, _CHANNELS)
        return parts if whole or near else ()
    for index, label in enumerate(labels):
        if index > 1 and _is_rest(label, options):
            return parts if any(word in label for word in options.results_rest) else parts[: index + 1]
    if exclusive and breakdown.opened == "bracket" and len(parts) > 2 and not steps:
        return parts
    return parts if not steps and _near(breakdown, 1 if _alike(breakdown) else _UNLIKE) else ()


def _name_steps(labels: Sequence[str], options: Options) -> bool:
    """Whether an action tells one part from another: what was done with all of them tells nothing."""
    done = list(labels)
    for words in options.not_actions:
        done = [label.replace(words, "") for label in done]
    return any(
        any(action in label for label in done) != all(action in label for label in done) for action in options.actions
    )


def _opposites(labels: Sequence[str]) -> bool:
    """Two parts that leave nothing between them: 采纳, 未采纳."""
    return (
        len(labels) == _TWO
        and bool(labels[0])
        and labels[1] in (f"未{labels[0]}", f"不{labels[0]}", f"不予{labels[0]}")
    )


def _alike(breakdown: Breakdown) -> bool:
    """Whether the parts are of one kind: enumerated with 、, or named before the total."""
    total = breakdown.total.words
    before = total.sentence[max(0, total.start - _BEFORE) : total.start]
    return breakdown.listed or all(part.label and part.label in before for part in breakdown.parts)


def _near(breakdown: Breakdown, most: Decimal | int) -> bool:
    """Whether the parts are more than the whole, by ``most`` of it, or three of them all but make it."""
    whole = Decimal(breakdown.total.value or 0)
    values = [Decimal(part.value or 0) for part in breakdown.parts]
    if any(value >= whole for value in values) or whole < _SMALL:
        return False
    gap = whole - sum(values)
    if len(values) == _TWO and most != 1:
        return False
    return -whole * most <= gap < 0 or (0 < gap <= _GAP < len(values))


def _failed(breakdown: Breakdown, parts: Sequence[Count]) -> Failed:
    place = Place(breakdown.section)
    gap = sum((Decimal(part.value or 0) for part in parts), Decimal(0)) - Decimal(breakdown.total.value or 0)
    evidence = tuple(Evidence(place, part.label + part.spoken.text) for part in parts)
    return sum_failure(place, breakdown.total, parts, evidence, _note(gap, parts))


def _note(gap: Decimal, parts: Sequence[Count]) -> Text:
    """Which part is as large as the gap: counted twice when the sum is too large."""
    found = next((part for part in parts if gap and part.value == gap), None)
    if found is None:
        return Text("", "")
    name = found.label + found.spoken.text
    return Text(f"多出的数与“{name}”相同，请核实是否重复计算。", f" The surplus equals “{name}”: was it counted twice?")


KIND = Kind(
    name="breakdown-sum",
    options=Options,
    check=check,
    says=("difference", "note", "quote", "stated", "sum"),
    needs=(Need.TEXT,),
)
