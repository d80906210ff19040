"""What a process is asked about files, and what it answers; both travel as msgpack."""

from __future__ import annotations

from msgspec import Struct

from ...auditing.choice import Choice
from ...editing.amendments import Amendment
from ..view.report_view import ReportView


class Paper(Struct, frozen=True):
    """A file as it came: its name without any folder, and its bytes."""

    name: str
    data: bytes


class Asked(Struct, frozen=True, kw_only=True):
    """One file, what lies beside it, what is to be changed in it. ``kind`` is what is to come back: see ``files``."""

    choice: Choice
    file: Paper
    previous: Paper | None = None
    amendments: tuple[Amendment, ...] = ()
    language: str = "zh"
    kind: str = ""


class AskedBlank(Struct, frozen=True, kw_only=True):
    """A blank report: whose, for which year, as what; ``previous`` is last year's."""

    organ: str
    year: int
    form: str
    previous: Paper | None = None
    language: str = "zh"


class AskedOutput(Struct, frozen=True, kw_only=True):
    """Results that were made before, to be written as one output of ``form``."""

    choice: Choice
    form: str
    files: tuple[bytes, ...]
    language: str = "zh"


class Refusal(Struct, frozen=True, tag="refusal"):
    """Why there is no answer, in the language that was asked for."""

    reason: str
    code: str = "unreadable"


class Made(Struct, frozen=True, tag="made"):
    """A file that was made; ``notes`` are to be looked at before it is believed."""

    name: str
    data: bytes
    notes: tuple[str, ...] = ()


class Ending(Struct, frozen=True):
    """What a file can be taken back as: the ending of its name, or why it cannot."""

    suffix: str | None
    reason: str | None = None


class RefusedAmendment(Struct, frozen=True):
    """A change that was not made, and why."""

    amendment: Amendment
    reason: str


class Shown(Struct, frozen=True, tag="shown"):
    """A file as the page shows it."""

    name: str
    format: str
    reports: tuple[ReportView, ...]
    edited: Ending
    annotated: Ending
    refused: tuple[RefusedAmendment, ...] = ()
    notes: tuple[str, ...] = ()
