"""What the audit was given: folders, archives and files, each with its part; a file has the part of the nearest."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

from msgspec import Struct

from ....readers.formats import suffixes
from ...entry import Role
from ...request import Request
from ..place import reachable
from ..remote import address_of
from .sieve import ARCHIVE

# The papers as ``papers`` names them, where they are written among the reports; ``audit-2.xlsx`` stands beside an
# ``audit.xlsx`` that was open.
_PAPER = re.compile(
    r"(?:audit|公布情况|county-draft)(?:-\d+)?\.(?:xlsx|html|docx|json|duckdb)"
    r"|(?:state|units)(?:-\d+)?\.(?:json|csv)|records(?:-\d+)?\.parquet|letters/.*",
    re.IGNORECASE | re.DOTALL,
)


class Root(Struct, frozen=True):
    """Something that was given. ``name``: what the paths in it begin with, empty where one folder was given; ``role``
    is None for the lists and papers that are no reports."""

    path: Path
    role: Role | None
    name: str
    is_folder: bool


def roots_of(request: Request) -> tuple[Root, ...]:
    """Everything that was given, the county's report last."""
    county = (request.county,) if request.county else ()
    found = [
        *_named(request.reports, Role.CURRENT),
        *_named(request.previous, Role.PREVIOUS),
        *_named(county, Role.COUNTY),
    ]
    papers = (path for path in (request.units, request.workbook, request.out) if path is not None)
    return (*found, *(Root(path, None, "", _is_folder(path)) for path in papers))


def _named(paths: Sequence[Path], role: Role) -> list[Root]:
    """With several folders each path begins with its folder's own name, so that none is told like another."""
    unique = list(dict.fromkeys(paths))
    found: list[Root] = []
    for path in unique:
        folder = _is_folder(path)
        name = Path(reachable(path)).name if len(unique) > 1 or not folder else ""
        found.append(Root(path, role, _free(name, found) if name else "", folder))
    return found


def _is_folder(path: Path) -> bool:
    """Whether files are looked for in it; of an address its ending tells."""
    if address_of(path):
        return path.suffix.lower() not in (*suffixes(), ARCHIVE)
    return Path(reachable(path)).is_dir()


def _free(name: str, taken: Sequence[Root]) -> str:
    names = {root.name for root in taken}
    return next(free for free in free_names(name) if free not in names)


def free_names(path: str) -> Iterator[str]:
    """``年报.docx``, and what it is called where that is taken: ``年报 (2).docx`` …"""
    yield path
    stem, suffix = os.path.splitext(path)  # noqa: PTH122 -- no path of this system
    yield from (f"{stem} ({number}){suffix}" for number in count(2))


class Owners:
    """Which root a file belongs to: the nearest one above it. What an audit has written into ``out`` is nobody's."""

    def __init__(self, roots: Sequence[Root], out: Path) -> None:
        self._places = [_parts(reachable(root.path)) for root in roots]
        self._out = _parts(reachable(out))

    def owns(self, root: Root, file: str) -> bool:
        """Whether no other root lies nearer to the file: last year's folder may stand in this year's."""
        parts = _parts(file)
        own = _parts(reachable(root.path))
        if own == self._out and _PAPER.fullmatch("/".join(parts[len(own) :])):
            return False
        return not any(len(place) > len(own) and parts[: len(place)] == place for place in self._places)


def _parts(name: str) -> tuple[str, ...]:
    return Path(os.path.normcase(name)).parts
