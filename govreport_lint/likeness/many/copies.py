"""Copies among any number of reports, found by their digests in time that grows with their number."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping

from msgspec import Struct

from .clause_owners import Owners, owners_of
from .digests import NO_LIMIT, Digest, read_digest
from .grouping import groups_of

LEAST_SHARE = 0.12
"""Of a report's clauses, letter by letter, that stand in the other word for word."""

LEAST_RARE = 0.05
"""Enough where three clauses of it at least are rare: of a copy with every tenth character changed so much is left."""

# Fewer letters are a turn of phrase or two, whatever their share of a short report is.
_LEAST_LETTERS = 24
_RARE_CLAUSES = 3
_MOST_OTHERS = 3


class AlikeUnit(Struct, frozen=True):
    """Another report, and the share of this one's text, clauses of templates left out, that stands there word for word.

    ``share`` is what 重复率 is at least: ``compare`` makes that of the two reports.
    """

    other: str
    share: float


class Copies(Struct, frozen=True):
    """What was found among some reports: groups of copies, for each report that has any the others most alike to it,
    and the prints of the clauses of templates with how many units have them."""

    groups: tuple[tuple[str, ...], ...]
    alike: dict[str, tuple[AlikeUnit, ...]]
    templates: dict[int, int]


def find_copies(digests: Mapping[str, bytes]) -> Copies:
    """The copies among reports, by their digests (``digest_of``) under the names of their units.

    The order of the reports does not matter. Raises ``ValueError`` for bytes that are no digest.
    """
    names = sorted(digests)
    read = [read_digest(digests[name]) for name in names]
    owners = owners_of(read)
    letters = [_letters(digest, NO_LIMIT, owners) for digest in read]
    found: list[list[tuple[float, int]]] = [[] for _ in names]
    links: list[tuple[int, int]] = []
    for own, digest in enumerate(read):
        for other, shared in _shared(own, digest, owners):
            limit = min(digest.limit, read[other].limit)
            mine, theirs = letters[own], letters[other]
            if limit != NO_LIMIT:
                mine, theirs = _letters(digest, limit, owners), _letters(read[other], limit, owners)
            if shared.tells(min(mine, theirs)):
                links.append((other, own))
                _keep(found[own], shared.letters / mine, other)
                _keep(found[other], shared.letters / theirs, own)
    alike = {
        name: tuple(AlikeUnit(names[other], -share) for share, other in others)
        for name, others in zip(names, found, strict=True)
        if others
    }
    groups = tuple(tuple(names[one] for one in group) for group in groups_of(links))
    return Copies(groups, alike, owners.templates)


class _Shared:
    """What two reports have in common: the letters of their common clauses, and how many of those are rare."""

    __slots__ = ("letters", "rare")

    def __init__(self) -> None:
        self.letters = self.rare = 0

    def tells(self, letters: int) -> bool:
        """Whether it is enough for two reports of which the shorter has so many letters."""
        least = LEAST_RARE if self.rare >= _RARE_CLAUSES else LEAST_SHARE
        return self.letters >= max(_LEAST_LETTERS, least * letters)


def _shared(own: int, digest: Digest, owners: Owners) -> Iterable[tuple[int, _Shared]]:
    """The reports before this one that have clauses of it, with what they share."""
    found: dict[int, _Shared] = {}
    for one, letters in zip(digest.prints, digest.letters, strict=True):
        others = owners.of(one)
        rare = 1 < len(others) <= owners.few
        for other in others:
            if other >= own:
                break
            shared = found.get(other)
            if shared is None:
                shared = found[other] = _Shared()
            shared.letters += letters
            shared.rare += rare
    return found.items()


def _letters(digest: Digest, limit: int, owners: Owners) -> int:
    """The letters of the clauses up to a limit that are no template."""
    count = bisect_right(digest.prints, limit)
    pairs = zip(digest.prints[:count], digest.letters[:count], strict=True)
    return sum(letters for one, letters in pairs if one not in owners.templates)


def _keep(found: list[tuple[float, int]], share: float, other: int) -> None:
    """Put another report among the most alike ones, the largest share first."""
    insort(found, (-share, other))
    del found[_MOST_OTHERS:]
