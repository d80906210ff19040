"""What is put into a Word file as a file of its own is read; what cannot be read is named, and nothing is missed."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from faulty_layouts import report_with
from layouts import as_html
from word_layouts import as_docx
from workbook_files import workbook_of

from govreport_lint import Result, lint_bytes, lint_text

REPORT = report_with("review")
ABSENCES = {"S101", "S102", "S104", "S105", "T201", "T204", "D611"}
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHUNK = f'<w:altChunk r:id="rIdPut" xmlns:r="{R}"/>'
OBJECT = (
    f'<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="{R}" Type="Embed" '
    'ProgID="Excel.Sheet.12" r:id="rIdPut"/></w:object></w:r></w:p>'
)


def with_put(markup: str, part: str, content: bytes, table: int = -1) -> bytes:
    """The report with a part in the place of a table."""
    data = as_docx(REPORT)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            if name == "word/document.xml":
                place = list(re.finditer(rb"<w:tbl>.*?</w:tbl>", text, re.DOTALL))[table]
                text = text[: place.start()] + markup.encode() + text[place.end() :]
            elif name == "word/_rels/document.xml.rels":
                link = f'<Relationship Id="rIdPut" Type="{R}/aFChunk" Target="{part}"/></Relationships>'
                text = text.replace(b"</Relationships>", link.encode())
            new.writestr(name, text)
        new.writestr(f"word/{part}", content)
    return made.getvalue()


def table_alone(number: int) -> str:
    """A table of the report as Markdown."""
    found = re.findall(r"(?:^\|.*\n)+", REPORT, re.MULTILINE)
    return str(found[number])


def values(result: Result) -> list[tuple[object, ...]]:
    return [(f.table, f.row, f.column, f.value, f.state) for f in result.report.figures]


def errors(result: Result) -> list[tuple[object, ...]]:
    return [(f.code, f.place) for f in result.findings if f.severity == "error"]


PUT = {
    "page": (CHUNK, "a.html", as_html(table_alone(-1)).encode()),
    "text": (CHUNK, "a.txt", "\n".join("\t".join(line.strip("|").split("|")) for line in
                                      table_alone(-1).splitlines() if "---" not in line).encode()),
    "word": (CHUNK, "a.docx", as_docx(table_alone(-1))),
    "workbook": (OBJECT, "embeddings/a.xlsx", workbook_of(table_alone(-1))),
}  # fmt: skip


@pytest.mark.parametrize(("markup", "part", "content"), PUT.values(), ids=PUT)
def test_what_is_put_in_is_read_in_its_place(markup: str, part: str, content: bytes) -> None:
    expected = lint_text(REPORT)
    found = lint_bytes(with_put(markup, part, content), "报告.docx")
    assert values(found) == values(expected)
    assert errors(found) == errors(expected) != []
    assert found.source.notes == ()


UNREADABLE = {
    "object": (OBJECT, "embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
    "picture": (CHUNK, "a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 60),
    "broken": (CHUNK, "a.docx", as_docx(REPORT)[:900]),
    "elsewhere": (CHUNK.replace("rIdPut", "rIdNone"), "a.txt", b""),
    "control": ('<w:p><w:r><w:object><w:control w:name="Spread"/></w:object></w:r></w:p>', "a.txt", b""),
    "subdocument": (f'<w:subDoc r:id="rIdNone" xmlns:r="{R}"/>', "a.txt", b""),
}


@pytest.mark.parametrize("table", [0, 1, 2])
@pytest.mark.parametrize(("markup", "part", "content"), UNREADABLE.values(), ids=UNREADABLE)
def test_nothing_is_missed_where_something_was_not_read(markup: str, part: str, content: bytes, table: int) -> None:
    found = lint_bytes(with_put(markup, part, content, table), "报告.docx")
    assert {finding.code for finding in found.findings} & ABSENCES == set()
    assert any("未读取" in getattr(note, "zh", "") for note in found.source.notes)
    assert any("未读取" in item.reason.zh for item in found.coverage.unassessed)


def test_a_file_within_a_file_within_a_file_is_not_read() -> None:
    inner = with_put(CHUNK, "a.docx", as_docx(table_alone(-1)))
    found = lint_bytes(with_put(CHUNK, "a.docx", inner), "报告.docx")
    assert any("未读取" in getattr(note, "zh", "") for note in found.source.notes)
