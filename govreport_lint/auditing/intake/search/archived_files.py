"""The files in an archive, and in the archives in it, as candidates."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import closing

from msgspec.structs import replace

from ....errors import ReadError
from ....language import Text
from ....output.words.problems import Problem
from ...running.tasks import refused
from ..place import Address, Candidate
from .archives import LARGEST_INNER, LOCKED, Member, is_office_file, members_of, open_archive, read_member
from .sieve import ARCHIVE, Sieve

_TOO_DEEP = Text(
    "压缩包套了两层以上，未读取。请解压后再交",
    "an archive in an archive in an archive, not read; please unpack it",
)


def archived_files(archive: zipfile.ZipFile, whole: Candidate, sieve: Sieve) -> Iterator[Candidate]:
    """The files that are wanted; an archive that is a document is that document itself."""
    if is_office_file(archive):
        yield whole
        return
    locked = 0
    for member in members_of(archive):
        path = f"{whole.path}/{member.name}"
        if not sieve.wants(path[whole.above :]):
            continue
        if member.encrypted:
            locked += 1
            continue
        address = Address(whole.address.file, (*whole.address.members, member.number))
        one = replace(whole, path=path, address=address, modified=member.modified)
        yield from _inner(archive, member, one, sieve) if path.lower().endswith(ARCHIVE) else (one,)
    if locked:
        yield replace(whole, problem=Problem(whole.path, Text(*LOCKED).filled(count=locked)))


def _inner(archive: zipfile.ZipFile, member: Member, whole: Candidate, sieve: Sieve) -> Iterator[Candidate]:
    """The files of an archive in an archive; one in that in turn is not opened."""
    if len(whole.address.members) > 1:
        yield replace(whole, problem=Problem(whole.path, _TOO_DEEP))
        return
    try:
        data = io.BytesIO(read_member(archive, member.number, whole.path, LARGEST_INNER))
        with closing(open_archive(data, whole.path)) as inner:
            yield from archived_files(inner, whole, sieve)
    except ReadError as error:
        yield replace(whole, problem=refused(whole.path, error))
