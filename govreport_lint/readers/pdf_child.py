"""The process of its own that reads a PDF: what a hostile file does to it, it does to nobody else.

The file comes on standard input, ``Pages`` go to standard output.
"""

from __future__ import annotations

import contextlib
import sys

import msgspec

from .pdf_page import Pages

MEMORY = 450 * 2**20
SECONDS = 5


def main() -> None:
    """Read standard input under limits and write what was found."""
    _limit()
    try:
        from .pdf_library import read_pages

        pages = read_pages(sys.stdin.buffer.read())
    except MemoryError:
        pages = Pages(fault="large")
    sys.stdout.buffer.write(msgspec.msgpack.encode(pages))


def _limit() -> None:
    """Limits on memory and time, where the system knows them; time is held by the parent as well."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
