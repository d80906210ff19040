"""Texts of cells as people see them, and the names of the parts as the library expects them."""

from __future__ import annotations

import io
import zipfile
import zlib


def printed_text(value: object) -> object:
    """The value of a cell; of a text in several formats without what is struck out or the raised mark of a note."""
    if not isinstance(value, list):
        return value
    pieces = [(str(piece), getattr(piece, "font", None)) for piece in value]
    kept = [(text, font) for text, font in pieces if not (font is not None and font.strike)]
    plain = [text for text, font in kept if font is None or font.vertAlign != "superscript"]
    return "".join(plain) if any(text.strip() for text in plain) else "".join(text for text, _ in kept)


def with_plain_names(data: bytes) -> bytes:
    """The archive with slashes in the names of its parts where a program wrote backslashes."""
    if b"xl\\" not in data and b"_rels\\" not in data:
        return data
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            if sum(info.file_size for info in old.infolist()) > _LARGEST:
                return data
            for info in old.infolist():
                new.writestr(info.filename.replace("\\", "/"), old.read(info))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError, RuntimeError):
        return data
    return made.getvalue()


_LARGEST = 32 * 2**20
