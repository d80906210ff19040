"""What is to be changed in a text so that it says something else: as little as a person would mark."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

# Two characters alike between two changes are no reason to mark twice; longer texts than these are not compared.
_SHORTEST_KEPT, _LONGEST_COMPARED = 2, 600
# Texts with less in common than this are told as one taken away and another put in.
_ALIKE = 0.5


class Difference(Struct, frozen=True):
    """The characters ``start`` to ``end`` (exclusive) go, ``text`` comes in their place."""

    start: int
    end: int
    text: str


def differences(printed: str, wanted: str) -> tuple[Difference, ...]:
    """What makes ``wanted`` of ``printed``, in the order of the text; no two touch."""
    if printed == wanted:
        return ()
    first = _common(printed, wanted)
    last = _common(printed[first:][::-1], wanted[first:][::-1])
    old, new = printed[first : len(printed) - last], wanted[first : len(wanted) - last]
    return tuple(Difference(first + each.start, first + each.end, each.text) for each in _inner(old, new))


def _common(one: str, other: str) -> int:
    most = min(len(one), len(other))
    return next((at for at in range(most) if one[at] != other[at]), most)


def _inner(old: str, new: str) -> Iterator[Difference]:
    whole = Difference(0, len(old), new)
    if not old or not new or max(len(old), len(new)) > _LONGEST_COMPARED:
        yield whole
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old, new, autojunk=False)
    kept = [block for block in matcher.get_matching_blocks() if block.size >= _SHORTEST_KEPT]
    if 2 * sum(block.size for block in kept) < _ALIKE * (len(old) + len(new)):
        yield whole
        return
    at, now = 0, 0
    for block in kept:
        if at < block.a or now < block.b:
            yield Difference(at, block.a, new[now : block.b])
        at, now = block.a + block.size, block.b + block.size
    if at < len(old) or now < len(new):
        yield Difference(at, len(old), new[now:])
