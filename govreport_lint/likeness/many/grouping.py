"""Groups of what is linked: each with any other of its group over links in between."""

from __future__ import annotations

from collections.abc import Iterable


def groups_of(links: Iterable[tuple[int, int]]) -> tuple[tuple[int, ...], ...]:
    """The groups that some links make, each in ascending order, by their first."""
    parents: dict[int, int] = {}

    def first(one: int) -> int:
        while parents.setdefault(one, one) != one:
            parents[one] = parents[parents[one]]
            one = parents[one]
        return one

    for left, right in links:
        low, high = sorted((first(left), first(right)))
        parents[high] = low
    groups: dict[int, list[int]] = {}
    for one in sorted(parents):
        groups.setdefault(first(one), []).append(one)
    return tuple(tuple(groups[one]) for one in sorted(groups))
