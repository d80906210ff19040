"""What an audit's process is asked and what it tells; how far a job is, as a client is told."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ...auditing.choice import Choice
from ...configuration.audit_settings import AuditSettings
from ...language import Text


class Asked(Struct, frozen=True, kw_only=True):
    """An audit of the files in the folder of its job; each path is one below that folder, empty where there is none.

    ``key`` is the id of the job; ``date`` the day of the round (ISO), ``jobs`` how many processes read reports.
    """

    key: str
    reports: str
    previous: str = ""
    units: str = ""
    county: str = ""
    workbook: str = ""
    date: str = ""
    year: int | None = None
    jobs: int = 2
    settings: AuditSettings = AuditSettings()
    choice: Choice = Choice()


class Stage(StrEnum):
    """What the audit is at: its files are read, the reports judged, the letters and annotated copies written."""

    READING = "reading"
    JUDGING = "judging"
    WRITING = "writing"


class Step(Struct, frozen=True, tag="step"):
    """So many are done of so many in a stage; ``left``: the seconds that the stage still takes (None: not known)."""

    stage: Stage
    done: int
    total: int
    name: str
    left: float | None


class Finished(Struct, frozen=True, tag="finished"):
    """The papers are written; ``papers`` are what a person looks at first."""

    papers: tuple[str, ...]


class Failed(Struct, frozen=True, tag="failed"):
    """The audit could not be made."""

    words: Text


Told = Step | Finished | Failed


class State(StrEnum):
    """Where a job is in its life."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to the job."""
        return self not in (State.QUEUED, State.RUNNING)


class Progress(Struct, frozen=True, kw_only=True):
    """How far a job is. ``ahead``: how many audits are worked on before it; ``error``: why there is no result."""

    state: State
    stage: Stage | None = None
    done: int = 0
    total: int = 0
    name: str = ""
    seconds_left: float | None = None
    ahead: int = 0
    error: Text | None = None
    papers: tuple[str, ...] = ()
