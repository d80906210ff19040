"""Characters, rules and pictures of a PDF by way of PDFium, the only file that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from .drawing import drawing
from .frame import Frame
from .page import Box, Character, Page, Pages

MOST_PAGES = 200
# A report has 2,000 to 20,000.
MOST_CHARACTERS = 400_000
_GENERATED = 1
_PASSWORD = 4
# In sizes of the type; for upright type PDFium gives boxes of any size.
_LARGEST_BOX = 3.0
_SLANT = 0.1


def read_pages(data: bytes) -> Pages:
    """The pages of a file, or its fault; raises ``MemoryError`` at the limit of the process."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Pages(fault="password" if getattr(error, "err_code", 0) == _PASSWORD else "damaged")
    if len(document) > MOST_PAGES:
        return Pages(fault="long")
    pages: list[Page] = []
    unmapped = characters = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            return Pages(fault="damaged")
        read, lost = _read(page, number + 1)
        page.close()
        pages.append(read)
        unmapped += lost
        characters += len(read.characters)
        if characters > MOST_CHARACTERS:
            return Pages(fault="large")
    return Pages(tuple(pages), None, unmapped)


def _read(page: pypdfium2.PdfPage, number: int) -> tuple[Page, int]:
    """A page and how many of its characters have no meaning."""
    frame = Frame(page.get_cropbox(), page.get_rotation())
    text = page.get_textpage()
    try:
        size = pdfium.FPDFText_CountChars(text)
        if size > MOST_CHARACTERS:
            raise MemoryError
        lost = sum(pdfium.FPDFText_HasUnicodeMapError(text, index) == 1 for index in range(size))
        characters = tuple(_characters(text, size, frame))
    finally:
        text.close()
    rules, pictures = drawing(page, frame)
    width, height = frame.size
    return Page(number, width, height, characters, tuple(rules), tuple(pictures)), lost


def _characters(text: pypdfium2.PdfTextPage, size: int, frame: Frame) -> Iterator[Character]:
    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    for index in range(size):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code < 32 or 0xD800 <= code < 0xE000 or pdfium.FPDFText_IsGenerated(text, index) == _GENERATED:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
        if _slants(matrix):
            continue
        em = max(1.0, pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d))
        box = frame.box(*_box(text, index, em))
        yield Character(chr(code), *box, frame.point(x.value, y.value)[1], em)


def _slants(matrix: pdfium.FS_MATRIX) -> bool:
    """Whether the line of a character runs askew, as only that of a watermark does."""
    less, more = sorted((abs(matrix.a), abs(matrix.b)))
    return bool(less > _SLANT * more)


def _box(text: pypdfium2.PdfTextPage, index: int, em: float) -> Box:
    """The box of a character: the width that it takes in its line, or of its ink where the file sets it upright."""
    loose = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, byref(loose))
    if max(loose.right - loose.left, loose.top - loose.bottom) <= _LARGEST_BOX * em:
        return loose.left, loose.bottom, loose.right, loose.top
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    pdfium.FPDFText_GetCharBox(text, index, byref(left), byref(right), byref(bottom), byref(top))
    return left.value, bottom.value, right.value, top.value
