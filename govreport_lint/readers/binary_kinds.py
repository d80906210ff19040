"""Files that are not text, told by their first bytes, and what to say of them."""

from __future__ import annotations

import io
import struct

# What a file begins with, and the sentence for people.
_MAGICS = (
    (b"%PDF-", "这是 PDF 文件，不是文本"),
    (b"{\\rtf", "这是 RTF 文件，不是文本"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "这是旧版 Office 文件，但不是 .doc、.wps 或 .xls，或者已损坏。请在 Word 或 WPS 中另存为 .docx 后再检查",
    ),
    (b"\x89PNG\r\n\x1a\n", "这是图片（PNG），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"\xff\xd8\xff", "这是图片（JPEG），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"GIF87a", "这是图片（GIF），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"GIF89a", "这是图片（GIF），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"II*\0", "这是图片（TIFF），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"MM\0*", "这是图片（TIFF），图片中的文字无法检查。请提供报告的网页或文本文件"),
    (b"Rar!\x1a\x07", "这是 RAR 压缩包。请解压后检查其中的文件"),
    (b"7z\xbc\xaf\x27\x1c", "这是 7z 压缩包。请解压后检查其中的文件"),
    (b"\x1f\x8b", "这是 gzip 压缩包。请解压后检查其中的文件"),
    (b"SQLite format 3\0", "这是 SQLite 数据库，不是报告"),
    (b"\x7fELF", "这是程序文件，不是报告"),
    (b"MZ\x90\0", "这是程序文件，不是报告"),
)
# Office files are zip archives; the names of their parts tell them apart.
_ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_PARTS = (
    (b"word/", "这是 Word 文件（.docx），但不完整或已损坏。请在 Word 或 WPS 中打开后另存一份"),
    (b"xl/", "这是 Excel 文件（.xlsx），但不完整或已损坏。请在 Excel 或 WPS 中打开后另存一份"),
    (b"ppt/", "这是 PowerPoint 文件（.pptx），不是报告文本。请提供报告的网页或文本文件"),
    (b"OFD.xml", "这是 OFD 版式文件。请用报告的 Word 原稿另存为网页（.html）后再检查"),
)
_ZIP = "这是 ZIP 压缩包。请解压后检查其中的文件"
_SEARCHED = 1 << 20


# What old programs and mail put before the first byte of a file that is no text.
_LEAD = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
_MOST_LEAD = 1024
_LARGEST_TYPES = 1 << 18


def without_lead(data: bytes) -> bytes:
    """The bytes of a binary file without blanks, line ends and marks before it; those of a text as they are."""
    rest = data[:_MOST_LEAD].lstrip(_LEAD)
    lead = min(len(data), _MOST_LEAD) - len(rest)
    known = (*_ZIP_MAGICS, *(magic for magic, _ in _MAGICS))
    return data[lead:] if lead and rest.startswith(known) else data


def is_docx(data: bytes) -> bool:
    """Whether the bytes are those of a Word file, whole or cut off."""
    return _holds(data, b"word/document", b"wordprocessingml")


def is_xlsx(data: bytes) -> bool:
    """Whether the bytes are those of a workbook, whole or cut off; one with binary parts (.xlsb) is another kind."""
    return _holds(data, b"xl/workbook", b"spreadsheetml") and b"xl/workbook.bin" not in _listed(data)


def _holds(data: bytes, part: bytes, kind: bytes) -> bool:
    """Whether an archive has the part that its kind always has or, under another name, one of that kind."""
    if not data.startswith(_ZIP_MAGICS):
        return False
    listed = _listed(data).replace(b"\\", b"/").lower()
    if part in listed:
        return True
    usual = (b"word/document", b"xl/workbook", b"ppt/")
    return not any(name in listed for name in usual) and kind + b"." in _types(data)


def _types(data: bytes) -> bytes:
    """The list of what the parts of an office archive are; nothing where there is none."""
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("[Content_Types].xml") as part:
            return part.read(_LARGEST_TYPES)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError):
        return b""


def _listed(data: bytes) -> bytes:
    """The list of an archive's parts, which stands at its end; of one that is cut off, the parts themselves.

    A chart in a Word file holds a whole workbook, so the names in the list alone tell what the file is.
    """
    end = data.rfind(b"PK\x05\x06", -_SEARCHED)
    if end >= 0 and end + 22 <= len(data):
        size, start = struct.unpack_from("<LL", data, end + 12)
        if start + size <= len(data) and size:
            return data[start : start + min(size, _SEARCHED)]
    return data[:_SEARCHED]


def binary_kind(data: bytes) -> str | None:
    """What a file is that is not text, and what to do with it; None when its beginning is unsuspicious."""
    if data.startswith(_ZIP_MAGICS):
        listed = _listed(data)
        return next((reason for part, reason in _ZIP_PARTS if part in listed), _ZIP)
    return next((reason for magic, reason in _MAGICS if data.startswith(magic)), None)
