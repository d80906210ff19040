"""What a unit has handed in, before any report is read closely: the subject of the rules about the set itself."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class FilingStatus(StrEnum):
    """The state of a unit in the county's list, in the office's words."""

    SUBMITTED = "已报"
    MISSING = "缺报"
    TWICE = "重报"
    UNREADABLE = "不可读"
    UNLISTED = "未列名单"


class Version(Struct, frozen=True):
    """A file that holds a report of the unit. ``reason``: the words that put it in its order (终稿, date …)."""

    path: str
    sha256: str
    reason: str = ""


class Filing(Struct, frozen=True, kw_only=True):
    """A unit and its files; or a report that belongs to no unit of the list (``unit`` is then empty).

    ``chosen`` is the version that counts, None where there is none or where two differ without an order
    (``undecided``); ``by`` why it was chosen, in the office's words. ``printed`` are the names on a report of no
    unit, ``nearest`` the units that they may mean.
    """

    unit: str
    due: bool = True
    status: FilingStatus = FilingStatus.SUBMITTED
    versions: tuple[Version, ...] = ()
    copies: tuple[str, ...] = ()
    chosen: Version | None = None
    by: str = ""
    undecided: bool = False
    printed: tuple[str, ...] = ()
    nearest: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
