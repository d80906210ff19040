"""A modern file (.docx, .xlsx) out of an older one."""

from __future__ import annotations

from ..errors import ReadError
from .kinds import is_encrypted, office_kind
from .libreoffice import convert

_PASSWORD = ("文件设有密码，无法读取。请去掉密码后再检查", "the file has a password; please remove it")
_UNKNOWN = ("不是 Word、WPS 或 OpenDocument 文件", "no file of Word, WPS or OpenDocument")


def modern(data: bytes, name: str) -> tuple[bytes, str]:
    """The file as .docx or .xlsx, and which of both; raises ``ReadError``."""
    if is_encrypted(data):
        raise ReadError(name, *_PASSWORD)
    kind = office_kind(data)
    if kind is None:
        raise ReadError(name, *_UNKNOWN)
    return convert(data, kind.suffix, kind.target, name), kind.target
