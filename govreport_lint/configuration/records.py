"""What a configuration file may say: the keys, their types and what holds where one is left out.

What a key is for stands in ``key_words.py``.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct, field

from ..suppressing.listed.entry import Suppression
from .audit_settings import AuditSettings


class Level(StrEnum):
    """A severity, or ``off``: the rule is not asked."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


class FailOn(StrEnum):
    """The lowest severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class Language(StrEnum):
    """The language of what people read."""

    CHINESE = "zh"
    ENGLISH = "en"


class Unused(StrEnum):
    """What becomes of a comment or an entry that settles nothing, is wrong or over: it fails the run, it is told, it is
    not told (what is wrong or over always is)."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class PerFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What holds for some files only."""

    files: tuple[str, ...]
    ignore: tuple[str, ...] = ()
    severity: dict[str, Level] = field(default_factory=dict)


class Configuration(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A configuration; a path in it is told from the folder of the file that says it."""

    extends: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    severity: dict[str, Level] = field(default_factory=dict)
    per_file: tuple[PerFile, ...] = ()
    locked: tuple[str, ...] = ()
    suppress: tuple[Suppression, ...] = ()
    inline_suppressions: bool = True
    unused_suppressions: Unused = Unused.WARNING
    baseline: str | None = None
    exclude: tuple[str, ...] = ()
    strict_files: bool = False
    previous: str | None = None
    fail_on: FailOn = FailOn.ERROR
    format: tuple[str, ...] = ("text",)
    lang: Language = Language.CHINESE
    jobs: Annotated[int, Meta(ge=0, le=256)] = 0
    audit: AuditSettings = AuditSettings()


PATHS = frozenset({"extends", "packs", "previous", "baseline"})
"""The keys whose values are paths."""

MADE = frozenset({"baseline"})
"""Those among them that name a file which the program itself may make."""

ADDED = frozenset({"packs", "extend_select", "extend_ignore", "per_file", "locked", "suppress", "exclude"})
"""The keys whose values add to those of the files that are extended; the others replace them."""
