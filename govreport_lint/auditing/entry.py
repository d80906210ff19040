"""A report as it came in: few kilobytes that stay in memory; its whole result lies in the cache under ``key``."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from ..checks.subject.cell_values import CellValues
from ..output.words.problems import Problem


class Role(StrEnum):
    """What a file was given as."""

    CURRENT = "current"
    PREVIOUS = "previous"
    COUNTY = "county"


class NameSource(StrEnum):
    """Where a name stands, the surest first."""

    TITLE = "title"
    SIGNATURE = "signature"
    METADATA = "metadata"
    FILE = "file"
    FOLDER = "folder"


class PrintedName(Struct, frozen=True):
    """A name of a unit as something on or around the report prints it."""

    source: NameSource
    text: str


class Entry(Struct, frozen=True, kw_only=True):
    """One report of a file, or a file that is none (``problem``: why; the other fields then say nothing).

    ``path`` is told from the folder that was given, ``/`` between its parts, ``年报.zip/青山镇.docx`` for one in an
    archive, with ``#2`` behind it for the second report of a file. ``modified`` is the file's time (ISO, no zone),
    ``signed`` and ``published`` dates (ISO). ``key`` names the result in the cache: content, part, settings, version.
    ``digest`` is what the search for copied text needs (likeness). ``letters`` counts the characters of its prose.
    """

    role: Role
    path: str
    sha256: str
    size: int
    modified: str = ""
    problem: Problem | None = None
    key: str = ""
    format: str = ""
    names: tuple[PrintedName, ...] = ()
    year: int | None = None
    form: str = ""
    signed: str = ""
    published: str = ""
    values: CellValues | None = None
    digest: bytes = b""
    letters: int = 0
    error: int = 0
    warning: int = 0
    info: int = 0
