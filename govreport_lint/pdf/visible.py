"""Which characters of a PDF page people see: not the white, the invisible, the tiny, those beside the page, the
watermarks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from ctypes import byref, c_uint
from typing import NamedTuple

import pypdfium2.raw as pdfium

from .drawing import Drawing
from .page import Character, is_scan

_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_WHITE = 250
# Ink as light as this, or as transparent, may be that of a watermark.
_LIGHT = 150
_CLEAR = 170
_REPEATED = 3
_SMALLEST = 1.0


class Ink(NamedTuple):
    """How a character is drawn: not at all (``invisible``), in white, in a light colour."""

    invisible: bool = False
    white: bool = False
    light: bool = False


class Glyph(NamedTuple):
    """A character, its ink, its size as the file gives it, and the piece of text that it was drawn with."""

    character: Character
    ink: Ink
    size: float
    piece: int


def ink_of(text: object, index: int, shape: object) -> Ink:
    """The ink of a character of a text page."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(shape) if shape else pdfium.FPDF_TEXTRENDERMODE_FILL
    outlined = mode in (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
    colour = pdfium.FPDFText_GetStrokeColor if outlined else pdfium.FPDFText_GetFillColor
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not colour(text, index, byref(red), byref(green), byref(blue), byref(alpha)):
        return Ink(mode in _INVISIBLE)
    darkest = min(red.value, green.value, blue.value)
    unseen = mode in _INVISIBLE or alpha.value == 0
    return Ink(unseen, darkest >= _WHITE, darkest >= _LIGHT or alpha.value <= _CLEAR)


def visible(glyphs: Sequence[Glyph], drawn: Drawing, size: tuple[float, float]) -> tuple[list[Character], bool]:
    """The characters that are seen on a page of a size, and whether they are those behind a scan instead."""
    watermarks = _watermarks(glyphs)
    seen, hidden = [], []
    for glyph in glyphs:
        if not _is_on(glyph.character, size) or glyph.size < _SMALLEST or glyph.piece in watermarks:
            continue
        if glyph.ink.invisible or (glyph.ink.white and not _lies_on(glyph.character, drawn)):
            hidden.append(glyph)
        else:
            seen.append(glyph.character)
    behind = [glyph.character for glyph in hidden if glyph.ink.invisible]
    if len(behind) > len(seen) and any(is_scan(picture, *size) for picture in drawn.pictures):
        return behind, True
    return seen, False


def _watermarks(glyphs: Sequence[Glyph]) -> set[int]:
    """The pieces of light text with letters in it that the page repeats; figures are repeated by right."""
    pieces: dict[int, list[Glyph]] = defaultdict(list)
    for glyph in glyphs:
        if glyph.ink.light and not glyph.ink.white:
            pieces[glyph.piece].append(glyph)
    words = {piece: "".join(glyph.character.text for glyph in own).strip() for piece, own in pieces.items()}
    repeated = Counter(words.values())
    return {
        piece
        for piece, word in words.items()
        if repeated[word] >= _REPEATED and any(character.isalpha() for character in word)
    }


def _is_on(character: Character, size: tuple[float, float]) -> bool:
    across, down = (character.left + character.right) / 2, (character.top + character.bottom) / 2
    return 0 <= across <= size[0] and 0 <= down <= size[1]


def _lies_on(character: Character, drawn: Drawing) -> bool:
    """Whether a coloured ground or a picture lies below a character."""
    across, down = (character.left + character.right) / 2, (character.top + character.bottom) / 2
    return any(
        left <= across <= right and top <= down <= bottom
        for left, top, right, bottom in (*drawn.grounds, *drawn.pictures)
    )
