"""A PDF handed back with a highlight on everything that a finding is about, and the finding as its note."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from ...document import Document, Heading, Location, Paragraph, Passage, Table
from ...finding import Severity
from ...pdf.notes import Colour, Note, Notes
from ...pdf.page import Box
from ...pdf.process import write_apart
from ..words.causes import Remark
from .remark_words import remark_lines, summary_words
from .review import Review

AUTHOR = "govreport-lint"
_COLOURS: dict[Severity, Colour] = {
    Severity.ERROR: (1.0, 0.65, 0.6), Severity.WARNING: (1.0, 0.87, 0.3), Severity.INFO: (0.65, 0.85, 1.0),
}  # fmt: skip
_SUMMARY: Colour = (1.0, 0.87, 0.3)
# Characters whose baselines differ by no more than this share of their height stand in one line.
_SAME_LINE = 0.5


def annotate_pdf(review: Review) -> bytes:
    """The file with the remarks on it as notes.

    A note in the corner of the first page holds the summary and what has no place on a page. The bytes of the file
    stay as they are, the notes follow them. Raises ``ReadError``.
    """
    placed = [remark for remark in review.remarks if remark.location.page]
    others = [remark for remark in review.remarks if not remark.location.page]
    words = "\n".join(summary_words(review))
    words += "".join("\n\n" + "\n".join(remark_lines(each, review)) for each in others)
    notes = [Note(1, (), words, f"{AUTHOR}-summary", _SUMMARY)]
    notes += [_note(remark, index, review) for index, remark in enumerate(placed, 1)]
    return write_apart(Notes(review.opened.data, AUTHOR, tuple(notes)), review.result.path)


def _note(remark: Remark, index: int, review: Review) -> Note:
    page = remark.location.page or 1
    marked = [place for place in remark.marked if place.page == page] or [remark.location]
    boxes = tuple(box for place in marked for box in _boxes(place, review.document))
    words = "\n".join(remark_lines(remark, review))
    return Note(page, boxes, words, f"{AUTHOR}-{index}", _COLOURS[remark.severity])


def _boxes(location: Location, document: Document) -> Iterator[Box]:
    """What a location covers on its page, line by line."""
    found = [
        run.location.box
        for passage in _passages(document)
        for run in passage.runs
        if run.location.page == location.page
        and run.location.box is not None
        and location.start <= run.location.start
        and run.location.end <= location.end
        and run.location.start < run.location.end
    ]
    if not found or _is_table(location, document):
        yield from [location.box] if location.box else []
        return
    for _, line in groupby(_lines(found), key=lambda pair: pair[0]):
        boxes = [box for _, box in line]
        yield min(box[0] for box in boxes), boxes[0][1], max(box[2] for box in boxes), boxes[0][3]


def _lines(boxes: list[Box]) -> Iterator[tuple[int, Box]]:
    """The boxes, each with the number of its line."""
    line, last = 0, boxes[0]
    for box in boxes:
        if abs(box[1] - last[1]) > _SAME_LINE * (last[3] - last[1]) or box[0] < last[0] - 1:
            line += 1
        last = box
        yield line, box


def _is_table(location: Location, document: Document) -> bool:
    return any(isinstance(block, Table) and block.location == location for block in document.blocks)


def _passages(document: Document) -> Iterator[Passage]:
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Table):
            yield from {id(cell): cell.text for row in block.rows for cell in row}.values()
