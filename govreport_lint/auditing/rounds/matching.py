"""Which item of this round is one of the last: by unit, rule and place first, then by fingerprint."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from ..audited import Item, Progress


def carried_on(
    now: Sequence[Item],
    before: Sequence[Item],
    *,
    same_file: bool,
    mended: bool,
    settled: Collection[str] = frozenset(),
) -> tuple[Item, ...]:
    """The items of this round with the numbers and decisions of those that they go on, then those that are gone.

    An item at the same place that says something else is 已改仍不符; one that is there no more is 已整改 where
    somebody has ``mended`` it, else 不再适用 (withdrawn, other rules, or ``settled``: the unit has put a comment in its
    file that settles the finding with this fingerprint, which mends nothing). An item without a number is new.
    """
    left = list(before)
    found: list[Item] = []
    for item in now:
        old = _take(left, item)
        found.append(_continued(item, old, same_file=same_file) if old else replace(item, progress=Progress.NEW))
    return (*found, *_gone(left, settled, mended=mended))


def with_numbers_of(items: Sequence[Item], same: Sequence[Item]) -> tuple[Item, ...]:
    """The items, new ones with the numbers that they had when the same round was made before."""
    taken = {item.number for item in items if item.number}
    left = [old for old in same if old.number not in taken]
    made = []
    for item in items:
        old = None if item.number else _take(left, item)
        made.append(replace(item, number=old.number) if old else item)
    return tuple(made)


def _take(left: list[Item], item: Item) -> Item | None:
    """The item of the last round that this one goes on; it is taken out of those that are left."""
    ways = (
        lambda old: (old.place, old.order, old.fingerprint) == (item.place, item.order, item.fingerprint),
        lambda old: (old.place, old.order) == (item.place, item.order),
        lambda old: old.fingerprint == item.fingerprint,
    )
    for same in ways:
        old = next((old for old in left if old.code == item.code and same(old)), None)
        if old is not None:
            left.remove(old)
            return old
    return None


def _continued(item: Item, old: Item, *, same_file: bool) -> Item:
    unchanged = same_file or (item.quote, item.message, item.also) == (old.quote, old.message, old.also)
    progress = Progress.OPEN if unchanged or old.progress.done else Progress.STILL_WRONG
    # What people decided about other words need not hold for these.
    decision = old.decision if unchanged else type(old.decision)()
    return replace(item, number=old.number, decision=decision, progress=progress)


def _gone(left: Sequence[Item], settled: Collection[str], *, mended: bool) -> Iterator[Item]:
    for old in left:
        progress = Progress.MENDED if mended and old.fingerprint not in settled else Progress.GONE
        yield old if old.progress.done else replace(old, progress=progress)
