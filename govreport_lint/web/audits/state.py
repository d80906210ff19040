"""How far an audit is: what its process says, what a client is told."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ...language import Text


class Stage(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self in (Stage.DONE, Stage.FAILED, Stage.CANCELLED)


class Told(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the process says: ``phase`` 1 reads, 2 judges, 3 marks; ``done`` of ``total``, the ``name`` of the last one,
    the ``seconds_left`` (None: not known). At the end the names of the ``papers``, or an ``error``."""

    phase: int = 0
    done: int = 0
    total: int = 0
    name: str = ""
    seconds_left: float | None = None
    papers: tuple[str, ...] | None = None
    error: Text | None = None


class State(Struct, frozen=True, kw_only=True):
    """What a client is told. ``place`` is how many audits come before this one; ``papers`` are names of files of it
    that can be taken; ``phase`` and the rest as in ``Told``."""

    id: str
    state: Stage
    place: int = 0
    phase: int = 0
    done: int = 0
    total: int = 0
    name: str = ""
    seconds_left: float | None = None
    error: str | None = None
    papers: tuple[str, ...] = ()
