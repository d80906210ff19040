"""The process of its own that opens PDF files: what a hostile file does to it, it does to nobody else.

It is asked again and again on standard input and answers on standard output, one frame each (``frames``). ``read``:
a file comes, ``Pages`` go. ``write``: ``Notes`` come, ``Annotated`` goes. It ends when nobody can ask any more.
"""

from __future__ import annotations

import contextlib
import math
import sys
import time
import traceback

import msgspec

from ..children.frames import DONE, FAILED, LAST, read_frame, write_frame
from .notes import Annotated, Notes
from .page import Pages

MEMORY = 450 * 2**20
# Seconds of processor time for one file.
SECONDS = 5


def main() -> None:
    """Answer until standard input ends."""
    _limit_memory()
    while (asked := read_frame(sys.stdin.buffer)) is not None:
        _limit_time()
        task, given = asked
        try:
            answer = _read(given) if task == b"read" else _write(given)
        except Exception:
            write_frame(sys.stdout.buffer, FAILED, traceback.format_exc().encode("utf-8", "replace"))
        else:
            word = LAST if answer.fault else DONE
            write_frame(sys.stdout.buffer, word, msgspec.msgpack.encode(answer))


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


def _limit_memory() -> None:
    """A limit on memory, where the system knows one."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """So much processor time from now on, where the system counts it: other programs do not use it up."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(time.process_time()) + SECONDS, hard))
