"""Office files that LibreOffice converts, told by their content: .doc, .wps, .xls, .odt, .ods, .rtf."""

from __future__ import annotations

from msgspec import Struct

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_FLAT = b"application/vnd.oasis.opendocument."
# The names of the streams in an OLE file stand in its folder in UTF-16.
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_SHEET_STREAMS = tuple(f"{name}\0".encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


class OfficeKind(Struct, frozen=True):
    """A kind of file: its name, the ending that LibreOffice is given, and what it is converted to."""

    name: str
    suffix: str
    target: str = "docx"


_DOC = OfficeKind("doc", ".doc")
_XLS = OfficeKind("xls", ".xls", "xlsx")
_BY_TYPE = {b"text": OfficeKind("odt", ".odt"), b"spreadsheet": OfficeKind("ods", ".ods", "xlsx")}


def office_kind(data: bytes) -> OfficeKind | None:
    """The kind of an office file that has to be converted; None for any other file."""
    if data.startswith(OLE):
        if _WORD_STREAM in data:
            return _DOC
        return _XLS if any(stream in data for stream in _SHEET_STREAMS) else None
    if data.startswith(_RTF):
        return OfficeKind("rtf", ".rtf")
    at = data.find(_FLAT, 0, 128) if data.startswith(_ZIP) else -1
    if at < 0:
        return None
    name = data[at + len(_FLAT) :]
    return next((kind for start, kind in _BY_TYPE.items() if name.startswith(start)), None)


def is_encrypted(data: bytes) -> bool:
    """Whether the file is a Word or Excel file with a password: an OLE file around an encrypted package."""
    return data.startswith(OLE) and _ENCRYPTED_STREAM in data
