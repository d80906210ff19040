"""A file that is to be converted."""

from __future__ import annotations

from msgspec import Struct


class Given(Struct, frozen=True):
    """A file to convert: its bytes, its ending, what it becomes (``docx``, ``xlsx``), its name in messages."""

    data: bytes
    suffix: str
    target: str
    name: str
