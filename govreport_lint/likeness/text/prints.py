"""The print of a masked clause: 64 bits that are the same wherever the same clause stands."""

from __future__ import annotations

from hashlib import blake2b


def print_of(words: str) -> int:
    """The print of the letters and marks of a clause."""
    return int.from_bytes(blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")
