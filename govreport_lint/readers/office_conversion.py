"""Older office files (.doc, .wps, .odt, .rtf, .xls), read by way of LibreOffice."""

from __future__ import annotations

from msgspec.structs import replace

from ..document import Document
from ..errors import ReadError
from .libreoffice import convert
from .office_kinds import is_encrypted, office_kind

_PASSWORD = "文件设有密码，无法读取。请去掉密码后再检查"
_NOTE = "由 LibreOffice 转换后读取"


def recognises(data: bytes) -> bool:
    """Whether the bytes are those of an office file that has to be converted, or that has a password."""
    return is_encrypted(data) or office_kind(data) is not None


def modern(data: bytes, name: str) -> tuple[bytes, str]:
    """The file as .docx or .xlsx, and which of both; raises ``ReadError``."""
    if is_encrypted(data):
        raise ReadError(name, _PASSWORD)
    kind = office_kind(data)
    if kind is None:
        raise ReadError(name, "不是 Word、WPS 或 OpenDocument 文件")
    return convert(data, kind.suffix, kind.target, name), kind.target


def read_converted(data: bytes, name: str) -> Document:
    """Read such a file; raises ``ReadError`` when it cannot be converted or read."""
    new, target = modern(data, name)
    kind = office_kind(data)
    if target == "xlsx":
        from .xlsx import read_xlsx

        document = read_xlsx(new, name)
    else:
        from .docx import read_docx

        document = read_docx(new, name)
    notes = (*document.notes, _NOTE)
    return replace(document, format=kind.name if kind else target, notes=notes)
