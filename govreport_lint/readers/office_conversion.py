"""Older office files (.doc, .wps, .odt, .rtf, .xls), read by way of LibreOffice."""

from __future__ import annotations

from msgspec.structs import replace

from ..document import Document
from ..language import Text
from ..office.kinds import is_encrypted, office_kind

_NOTE = Text("由 LibreOffice 转换后读取", "read by way of LibreOffice")


def recognises(data: bytes) -> bool:
    """Whether the bytes are those of an office file that has to be converted, or that has a password."""
    return is_encrypted(data) or office_kind(data) is not None


def read_converted(data: bytes, name: str) -> Document:
    """Read such a file; raises ``ReadError`` when it cannot be converted or read."""
    from ..office.conversion import modern

    new, target = modern(data, name)
    kind = office_kind(data)
    if target == "xlsx":
        from .workbook.reader import read_xlsx

        document = read_xlsx(new, name)
    else:
        from .word.reader import read_docx

        document = read_docx(new, name)
    notes = (*document.notes, _NOTE)
    return replace(document, format=kind.name if kind else target, notes=notes)
