"""A report's text as a digest: the prints of its clauses with their lengths, a few hundred bytes to some kilobytes.

A digest is all that is needed to find copies among thousands of reports. Its layout, little-endian: the limit
(8 bytes), the number of clauses (4), their prints in order (8 each), their letters (1 each, 255 for more). Of a text
with more clauses than are kept those with the smallest prints are, the same ones in every report; the limit is the
largest of them.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterable

from msgspec import Struct

from ...report import Report
from ..text.counted_text import SHORTEST_CLAUSE, counted_text
from ..text.phrases import Phrases, load_phrases
from ..text.prints import print_of

NO_LIMIT = 2**64 - 1
_HEAD = struct.Struct("<QI")
_MOST_CLAUSES = 400
_MOST_LETTERS = 255


class Digest(Struct, frozen=True):
    """A digest that was read: ``prints`` in ascending order with the letters of each, complete up to ``limit``."""

    limit: int
    prints: array[int]
    letters: bytes


def digest_of(report: Report, names: Iterable[str], *, phrases: Phrases | None = None) -> bytes:
    """The digest of a report; ``names`` are masked besides its own organ, as ``compare`` does."""
    text = counted_text(report, names, phrases or load_phrases())
    found: dict[int, int] = {}
    for clause in text.clauses:
        if clause.letters >= SHORTEST_CLAUSE:
            found[print_of(text.words(clause))] = min(clause.letters, _MOST_LETTERS)
    prints = sorted(found)
    limit = NO_LIMIT if len(prints) <= _MOST_CLAUSES else prints[_MOST_CLAUSES - 1]
    kept = prints[:_MOST_CLAUSES]
    head = _HEAD.pack(limit, len(kept))
    return head + struct.pack(f"<{len(kept)}Q", *kept) + bytes(found[one] for one in kept)


def read_digest(data: bytes) -> Digest:
    """What stands in a digest; raises ``ValueError`` for bytes that are none."""
    if len(data) < _HEAD.size:
        raise ValueError("not a digest: too short")
    limit, count = _HEAD.unpack_from(data)
    if len(data) != _HEAD.size + 9 * count:
        raise ValueError("not a digest: its length is not what it says")
    prints = array("Q", struct.unpack_from(f"<{count}Q", data, _HEAD.size))
    return Digest(limit, prints, data[_HEAD.size + 8 * count :])
