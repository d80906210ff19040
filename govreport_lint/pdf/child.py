"""The process of its own that opens PDF files: what a hostile file does to it, it does to nobody else.

The first argument says what to do. ``read``: the file comes on standard input, ``Pages`` go to standard output.
``write``: ``Notes`` come, ``Annotated`` goes.
"""

from __future__ import annotations

import contextlib
import sys

import msgspec

from .notes import Annotated, Notes
from .page import Pages

MEMORY = 450 * 2**20
SECONDS = 5


def main(task: str) -> None:
    """Do the task under limits."""
    _limit()
    given = sys.stdin.buffer.read()
    result = _read(given) if task == "read" else _write(given)
    sys.stdout.buffer.write(msgspec.msgpack.encode(result))


def _read(given: bytes) -> Pages:
    try:
        from .library import read_pages

        return read_pages(given)
    except MemoryError:
        return Pages(fault="large")


def _write(given: bytes) -> Annotated:
    try:
        from .page_marks import annotated

        return annotated(msgspec.msgpack.decode(given, type=Notes))
    except MemoryError:
        return Annotated(fault="large")


def _limit() -> None:
    """Limits on memory and time, where the system knows them; time is held by the parent as well."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
