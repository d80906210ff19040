"""Looking at a workbook before a library does: it may have been sent on, and come back as anything."""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from .....errors import ReadError

# A city of a thousand units, with every figure of theirs, has 30 MB unpacked.
_LARGEST_PART = 96 * 2**20
_LARGEST_WHOLE = 192 * 2**20
_MOST_PARTS = 2_000
_ENCRYPTED_BIT = 1
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
DAMAGED = (
    "Excel 文件不完整、已损坏或设有密码，无法读取。请在 Excel 或 WPS 中打开后另存为 .xlsx",
    "the workbook is damaged, cut short or has a password; please open it and save it as .xlsx",
)
_LARGE = ("Excel 文件展开后内容过大，未读取", "what the workbook unpacks to is too large, not read")
_HARMFUL = (
    "Excel 文件内容异常（含有文档类型声明），可能有害，未读取",
    "the workbook declares a document type, which may do harm, not read",
)


def inspect(data: bytes, name: str) -> None:
    """Raises ``ReadError`` for a file that is no workbook, or one that could do harm."""
    if data.startswith(_OLD_OFFICE):
        raise ReadError(name, *DAMAGED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS or sum(entry.file_size for entry in entries) > _LARGEST_WHOLE:
                raise ReadError(name, *_LARGE)
            for entry in entries:
                _inspect_part(archive, entry, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise ReadError(name, *DAMAGED) from error


def _inspect_part(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> None:
    if entry.flag_bits & _ENCRYPTED_BIT:
        raise ReadError(name, *DAMAGED)
    if entry.file_size > _LARGEST_PART:
        raise ReadError(name, *_LARGE)
    if not entry.filename.lower().endswith((".xml", ".rels")):
        return
    content = archive.read(entry)
    # In another encoding a declaration could hide from the search.
    if _DOCTYPE.search(content) or content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:64]:
        raise ReadError(name, *_HARMFUL)
