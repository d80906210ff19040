"""What a page has to know of the server that gives it."""

from __future__ import annotations

from msgspec import Struct


class Surroundings(Struct, frozen=True):
    """The server as a page speaks of it.

    ``language``: ``zh`` or ``en``. ``version``: of the program. ``local``: the page and the server are on the same
    machine. ``may_quit``: the program was started by a double click and ends by a button. ``largest``: the most bytes
    of one file.
    """

    language: str
    version: str
    local: bool = True
    may_quit: bool = False
    largest: int = 20 * 1024 * 1024
