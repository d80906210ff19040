"""A .zip archive, opened with care: nothing is unpacked to the disk, and every file in it is read up to a limit."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from datetime import datetime
from typing import IO

from msgspec import Struct

from ....errors import ReadError
from ....readers.opening import LARGEST, too_large
from .archive_names import names_of

# A city hands in 4,000 reports.
MOST_MEMBERS = 50_000
# Reports in .zip shrink to a tenth, long tables of zeros to a fiftieth.
_MOST_TIMES, _HARMLESS = 200, 200 * 2**20
# An archive in an archive is held in memory.
LARGEST_INNER = 100 * 2**20
_LARGEST_LIST = 16 * 2**20
_END_OF_LIST = struct.Struct("<4s4H2LH")
_LONGEST_END = _END_OF_LIST.size + 65_535
_ENCRYPTED = 1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)

_DAMAGED = (
    "压缩包不完整或已损坏，无法解开。请重新压缩后再交",
    "the archive is cut off or damaged; please pack it again",
)
_MEMBER_DAMAGED = (
    "压缩包中的这个文件已损坏，无法解开。请重新压缩后再交",
    "damaged in its archive; please pack it again",
)
_TOO_MANY = (
    f"压缩包中的文件过多（超过 {MOST_MEMBERS} 个），未读取",
    f"more than {MOST_MEMBERS} files in the archive, not read",
)
_BOMB = (
    "压缩包内容异常（解压后是压缩包的 {times} 倍），可能有害，未读取",
    "the archive unpacks to {times} times its size; it may be harmful and was not read",
)
LOCKED = (
    "压缩包设有密码，其中 {count} 个文件无法读取。请去掉密码后再交",
    "{count} files in the archive have a password; please remove it",
)


class Member(Struct, frozen=True):
    """A file in an archive: its number and its name there, its time (ISO), whether it has a password."""

    number: int
    name: str
    modified: str
    encrypted: bool


def open_archive(file: IO[bytes], path: str) -> zipfile.ZipFile:
    """The archive in a file; raises ``ReadError`` for one that is damaged or harmful."""
    try:
        size = _list_size(file)
        if size is None or size > _LARGEST_LIST:
            raise ReadError(path, *(_DAMAGED if size is None else _TOO_MANY))
        archive = zipfile.ZipFile(file)
        packed = file.seek(0, io.SEEK_END)
    except _UNREADABLE as error:
        raise ReadError(path, *_DAMAGED) from error
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ReadError(path, *_TOO_MANY)
    unpacked = sum(info.file_size for info in members)
    if unpacked > _HARMLESS and unpacked > _MOST_TIMES * packed:
        raise ReadError(path, *(words.format(times=unpacked // packed) for words in _BOMB))
    return archive


def _list_size(file: IO[bytes]) -> int | None:
    """How large the archive's list is, told before it is read; None where there is none."""
    size = file.seek(0, io.SEEK_END)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read(_LONGEST_END)
    at = end.rfind(b"PK\x05\x06")
    if at < 0 or at + _END_OF_LIST.size > len(end):
        return None
    return int(_END_OF_LIST.unpack_from(end, at)[5])


def members_of(archive: zipfile.ZipFile) -> list[Member]:
    """The files of an archive, by name; folders left out."""
    infos = archive.infolist()
    found = [
        Member(number, name, _time(info), bool(info.flag_bits & _ENCRYPTED))
        for number, (info, name) in enumerate(zip(infos, names_of(infos), strict=True))
        if name and not name.endswith("/")
    ]
    return sorted(found, key=lambda member: (member.name, member.number))


def is_office_file(archive: zipfile.ZipFile) -> bool:
    """Whether the archive is itself a document, whatever it is called."""
    names = {info.filename for info in archive.infolist()}
    return "[Content_Types].xml" in names or "mimetype" in names or "OFD.xml" in names


def read_member(archive: zipfile.ZipFile, number: int, path: str, largest: int = LARGEST) -> bytes:
    """The bytes of a file in an archive; raises ``ReadError``."""
    infos = archive.infolist()
    if number >= len(infos):
        raise ReadError(path, *_MEMBER_DAMAGED)
    if infos[number].file_size > largest:
        raise too_large(path, infos[number].file_size, largest)
    try:
        with archive.open(infos[number]) as stream:
            return stream.read(largest)
    except _UNREADABLE as error:
        raise ReadError(path, *_MEMBER_DAMAGED) from error


def _time(info: zipfile.ZipInfo) -> str:
    try:
        return datetime(*info.date_time).isoformat(timespec="seconds")
    except ValueError:
        return ""
