"""Characters, rules and pictures of a PDF by way of PDFium, the only file that knows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Set
from ctypes import byref, c_double, c_void_p, cast
from math import hypot

import pypdfium2
import pypdfium2.raw as pdfium

from .drawing import drawing
from .frame import Frame
from .page import Box, Character, Page, Pages
from .visible import Glyph, Ink, ink_of, visible

MOST_PAGES = 200
# A report has 2,000 to 20,000.
MOST_CHARACTERS = 400_000
_GENERATED = 1
_UNKNOWN = 0xFFFD
_PASSWORD = 4
# In sizes of the type; for upright type PDFium gives boxes of any size.
_LARGEST_BOX = 3.0
_SLANT = 0.1
_FARTHEST = 14_400.0
_LETTER = (0.0, 0.0, 612.0, 792.0)
# So many characters of a page tell which way its text runs.
_SAMPLE = 400


def read_pages(data: bytes) -> Pages:
    """The pages of a file, or its fault; raises ``MemoryError`` at the limit of the process."""
    found = _pages(data, flat=True)
    if not found.is_meaningless:
        return found
    # Of a damaged file, making remarks a part of the page may lose what its fonts mean.
    plain = _pages(data, flat=False)
    return plain if plain.unmapped < found.unmapped else found


def _pages(data: bytes, *, flat: bool) -> Pages:
    """The pages; ``flat``: with what their fields and remarks show."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return Pages(fault="password" if getattr(error, "err_code", 0) == _PASSWORD else "damaged")
    if len(document) > MOST_PAGES:
        return Pages(fault="long")
    if pdfium.FPDF_GetFormType(document) == pdfium.FORMTYPE_XFA_FULL:
        return Pages(fault="form")
    # Fields have their values only in a form that is open.
    document.init_forms()
    pages: list[Page] = []
    unmapped = characters = 0
    for number in range(len(document)):
        try:
            page = _opened(document, number) if flat else document[number]
        except pypdfium2.PdfiumError:
            return Pages(fault="damaged")
        read, lost = _read(page, number + 1)
        page.close()
        pages.append(read)
        unmapped += lost
        characters += len(read.characters)
        if characters > MOST_CHARACTERS:
            return Pages(fault="large")
    return Pages(tuple(pages), None, unmapped, max(0, pdfium.FPDFDoc_GetAttachmentCount(document)))


def _opened(document: pypdfium2.PdfDocument, index: int) -> pypdfium2.PdfPage:
    """A page; what its fields and remarks show is made a part of it, which is seen when it is opened again."""
    page = document[index]
    if pdfium.FPDFPage_GetAnnotCount(page) > 0:
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY)
        page.close()
        page = document[index]
    return page


def _read(page: pypdfium2.PdfPage, number: int) -> tuple[Page, int]:
    """A page and how many of its characters have no meaning."""
    text = page.get_textpage()
    try:
        size = pdfium.FPDFText_CountChars(text)
        if size > MOST_CHARACTERS:
            raise MemoryError
        unknown = {index for index in range(size) if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1}
        frame = _frame(page, text, size)
        glyphs = list(_glyphs(text, size, frame, unknown))
    finally:
        text.close()
    drawn = drawing(page, frame)
    characters, recognised = visible(glyphs, drawn, frame.size)
    rules, pictures = tuple(drawn.rules), tuple(drawn.pictures)
    return Page(number, *frame.size, tuple(characters), rules, pictures, drawn.curves, recognised), len(unknown)


def frames_of(data: bytes, numbers: set[int]) -> dict[int, Frame]:
    """The frames in which the places on some pages (from 1) are told."""
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    found = {}
    for number in numbers:
        page = _opened(document, number - 1)
        text = page.get_textpage()
        found[number] = _frame(page, text, pdfium.FPDFText_CountChars(text))
        text.close()
        page.close()
    return found


def _frame(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, size: int) -> Frame:
    """The page turned so that most of its text is upright, however the file would have it shown."""
    matrix, ways = pdfium.FS_MATRIX(), Counter[int]()
    for index in range(0, size, max(1, size // _SAMPLE)):
        if pdfium.FPDFText_GetUnicode(text, index) > 32 and pdfium.FPDFText_GetMatrix(text, index, byref(matrix)):
            if _slants(matrix) or pdfium.FPDFText_IsGenerated(text, index) == _GENERATED:
                continue
            ways[_way(matrix)] += 1
    turned = ways.most_common(1)[0][0] if ways else page.get_rotation()
    return Frame(_shown(page), turned)


def _shown(page: pypdfium2.PdfPage) -> Box:
    """What is shown of a page (left, bottom, right, top), no farther out than a page may reach (ISO 32000-1, Annex C);
    of one with damaged edges what PDFium takes it for."""
    left, bottom, right, top = (max(-_FARTHEST, min(_FARTHEST, edge)) for edge in page.get_cropbox())
    return (left, bottom, right, top) if left < right and bottom < top else _LETTER


def _way(matrix: pdfium.FS_MATRIX) -> int:
    """The direction of a line of text in the file, in degrees."""
    if abs(matrix.a) >= abs(matrix.b):
        return 0 if matrix.a >= 0 else 180
    return 90 if matrix.b > 0 else 270


def _glyphs(text: pypdfium2.PdfTextPage, size: int, frame: Frame, unknown: Set[int]) -> Iterator[Glyph]:
    """What is printed. Of ``unknown`` characters the library gives the number in their font, which is no character."""
    x, y, matrix = c_double(), c_double(), pdfium.FS_MATRIX()
    piece, ink = -1, Ink()
    for index in range(size):
        code = _UNKNOWN if index in unknown else pdfium.FPDFText_GetUnicode(text, index)
        if code < 32 or 0xD800 <= code < 0xE000 or pdfium.FPDFText_IsGenerated(text, index) == _GENERATED:
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, byref(x), byref(y))
        pdfium.FPDFText_GetMatrix(text, index, byref(matrix))
        if _slants(matrix):
            continue
        shape = pdfium.FPDFText_GetTextObject(text, index)
        here = cast(shape, c_void_p).value or 0
        if here != piece:
            piece, ink = here, ink_of(text, index, shape)
        given = pdfium.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        em = max(1.0, given)
        box = frame.box(*_box(text, index, em))
        yield Glyph(Character(chr(code), *box, frame.point(x.value, y.value)[1], em), ink, given, piece)


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
