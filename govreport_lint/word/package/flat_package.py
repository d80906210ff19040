"""A Word file as one XML file (Flat OPC): put together as the package that it describes."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile

from ...errors import ReadError
from .cursor import Cursor
from .names import SEPARATOR
from .parsing import MOST_ELEMENTS, in_utf8, make_parser, run_parser
from .refusals import DAMAGED, LEADING_OUT, TOO_LARGE, too_many_elements
from .writing import new_entry

_PACKAGE = "http://schemas.microsoft.com/office/2006/xmlPackage"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_LEAD = b"\xef\xbb\xbf \t\r\n"
_LARGEST = 32 * 1024 * 1024


def is_flat_package(root: tuple[str, str] | None) -> bool:
    """Whether the first element of an XML file, its name and attributes, is that of such a file."""
    return root is not None and root[0] == "package" and _PACKAGE in root[1]


def packed(data: bytes, path: str) -> bytes:
    """The bytes of the zip package that a flat one describes. Raises ``ReadError``."""
    reader = _Reader(in_utf8(data.lstrip(_LEAD), path, path), path)
    reader.read()
    if any(name.startswith("..") or "/../" in name for name in reader.parts):
        raise ReadError(path, *LEADING_OUT)
    if sum(map(len, reader.parts.values())) > _LARGEST:
        raise ReadError(path, *TOO_LARGE)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(new_entry("[Content_Types].xml"), _types(reader.kinds))
        for name, content in reader.parts.items():
            archive.writestr(new_entry(name), content)
    return made.getvalue()


def _types(kinds: dict[str, str]) -> str:
    from xml.sax.saxutils import quoteattr

    listed = "".join(
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>" for name, kind in kinds.items()
    )
    return f'<Types xmlns="{_TYPES}">{listed}</Types>'


class _Reader:
    """Cuts the parts out of the file: XML as it stands there, the rest decoded."""

    def __init__(self, data: bytes, path: str) -> None:
        self.parts: dict[str, bytes] = {}
        self.kinds: dict[str, str] = {}
        self._data, self._path = data, path
        self._parser = make_parser()
        self._cursor = Cursor(self._parser, data)
        self._name = ""
        self._begun = self._count = 0
        self._binary: list[str] | None = None

    def read(self) -> None:
        """Read it all. Raises ``ReadError``."""
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters
        run_parser(self._parser, self._data, self._path, self._path)

    def _start(self, element: str, given: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise ReadError(self._path, *too_many_elements(self._path))
        if element == f"{_PACKAGE}{SEPARATOR}part":
            self._name = given.get(f"{_PACKAGE}{SEPARATOR}name", "").lstrip("/")
            self.kinds[self._name] = given.get(f"{_PACKAGE}{SEPARATOR}contentType", "")
        elif element == f"{_PACKAGE}{SEPARATOR}xmlData":
            self._begun = self._cursor.after
        elif element == f"{_PACKAGE}{SEPARATOR}binaryData":
            self._binary = []

    def _characters(self, text: str) -> None:
        if self._binary is not None:
            self._binary.append(text)

    def _end(self, element: str) -> None:
        if element == f"{_PACKAGE}{SEPARATOR}xmlData":
            self.parts[self._name] = self._data[self._begun : self._cursor.at]
        elif element == f"{_PACKAGE}{SEPARATOR}binaryData" and self._binary is not None:
            try:
                self.parts[self._name] = base64.b64decode("".join(self._binary))
            except (binascii.Error, ValueError) as error:
                raise ReadError(self._path, *DAMAGED) from error
            self._binary = None
