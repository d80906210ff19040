"""Office files that LibreOffice converts, told by their content: .doc, .wps, .xls, .odt, .ods, .rtf, XML of Office."""

from __future__ import annotations

import io
import re

from msgspec import Struct

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
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
_XLSB = OfficeKind("xlsb", ".xlsb", "xlsx")
WORD_2003 = OfficeKind("word-xml", ".xml")
_STRICT = OfficeKind("xlsx", ".xlsx", "xlsx")
# What a document in one XML file begins with, and a word of that first tag that tells it from others.
_BY_ROOT = (
    ("wordDocument", "office/word/2003/wordml", WORD_2003),
    ("Workbook", "office:spreadsheet", OfficeKind("excel-xml", ".xml", "xlsx")),
    ("document", "opendocument.text", OfficeKind("fodt", ".fodt")),
    ("document", "opendocument.spreadsheet", OfficeKind("fods", ".fods", "xlsx")),
    ("UOF", "vnd.uof.text", OfficeKind("uot", ".uot")),
    ("UOF", "vnd.uof.spreadsheet", OfficeKind("uos", ".uos", "xlsx")),
)
_ROOT = re.compile(r"(?:\s|<\?[^>]*\?>|<!--(?:(?!-->).)*-->)*<(?:[\w.-]+:)?(\w+)\b([^>]*)>", re.DOTALL)
_HEAD = 16_384
_LIST = 1 << 20


def office_kind(data: bytes) -> OfficeKind | None:
    """The kind of an office file that has to be converted; None for any other file."""
    if data.startswith(OLE):
        if _WORD_STREAM in data:
            return _DOC
        return _XLS if any(stream in data for stream in _SHEET_STREAMS) else None
    if data.startswith(_RTF):
        return OfficeKind("rtf", ".rtf")
    return _zip_kind(data) if data.startswith(_ZIP) else _xml_kind(data[:_HEAD])


def xml_root(head: bytes) -> tuple[str, str] | None:
    """The name of the first element of an XML file and the attributes of its tag; None for what is none.

    A file that declares a document type is none of Office, and may do harm.
    """
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    match = _ROOT.match(head.decode(encoding, "replace"))
    return (match[1], match[2]) if match else None


def _xml_kind(head: bytes) -> OfficeKind | None:
    root = xml_root(head)
    if root is None:
        return None
    return next((kind for name, word, kind in _BY_ROOT if root[0] == name and word in root[1]), None)


def _zip_kind(data: bytes) -> OfficeKind | None:
    at = data.find(_OPEN_DOCUMENT, 0, 128)
    if at >= 0:
        name = data[at + len(_OPEN_DOCUMENT) :]
        return next((kind for start, kind in _BY_TYPE.items() if name.startswith(start)), None)
    end = data[-_LIST:]
    if b"xl/workbook.bin" in end:
        return _XLSB
    return _STRICT if b"xl/workbook.xml" in end and _is_strict(data) else None


def _is_strict(data: bytes) -> bool:
    """Whether a workbook is written in the strict names of the standard, which only Office itself reads."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("xl/workbook.xml") as part:
            return b"http://purl.oclc.org/ooxml/spreadsheetml/main" in part.read(_HEAD)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError):
        return False


def is_encrypted(data: bytes) -> bool:
    """Whether the file is a Word or Excel file with a password: an OLE file around an encrypted package."""
    return data.startswith(OLE) and _ENCRYPTED_STREAM in data
