"""PDF files as the tests need them: reports printed by LibreOffice, and pages written by hand."""

from __future__ import annotations

import io
import re
import zlib

from faulty_layouts import FAULTS, report_with

REPORTS = tuple((fault, report_with(fault)) for fault in FAULTS)


def made_pdf(content: bytes, extra: bytes = b"", times: int = 1) -> bytes:
    """A page with a content stream, packed and repeated, and entries of its dictionary."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(content) for _ in range(times)) + packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>" + extra + b">>",
        b"<</Length %d/Filter/FlateDecode>>stream\n" % len(packed) + packed + b"\nendstream",
    ]
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(data),
    )


def without_codes(data: bytes, characters: str) -> bytes:
    """A file whose fonts do not say what the glyphs of some characters mean."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

    hidden = {f"{ord(character):04x}" for character in characters}
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for font in [each for each in writer._objects if isinstance(each, DictionaryObject) and "/ToUnicode" in each]:
        table = font["/ToUnicode"].get_object()
        assert isinstance(table, StreamObject)
        told = table.get_data().decode("latin-1")
        kept = DecodedStreamObject()
        # Another glyph, which nothing prints, takes the line of each: their number is told before them.
        kept.set_data(
            re.sub(r"<\w+>( ?<(\w{4})>\n)", lambda m: f"<FF>{m[1]}" if m[2].lower() in hidden else m[0], told).encode()
        )
        font[NameObject("/ToUnicode")] = writer._add_object(kept)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
