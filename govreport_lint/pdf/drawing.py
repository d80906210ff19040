"""What is drawn on a PDF page: rules, pictures, the grounds of cells, other shapes."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, c_int, c_uint
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from .frame import Frame
from .page import Box, Rule

MOST_RULES = 50_000
_DEEPEST = 6
# A filled box as thin as this is a rule; one that is wider is the ground of a cell.
_THICKEST = 3.0
_SHORTEST = 1.0
_STRAIGHT = 0.8
_WHITE = 250

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]


class Drawing(Struct):
    """The rules of a page, the boxes of its pictures and of its coloured grounds, and how many shapes are bent."""

    rules: list[Rule]
    pictures: list[Box]
    grounds: list[Box]
    curves: int = 0


def drawing(page: pypdfium2.PdfPage, frame: Frame) -> Drawing:
    """What is drawn on a page; raises ``MemoryError`` for far too many rules."""
    found = Drawing([], [], [])
    for shape, matrix in _objects(page):
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_IMAGE:
            corners = [_apply(matrix, point) for point in ((0, 0), (1, 0), (0, 1), (1, 1))]
            found.pictures.append(_around(corners, frame))
            continue
        _take(shape, matrix, frame, found)
        if len(found.rules) + len(found.grounds) > MOST_RULES:
            raise MemoryError
    return found


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[object, Matrix]]:
    """Paths and images, those in forms too, each with the matrix that takes it to the page."""
    first = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
    count = pdfium.FPDFPage_CountObjects(page)
    stack = [(pdfium.FPDFPage_GetObject(page, index), first, 0) for index in reversed(range(count))]
    while stack:
        shape, outer, depth = stack.pop()
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            continue
        found = pdfium.FS_MATRIX()
        pdfium.FPDFPageObj_GetMatrix(shape, byref(found))
        matrix = _product((found.a, found.b, found.c, found.d, found.e, found.f), outer)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield shape, matrix
        elif depth < _DEEPEST:
            count = pdfium.FPDFFormObj_CountObjects(shape)
            stack += [(pdfium.FPDFFormObj_GetObject(shape, i), matrix, depth + 1) for i in reversed(range(count))]


def _take(shape: object, matrix: Matrix, frame: Frame, found: Drawing) -> None:
    """Add what a path draws."""
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(shape, byref(fill), byref(stroke))
    stroked = bool(stroke.value) and _is_seen(shape, pdfium.FPDFPageObj_GetStrokeColor)
    filled = bool(fill.value) and _is_seen(shape, pdfium.FPDFPageObj_GetFillColor)
    if not (stroked or filled):
        return
    figures, bent = _figures(shape, matrix)
    found.curves += bent
    for points in figures:
        if stroked:
            for start, end in pairwise(points):
                found.rules += _rule(_around([start, end], frame), _STRAIGHT)
        elif len(points) > 1:
            box = _around(points, frame)
            found.rules += _rule(box, _THICKEST)
            if min(box[2] - box[0], box[3] - box[1]) > _THICKEST:
                found.grounds.append(box)


def _rule(box: Box, thickest: float) -> Iterator[Rule]:
    """The rule that a thin box is."""
    left, top, right, bottom = box
    wide, high = right - left, bottom - top
    if high <= thickest and wide >= max(high, _SHORTEST):
        yield Rule(False, (top + bottom) / 2, left, right)
    elif wide <= thickest and high >= max(wide, _SHORTEST):
        yield Rule(True, (left + right) / 2, top, bottom)


def _figures(shape: object, matrix: Matrix) -> tuple[list[list[Point]], bool]:
    """The lines of a path, each as its corners, and whether it has bent ones; a bent one ends a line."""
    figures: list[list[Point]] = []
    points: list[Point] = []
    bent = False
    x, y = c_float(), c_float()
    for index in range(pdfium.FPDFPath_CountSegments(shape)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, byref(x), byref(y))
        kind = pdfium.FPDFPathSegment_GetType(segment)
        bent |= kind == pdfium.FPDF_SEGMENT_BEZIERTO
        if kind != pdfium.FPDF_SEGMENT_LINETO:
            figures.append(points)
            points = []
        points.append(_apply(matrix, (x.value, y.value)))
        if pdfium.FPDFPathSegment_GetClose(segment):
            figures.append([*points, points[0]])
            points = []
    return [each for each in (*figures, points) if each], bent


def _is_seen(shape: object, colour: object) -> bool:
    """Whether a colour is neither white nor transparent."""
    red, green, blue, alpha = c_uint(), c_uint(), c_uint(), c_uint()
    if not colour(shape, byref(red), byref(green), byref(blue), byref(alpha)):  # type: ignore[operator]
        return True
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _around(points: list[Point], frame: Frame) -> Box:
    across, up = [x for x, _ in points], [y for _, y in points]
    return frame.box(min(across), min(up), max(across), max(up))


def _apply(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    x, y = point
    return a * x + c * y + e, b * x + d * y + f


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
