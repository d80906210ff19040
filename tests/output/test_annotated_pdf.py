"""PDF handed back with highlights: the bytes as they were, the notes read back, on the right page and cell."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace
from office_files import needs_libreoffice, of_reports
from pdf_files import REPORTS, made_pdf
from pypdf import PdfReader, PdfWriter
from reviews import review_of_bytes

from govreport_lint import ReadError
from govreport_lint.output.annotated.annotated_pdf import annotate_pdf
from govreport_lint.output.annotated.review import Review
from govreport_lint.pdf.frame import Frame


def notes(data: bytes) -> list[tuple[int, dict[str, object]]]:
    reader = PdfReader(io.BytesIO(data))
    return [
        (number, dict(entry.get_object()))
        for number, page in enumerate(reader.pages, 1)
        for entry in page.get("/Annots", ())
    ]


def judged(data: bytes) -> Review:
    return review_of_bytes(data, "报告.pdf")


@needs_libreoffice
@pytest.mark.parametrize("fault", [fault for fault, _ in REPORTS])
def test_every_finding_is_a_note(fault: str) -> None:
    data = of_reports(REPORTS, "pdf")[fault]
    review = judged(data)
    copy = annotate_pdf(review)
    assert copy.startswith(data)
    assert copy == annotate_pdf(review)
    found = notes(copy)
    assert found[0][0] == 1 and str(found[0][1]["/Contents"]).startswith("审核小结")
    highlights = [(page, note) for page, note in found if note["/Subtype"] == "/Highlight"]
    wanted = [
        (remark.location.page, each.code, each.message.zh) for remark in review.remarks for each in remark.findings
    ]
    assert len(highlights) == len(review.remarks)
    for page, code, message in wanted:
        assert any(
            number == page and code in str(note["/Contents"]) and message in str(note["/Contents"])
            for number, note in highlights
        )
    assert judged(copy).result.findings == review.result.findings, "notes are no text of the report"


@needs_libreoffice
def test_highlight_lies_on_the_cell() -> None:
    data = of_reports(REPORTS, "pdf")["review"]
    review = judged(data)
    copy = annotate_pdf(review)
    box = next(remark.marked[0].box for remark in review.remarks if remark.findings[0].code == "A304")
    note = next(note for _, note in notes(copy) if "A304" in str(note["/Contents"]) and "/QuadPoints" in note)
    left, bottom, right, top = map(float, note["/Rect"])  # type: ignore[call-overload]
    height = float(PdfReader(io.BytesIO(data)).pages[0].mediabox.height)
    assert box is not None
    assert (left, height - top, right, height - bottom) == pytest.approx(box, abs=1)
    quads = list(map(float, note["/QuadPoints"]))  # type: ignore[call-overload]
    assert quads == pytest.approx([left, top, right, top, left, bottom, right, bottom], abs=0.01)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_boxes_go_back_to_where_they_came_from(turned: int) -> None:
    frame = Frame((10, 20, 310, 620), turned)
    box = (50.0, 100.0, 80.0, 130.0)
    assert frame.original(frame.box(*box)) == pytest.approx(box)
    width, height = frame.size
    assert all(0 <= one < other for one, other in pairwise((0, width, 1000)))
    assert height in (300, 600)


@needs_libreoffice
def test_file_with_a_password_for_changes_is_read_but_not_written() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(of_reports(REPORTS, "pdf")["review"])))
    writer.encrypt("", "owner", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    review = judged(locked.getvalue())
    assert any(finding.code == "A304" for finding in review.result.findings)
    with pytest.raises(ReadError, match="权限密码"):
        annotate_pdf(review)


@needs_libreoffice
def test_file_that_pypdf_cannot_take_gives_a_reason() -> None:
    review = judged(of_reports(REPORTS, "pdf")["review"])
    with pytest.raises(ReadError):
        annotate_pdf(replace(review, opened=replace(review.opened, data=b"%PDF-1.7\nnothing")))


def test_real_report(corpus: Path) -> None:
    data = (corpus / "hongze-2023.pdf").read_bytes()
    found = notes(annotate_pdf(judged(data)))
    assert {page for page, note in found if "A304" in str(note.get("/Contents"))} == {4}


def test_earlier_notes_are_kept() -> None:
    note = b"/Annots[<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(mine)>>]"
    data = made_pdf(b"BT /F 12 Tf 60 700 Td (A) Tj ET", note)
    from govreport_lint.pdf.notes import Note, Notes
    from govreport_lint.pdf.process import write_apart

    copy = write_apart(Notes(data, "x", (Note(1, ((1, 1, 9, 9),), "new", "k", (1, 0, 0)),)), "x")
    assert [str(each["/Contents"]) for _, each in notes(copy)] == ["mine", "new"]
