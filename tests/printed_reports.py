"""A Word report as offices really make it, which all its exports must say the same as."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from typing import Any

from docx.document import Document as Built
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.table import Table, _Cell
from office_files import converted
from word_layouts import as_docx

_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_REST = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def report_in_word(report: str, *, lines_before: int = 0, landscape: bool = False) -> bytes:
    """The report with a footnote at a figure, a figure corrected by strike-through, a raised mark, headers that every
    page repeats; on landscape pages if wanted, so many blank lines before everything."""
    made = as_docx(report, change=lambda built: _furnish(built, lines_before, landscape))
    return _with_footnote(made)


@cache
def exported(report: str, target: str, *shapes: tuple[int, bool]) -> dict[str, bytes]:
    """The report in shapes (lines before, landscape), by their names, as files of a format."""
    made = {f"{lines} {wide}": report_in_word(report, lines_before=lines, landscape=wide) for lines, wide in shapes}
    return converted(made, ".docx", target)


def _furnish(built: Built, lines_before: int, landscape: bool) -> None:
    for table in built.tables:
        _small(table)
    applications = built.tables[1]
    for row in applications.rows[:3]:
        _repeat(row._tr)
    received = applications.rows[3].cells
    _add(received[-1], "1", _reference)
    granted = applications.rows[5].cells
    _add(granted[3], "7", lambda run: setattr(run.font, "strike", True), first=True)
    _add(granted[4], "2", lambda run: setattr(run.font, "superscript", True))
    first = built.paragraphs[0]
    for _ in range(lines_before):
        first.insert_paragraph_before("")
    if landscape:
        for each in built.sections:
            sides = sorted((each.page_width or 0, each.page_height or 0))
            high, wide = Length(sides[0]), Length(sides[1])
            each.orientation, each.page_width, each.page_height = WD_ORIENT.LANDSCAPE, wide, high


def _small(table: Table) -> None:
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(8)


def _repeat(row: Any) -> None:
    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _add(cell: _Cell, text: str, change: Callable[..., None], *, first: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    run = paragraph.add_run(text)
    run.font.size = Pt(8)
    change(run)
    if first:
        paragraph._p.insert(list(paragraph._p).index(paragraph.runs[0]._r), run._r)


def _reference(run: object) -> None:
    element = run._r  # type: ignore[attr-defined]
    for child in element.findall(qn("w:t")):
        element.remove(child)
    run.font.superscript = True  # type: ignore[attr-defined]
    reference = OxmlElement("w:footnoteReference")
    reference.set(qn("w:id"), "1")
    element.append(reference)


def _with_footnote(data: bytes) -> bytes:
    note = (
        '<w:footnote w:id="1"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        "<w:r><w:t>含补正后受理的申请。</w:t></w:r></w:p></w:footnote>"
    )
    changes = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{_KINDS}"/></Types>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rIdNotes" Type="{_LINKS}/footnotes" Target="footnotes.xml"/></Relationships>',
        ),
    }
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name in changes:
                end, more = changes[name]
                text = text.replace(end.encode(), more.encode())
            new.writestr(name, text)
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{_W}">{_REST}{note}</w:footnotes>')
    return made.getvalue()
