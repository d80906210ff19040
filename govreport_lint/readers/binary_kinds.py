"""Files that are not text, told by their first bytes, and what to say of them."""

from __future__ import annotations

# What a file begins with, and the sentence for people.
_MAGICS = (
    (b"%PDF-", "这是 PDF 文件，不是文本。请用报告的 Word 原稿另存为网页（.html）后再检查"),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "这是旧版 Office 文件（.doc、.xls 或 .wps）。请在 Word 或 WPS 中另存为网页（.html）后再检查",
    ),
    (b"{\\rtf", "这是 RTF 文件。请在 Word 或 WPS 中另存为网页（.html）后再检查"),
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
    (b"word/", "这是 Word 文件（.docx），不是文本。请在 Word 或 WPS 中另存为网页（.html）后再检查"),
    (b"xl/", "这是 Excel 文件（.xlsx），不是报告文本。请提供报告的网页或文本文件"),
    (b"ppt/", "这是 PowerPoint 文件（.pptx），不是报告文本。请提供报告的网页或文本文件"),
    (b"OFD.xml", "这是 OFD 版式文件。请用报告的 Word 原稿另存为网页（.html）后再检查"),
    (b"opendocument.text", "这是 OpenDocument 文件（.odt）。请另存为网页（.html）后再检查"),
)
_ZIP = "这是 ZIP 压缩包。请解压后检查其中的文件"
_SEARCHED = 1 << 20


def is_docx(data: bytes) -> bool:
    """Whether the bytes are those of a Word file, whole or cut off."""
    ends = data[:_SEARCHED] + data[-_SEARCHED:]
    return data.startswith(_ZIP_MAGICS) and b"word/document" in ends and b"xl/workbook" not in ends


def binary_kind(data: bytes) -> str | None:
    """What a file is that is not text, and what to do with it; None when its beginning is unsuspicious."""
    if data.startswith(_ZIP_MAGICS):
        # The list of parts stands at the end of an archive, the parts themselves from the beginning.
        ends = data[:_SEARCHED] + data[-_SEARCHED:]
        return next((reason for part, reason in _ZIP_PARTS if part in ends), _ZIP)
    return next((reason for magic, reason in _MAGICS if data.startswith(magic)), None)
