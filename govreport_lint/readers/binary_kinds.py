"""Files that are not text, told by their first bytes, and what to say of them."""

from __future__ import annotations

import io
import struct

from ..language import Text

_PICTURE = Text(
    "这是图片（{kind}），图片中的文字无法检查。请提供报告的网页或文本文件",
    "a picture ({kind}), whose text cannot be checked; please give the report as a page or as text",
)
_ARCHIVE = Text(
    "这是 {kind} 压缩包。请解压后检查其中的文件", "a {kind} archive; please unpack it and check the files in it"
)
_PROGRAM = Text("这是程序文件，不是报告", "a program, no report")
_OLD_OFFICE = Text(
    "这是旧版 Office 文件，但不是 .doc、.wps 或 .xls，或者已损坏。请在 Word 或 WPS 中另存为 .docx 后再检查",
    "an older office file that is no .doc, .wps or .xls, or a damaged one; please save it as .docx in Word or WPS",
)
# What a file begins with, and the sentence for people.
_MAGICS = (
    (b"%PDF-", Text("这是 PDF 文件，不是文本", "a PDF, no text")),
    (b"{\\rtf", Text("这是 RTF 文件，不是文本", "an RTF file, no text")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (b"\x89PNG\r\n\x1a\n", _PICTURE.filled(kind="PNG")),
    (b"\xff\xd8\xff", _PICTURE.filled(kind="JPEG")),
    (b"GIF87a", _PICTURE.filled(kind="GIF")),
    (b"GIF89a", _PICTURE.filled(kind="GIF")),
    (b"II*\0", _PICTURE.filled(kind="TIFF")),
    (b"MM\0*", _PICTURE.filled(kind="TIFF")),
    (b"Rar!\x1a\x07", _ARCHIVE.filled(kind="RAR")),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE.filled(kind="7z")),
    (b"\x1f\x8b", _ARCHIVE.filled(kind="gzip")),
    (b"SQLite format 3\0", Text("这是 SQLite 数据库，不是报告", "an SQLite database, no report")),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\0", _PROGRAM),
)
# Office files are zip archives; the names of their parts tell them apart.
_LIST_END = b"PK\x05\x06"
_ZIP_MAGICS = (b"PK\x03\x04", _LIST_END)
_DAMAGED = Text(
    "这是 {kind} 文件（{suffix}），但不完整或已损坏。请在 {kind} 或 WPS 中打开后另存一份",
    "a {kind} file ({suffix}) that is cut short or damaged; please open it in {kind} or WPS and save it anew",
)
_ZIP_PARTS = (
    (b"word/", _DAMAGED.filled(kind="Word", suffix=".docx")),
    (b"xl/", _DAMAGED.filled(kind="Excel", suffix=".xlsx")),
    (
        b"ppt/",
        Text(
            "这是 PowerPoint 文件（.pptx），不是报告文本。请提供报告的网页或文本文件",
            "a PowerPoint file (.pptx); please give the report as a page or as text",
        ),
    ),
    (
        b"OFD.xml",
        Text(
            "这是 OFD 版式文件。请用报告的 Word 原稿另存为网页（.html）后再检查",
            "an OFD file; please save the report as a page (.html) from its Word file",
        ),
    ),
)
_CUT_OFF = Text(
    "文件不完整或已损坏（像是没有下载完的 Word、Excel 文件或压缩包）。请重新下载，或在 Word、WPS 中打开后另存一份",
    "cut short or damaged (like a Word or Excel file or an archive whose download stopped); please fetch it again, "
    "or open it in Word or WPS and save it anew",
)
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
    end = data.rfind(_LIST_END, -_SEARCHED)
    if end >= 0 and end + 22 <= len(data):
        size, start = struct.unpack_from("<LL", data, end + 12)
        if start + size <= len(data) and size:
            return data[start : start + min(size, _SEARCHED)]
    return data[:_SEARCHED]


def binary_kind(data: bytes) -> Text | None:
    """What a file is that is not text, and what to do with it; None when its beginning is unsuspicious."""
    if data.startswith(_ZIP_MAGICS):
        listed = _listed(data)
        other = _ARCHIVE.filled(kind="ZIP") if _LIST_END in data else _CUT_OFF
        return next((reason for part, reason in _ZIP_PARTS if part in listed), other)
    return next((reason for magic, reason in _MAGICS if data.startswith(magic)), None)
