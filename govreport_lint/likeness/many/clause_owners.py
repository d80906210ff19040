"""Which reports have a clause: all of them for a rare one, the first for a frequent one, none for a template."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from .digests import Digest

# A clause in so many reports links each with each; one in more only links each with the first that has it, so that
# mass copies of one text are found without looking at every pair.
_MOST_OWNERS = 20
# A clause is rare that no more than three reports have, or no more than one of a hundred.
_FEW, _FEW_OF = 3, 100
# A clause that more than a quarter of the units share is a template, where there are enough to tell.
_TEMPLATE = 4
_FEWEST_UNITS = 8
# So many reports are counted at a time for each part of the prints: what is held in between stays small.
_PER_PART = 1500


class Owners(Struct, frozen=True):
    """``reports``: the numbers of the reports that have a clause, in ascending order; only the first for a frequent
    one. Clauses of one report are left out. ``templates``: how many have those that are shared by a quarter. ``few``:
    a clause of no more reports is rare, so that two that have it are likely to have it from each other."""

    reports: dict[int, tuple[int, ...]]
    templates: dict[int, int]
    few: int

    def of(self, one: int) -> tuple[int, ...]:
        """The reports that have a clause, or the first of them."""
        return self.reports.get(one, ())


def owners_of(digests: Sequence[Digest]) -> Owners:
    """Who has which clause. A part of the prints after the other, since most clauses have one owner."""
    reports: dict[int, tuple[int, ...]] = {}
    templates: dict[int, int] = {}
    many = len(digests) / _TEMPLATE if len(digests) >= _FEWEST_UNITS else len(digests)
    for start, stop in _parts(len(digests)):
        for one, owners in _in_part(digests, start, stop).items():
            if len(owners) > many:
                templates[one] = len(owners)
            elif len(owners) > _MOST_OWNERS:
                reports[one] = (owners[0],)
            elif len(owners) > 1:
                reports[one] = tuple(owners)
    few = min(_MOST_OWNERS, max(_FEW, len(digests) // _FEW_OF))
    return Owners(reports, dict(sorted(templates.items())), few)


def _parts(count: int) -> Iterator[tuple[int, int]]:
    parts = 1 + count // _PER_PART
    step = 2**64 // parts + 1
    return ((part * step, min((part + 1) * step, 2**64)) for part in range(parts))


def _in_part(digests: Sequence[Digest], start: int, stop: int) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for number, digest in enumerate(digests):
        first = bisect_left(digest.prints, start)
        for one in digest.prints[first : bisect_left(digest.prints, stop, first)]:
            if one in found:
                found[one].append(number)
            else:
                found[one] = [number]
    return found
