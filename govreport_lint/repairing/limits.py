"""How far the search for repairs looks."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True, kw_only=True):
    """How far to look: ``steps`` of the search (a quarter of a second; a number of steps and not a time, so that
    every machine gives the same answer; ``supports`` says what a step is), the ``cost`` of an answer, the
    ``answers`` collected for a table, and how many alternatives are ``told`` for one cause."""

    steps: int = 2_000_000
    cost: int = 64
    answers: int = 2_000
    told: int = 64
