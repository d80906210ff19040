"""The files that may be reports, of everything that was given."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from ....errors import ReadError
from ....folders import is_special, walk
from ....language import Text
from ....output.words.problems import Problem
from ...request import Request
from ...running.tasks import refused
from ..loading import open_file
from ..place import Address, Candidate, closed_error, reachable
from ..remote import address_of, remote_files
from .archived_files import archived_files
from .archives import open_archive
from .roots import Owners, Root, free_names, roots_of
from .sieve import ARCHIVE, Sieve

_NO_FILE = Text("没有这个文件或文件夹", "no such file or folder")
_CLOSED = Text("无法打开文件夹：{reason}", "the folder cannot be opened: {reason}")


def find_candidates(request: Request, sieve: Sieve) -> Iterator[Candidate]:
    """Every file that may be a report, or why it cannot even be tried; as they were given, in folders by name.

    No two have the same path and role.
    """
    roots = roots_of(request)
    owners = Owners(roots, request.out)
    taken: set[tuple[str, str]] = set()
    for root in roots:
        empty = True
        for candidate in _of_root(root, owners, sieve):
            empty = False
            free = (path for path in free_names(candidate.path) if (candidate.role, path) not in taken)
            path = next(free)
            taken.add((candidate.role, path))
            yield replace(candidate, path=path)
        if empty and root.role is not None:
            sieve.note_empty(root.name or str(root.path))


def _of_root(root: Root, owners: Owners, sieve: Sieve) -> Iterator[Candidate]:
    if root.role is None:
        return
    whole = Candidate(root.role, root.name, Address(reachable(root.path)), above=_above(root))
    elsewhere = address_of(root.path)
    if elsewhere:
        yield from _of_address(elsewhere, root, whole, owners, sieve)
    elif root.is_folder:
        yield from _of_folder(root, whole, owners, sieve)
    elif not Path(whole.address.file).exists():
        yield replace(whole, problem=Problem(root.name, _NO_FILE))
    else:
        yield from _of_file(whole, sieve)


def _of_folder(root: Root, whole: Candidate, owners: Owners, sieve: Sieve) -> Iterator[Candidate]:
    folder = whole.address.file
    closed: list[OSError] = []
    for file in walk(folder, closed.append):
        inside = "/".join(Path(file).relative_to(folder).parts)
        if owners.owns(root, file) and sieve.wants(inside, special=is_special(file)):
            path = f"{root.name}/{inside}" if root.name else inside
            yield from _of_file(replace(whole, path=path, address=Address(file)), sieve)
    for error in closed:
        name = os.path.relpath(str(error.filename), folder).replace(os.sep, "/")
        yield replace(whole, path=name, problem=Problem(name, _CLOSED.filled(reason=error.strerror)))


def _of_address(address: str, root: Root, whole: Candidate, owners: Owners, sieve: Sieve) -> Iterator[Candidate]:
    """The files below an address, or the one that stands there."""
    found = False
    try:
        for file in remote_files(address):
            found = True
            if owners.owns(root, file.address) and sieve.wants(file.inside):
                path = f"{root.name}/{file.inside}" if root.is_folder else root.name
                yield from _of_file(replace(whole, path=path, address=Address(file.address)), sieve, file.modified)
    except ReadError as error:
        yield replace(whole, path=address, problem=refused(address, error))
        return
    if not found:
        yield replace(whole, path=address, problem=Problem(address, _NO_FILE))


def _of_file(given: Candidate, sieve: Sieve, modified: str | None = None) -> Iterator[Candidate]:
    """A file as it is, an archive by its files."""
    file = given.address.file
    whole = replace(given, modified=_modified(file) if modified is None else modified)
    if not file.lower().endswith(ARCHIVE):
        yield whole
        return
    try:
        with open_file(file, whole.path) as stream, closing(open_archive(stream, whole.path)) as archive:
            yield from archived_files(archive, whole, sieve)
    except ReadError as error:
        yield replace(whole, problem=refused(whole.path, error))
    except OSError as error:
        yield replace(whole, problem=refused(whole.path, closed_error(whole.path, error)))


def _above(root: Root) -> int:
    """How much of the paths is the name of what was given; a file that was given is told by its own name."""
    holds_files = root.is_folder or root.name.lower().endswith(ARCHIVE)
    return len(root.name) + 1 if root.name and holds_files else 0


def _modified(file: str) -> str:
    """The time of a file; nothing for one that is gone, which is told when it is read."""
    try:
        return datetime.fromtimestamp(Path(file).stat().st_mtime).isoformat(timespec="seconds")
    except (OSError, ValueError, OverflowError):
        return ""
