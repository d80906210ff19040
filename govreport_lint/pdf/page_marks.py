"""Notes and highlights written behind the bytes of a PDF by pypdf: what was there stays, byte for byte.

PDFium writes annotations too, but other programs cannot read what its incremental saving leaves.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .notes import Annotated, Note, Notes

if TYPE_CHECKING:
    from pypdf import PdfWriter
    from pypdf.generic import DictionaryObject

    from .frame import Frame
    from .page import Box

_CORNER = (12.0, 12.0, 30.0, 30.0)
_PRINTED = 4


def annotated(notes: Notes) -> Annotated:
    """The file with its notes; its fault where it has a password or cannot be written to."""
    from pypdf import PdfReader, PdfWriter

    from .library import frames_of

    try:
        if PdfReader(io.BytesIO(notes.data)).is_encrypted:
            return Annotated(fault="locked")
        writer = PdfWriter(io.BytesIO(notes.data), incremental=True)
        frames = frames_of(notes.data, {note.page for note in notes.notes})
        for note in notes.notes:
            page = writer.pages[note.page - 1]
            writer.add_annotation(page, _annotation(writer, frames[note.page], note, notes.author))
        result = io.BytesIO()
        writer.write(result)
    except MemoryError:
        raise
    except Exception:
        # A faulty file makes the library fail in any way.
        return Annotated(fault="unwritable")
    return Annotated(result.getvalue())


def _annotation(writer: PdfWriter, frame: Frame, note: Note, author: str) -> DictionaryObject:
    """The annotation of a note: a highlight on its boxes, or a note in the corner."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    boxes = [frame.original(box) for box in note.boxes or (_CORNER,)]
    values = {
        "/Type": NameObject("/Annot"),
        "/Subtype": NameObject("/Highlight" if note.boxes else "/Text"),
        "/Rect": ArrayObject(map(FloatObject, _around(boxes))),
        "/F": NumberObject(_PRINTED),
        "/C": ArrayObject(map(FloatObject, note.colour)),
        "/Contents": TextStringObject(note.words),
        "/T": TextStringObject(author),
        "/NM": TextStringObject(note.key),
    }
    if note.boxes:
        corners = [x for box in boxes for x in _corners(box)]
        values["/QuadPoints"] = ArrayObject(map(FloatObject, corners))
        values["/AP"] = DictionaryObject({NameObject("/N"): _appearance(writer, boxes, note)})
    else:
        values["/Name"] = NameObject("/Comment")
    return DictionaryObject({NameObject(key): value for key, value in values.items()})


def _appearance(writer: PdfWriter, boxes: Sequence[Box], note: Note) -> object:
    """What the highlight looks like, for programs that draw none of their own: colour below the text."""
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, StreamObject

    areas = "".join(f"{x:.2f} {y:.2f} {u - x:.2f} {v - y:.2f} re f\n" for x, y, u, v in boxes)
    shape = StreamObject()
    shape.set_data(f"/G gs {' '.join(map(str, note.colour))} rg\n{areas}".encode())
    state = DictionaryObject({NameObject("/BM"): NameObject("/Multiply"), NameObject("/ca"): FloatObject(0.6)})
    resources = DictionaryObject(
        {
            NameObject("/ExtGState"): DictionaryObject({NameObject("/G"): state}),
        }
    )
    shape.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): ArrayObject(map(FloatObject, _around(boxes))),
            NameObject("/Resources"): resources,
        }
    )
    return writer._add_object(shape)


def _around(boxes: Sequence[Box]) -> Box:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _corners(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that every program expects."""
    left, bottom, right, top = box
    return left, top, right, top, left, bottom, right, bottom
