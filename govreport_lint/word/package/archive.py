"""The package of a Word file: a zip archive, opened with care.

Nothing is unpacked to the disk and no name in it is used as a path; every part is read up to a limit.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib

from msgspec import Struct

from ...errors import ReadError
from .parsing import walk
from .refusals import (
    DAMAGED,
    ENCRYPTED,
    LEADING_OUT,
    MOST_MEGABYTES,
    NO_TEXT,
    OTHER_METHOD,
    TOO_LARGE,
    TOO_MANY,
    part_too_large,
)

# A report has 0.3 MB of text and markup; WPS files with tracked changes reach 5 MB.
LARGEST_PART = 16 * 1024 * 1024
_LARGEST_LIST = 512 * 1024
_END_OF_LIST = b"PK\x05\x06"
_ENCRYPTED = 1
_OFFICE_DOCUMENT = "/officeDocument"
_MAIN_TYPES = ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml")


class Relationship(Struct, frozen=True):
    """A link of a part: the end of its type (``comments``), and the name of the part that it leads to."""

    id: str
    type: str
    target: str


# A member whose place, size or packing is not what the archive says of it.
_UNREADABLE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class Package:
    """A package in memory. ``path`` is its file in messages."""

    def __init__(self, archive: zipfile.ZipFile, path: str) -> None:
        self.archive = archive
        self.path = path
        self._entries = {info.filename.lower(): info for info in archive.infolist()}

    def find(self, part: str) -> str | None:
        """The name of a part as the archive writes it; None where there is no such part."""
        info = self._entries.get(part.lower())
        return info.filename if info else None

    def read(self, part: str) -> bytes | None:
        """The bytes of a part, None where there is none. Raises ``ReadError`` for one that cannot be unpacked."""
        info = self._entries.get(part.lower())
        if info is None:
            return None
        if info.file_size > LARGEST_PART:
            raise ReadError(self.path, *part_too_large(part))
        try:
            with self.archive.open(info) as stream:
                return stream.read(LARGEST_PART)
        except _UNREADABLE as error:
            raise ReadError(self.path, *DAMAGED) from error

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Where a part leads to within the package; what lies outside is left out."""
        folder, name = posixpath.split(part)
        data = self.read(relationships_part(part))
        found: list[Relationship] = []

        def start(_element: str, given: dict[str, str]) -> None:
            if "Target" in given and given.get("TargetMode") != "External":
                named = given["Target"].replace("\\", "/")
                target = posixpath.normpath(posixpath.join("/", folder, named)).lstrip("/")
                found.append(Relationship(given.get("Id", ""), given.get("Type", ""), target))

        if data is not None:
            walk(data, self.path, name, start)
        return tuple(found)

    def related(self, part: str, kind: str) -> str | None:
        """The first part of a kind (``styles``) that a part leads to; None where there is none."""
        for link in self.relationships(part):
            if link.type.endswith("/" + kind):
                return self.find(link.target)
        return None

    def main_part(self) -> str:
        """The part that holds the document. Raises ``ReadError`` when there is none."""
        for link in self.relationships(""):
            name = self.find(link.target)
            if link.type.endswith(_OFFICE_DOCUMENT) and name:
                return name
        name = self.find("word/document.xml") or self._typed_part()
        if name is None:
            raise ReadError(self.path, *NO_TEXT)
        return name

    def _typed_part(self) -> str | None:
        """The part that the list of types calls a Word document."""
        data = self.read("[Content_Types].xml")
        found: list[str] = []

        def start(_element: str, given: dict[str, str]) -> None:
            if given.get("ContentType", "").endswith(_MAIN_TYPES):
                found.append(given.get("PartName", "").lstrip("/"))

        if data is not None:
            walk(data, self.path, "[Content_Types].xml", start)
        return next((name for part in found if (name := self.find(part))), None)


def relationships_part(part: str) -> str:
    """The name of the part that holds the links of a part; of the package itself for an empty name."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def open_package(data: bytes, path: str) -> Package:
    """The package in the bytes of a file. Raises ``ReadError`` for one that is damaged, encrypted or harmful."""
    _check_list(data, path)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise ReadError(path, *DAMAGED) from error
    entries = archive.infolist()
    for info in entries:
        # Some programs write the paths of their system.
        info.filename = info.filename.replace("\\", "/")
    if any(info.flag_bits & _ENCRYPTED for info in entries):
        raise ReadError(path, *ENCRYPTED)
    if any(info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for info in entries):
        raise ReadError(path, *OTHER_METHOD)
    if any(_leads_out(info.filename) for info in entries):
        raise ReadError(path, *LEADING_OUT)
    if sum(info.file_size for info in entries) > MOST_MEGABYTES * 1024 * 1024:
        raise ReadError(path, *TOO_LARGE)
    return Package(archive, path)


def _check_list(data: bytes, path: str) -> None:
    """Look at the size of the archive's list before it is read: a hundred thousand names fit into a small file."""
    at = data.rfind(_END_OF_LIST, -65_557)
    if at < 0 or at + 22 > len(data):
        raise ReadError(path, *DAMAGED)
    size = struct.unpack_from("<L", data, at + 12)[0]
    if size > _LARGEST_LIST:
        raise ReadError(path, *TOO_MANY)


def _leads_out(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or parts[0].endswith(":")
