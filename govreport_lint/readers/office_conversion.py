"""Older office files (.doc, .wps, .odt, .rtf, .xls), read by way of LibreOffice."""

from __future__ import annotations

from msgspec.structs import replace

from ..language import Text
from ..office.conversion import Converter
from ..office.kinds import is_encrypted, office_kind
from ..opened import Opened

_NOTE = Text("由 LibreOffice 转换后读取", "read by way of LibreOffice")


def recognises(data: bytes) -> bool:
    """Whether the bytes are those of an office file that has to be converted, or that has a password."""
    return is_encrypted(data) or office_kind(data) is not None


def open_converted(data: bytes, name: str, convert: Converter) -> Opened:
    """Read such a file; raises ``ReadError`` when it cannot be converted or read."""
    new, target = convert(data, name)
    kind = office_kind(data)
    opened = _open(new, name, target)
    document = opened.document
    notes = (*document.notes, _NOTE)
    return replace(opened, document=replace(document, format=kind.name if kind else target, notes=notes))


def _open(data: bytes, name: str, target: str) -> Opened:
    if target == "xlsx":
        from .workbook.reader import read_xlsx

        return Opened(read_xlsx(data, name), data)
    from .word.reader import open_docx

    return open_docx(data, name)
