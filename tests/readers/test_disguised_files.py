"""Files that are not what their names say, or are packed in an odd way: known by what stands in them."""

from __future__ import annotations

import base64
import io
import zipfile
from email.message import EmailMessage

import pytest
from faulty_layouts import figures, report_with
from layouts import as_html, parts
from office_files import converted, needs_libreoffice
from word_layouts import as_docx
from workbook_files import workbook_of

from govreport_lint import ReadError, Result, lint_bytes, lint_text
from govreport_lint.readers.formats import open_bytes
from govreport_lint.rulebook.pages import standard_report

REPORT = report_with("review")
WORD = as_docx(REPORT)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def values(result: Result) -> list[tuple[object, ...]]:
    return [(f.table, f.row, f.column, f.value, f.state) for f in result.report.figures]


def errors(result: Result) -> list[tuple[object, ...]]:
    return sorted((f.code, str(f.place)) for f in result.findings if f.severity == "error")


def repacked(data: bytes, name: str, *changes: tuple[str, str]) -> bytes:
    """The archive with its names (``name`` makes them) and texts changed."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = old.read(info)
            target = info.filename
            for before, after in changes:
                content = content.replace(before.encode(), after.encode())
                target = target.replace(before, after)
            new.writestr(zipfile.ZipInfo(target.replace("/", name)), content)
    return made.getvalue()


def flat(data: bytes) -> str:
    """The Word file as one XML file."""
    found = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if info.filename == "[Content_Types].xml":
                continue
            content = archive.read(info)
            head = f'<pkg:part pkg:name="/{info.filename}" pkg:contentType="{MAIN}">'
            if info.filename.endswith((".xml", ".rels")):
                text = content.decode("utf-8-sig")
                text = text.split("?>", 1)[1] if text.startswith("<?xml") else text
                found.append(f"{head}<pkg:xmlData>{text}</pkg:xmlData></pkg:part>")
            else:
                code = base64.b64encode(content).decode()
                found.append(f"{head}<pkg:binaryData>{code}</pkg:binaryData></pkg:part>")
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    return f'<?xml version="1.0" encoding="UTF-8"?><pkg:package xmlns:pkg="{space}">{"".join(found)}</pkg:package>'


ODD_WORD = {
    "marks before it": b"\xef\xbb\xbf\r\n  " + WORD,
    "backslashes": repacked(WORD, "\\"),
    "another main part": repacked(WORD, "/", ("word/", "text/"), ("text/document.xml", "text/main.xml"),
                                  ("text/_rels/document", "text/_rels/main")),
    "one xml file": flat(WORD).encode(),
    "one xml file in utf-16": flat(WORD).replace("UTF-8", "UTF-16").encode("utf-16"),
    "one xml file after a line": b"\n" + flat(WORD).encode(),
}  # fmt: skip


@pytest.mark.parametrize("data", ODD_WORD.values(), ids=ODD_WORD)
def test_odd_word_files_say_the_same(data: bytes) -> None:
    expected, found = lint_bytes(WORD, "报告.docx"), lint_bytes(data, "报告.doc")
    assert figures(found) == figures(expected)
    assert errors(found) == errors(expected)


@needs_libreoffice
@pytest.mark.parametrize("target", ["word 2003", "fodt", "uot"])
def test_word_in_one_xml_file_is_read_by_way_of_libreoffice(target: str) -> None:
    data = converted({"报告": WORD}, ".docx", target)["报告"]
    found = lint_bytes(data, "报告.doc")
    assert values(found) == values(lint_bytes(WORD, "报告.docx"))
    assert any("LibreOffice" in getattr(note, "zh", "") for note in found.source.notes)


def test_cut_off_flat_file_is_refused() -> None:
    with pytest.raises(ReadError, match="XML"):
        lint_bytes(flat(WORD)[:-500].encode(), "报告.xml")


def rows(separator: str, quoted: bool) -> str:
    """The tables alone, as a spreadsheet writes them into a text."""
    lines = []
    for part in parts(REPORT):
        if isinstance(part, str):
            continue
        width = max(map(len, part))
        for row in part:
            cells = [*row, *[""] * (width - len(row))]
            shown = [f'"{cell}"' if quoted and (cell and not cell.isdigit()) else cell for cell in cells]
            lines.append(separator.join(shown))
        lines.append(separator * (width - 1))
    return "\r\n".join(lines)


def tables_as_html() -> str:
    return as_html("\n\n".join("\n".join(f"|{'|'.join(row)}|" for row in part) for part in parts(REPORT)
                               if not isinstance(part, str)))  # fmt: skip


def mail() -> bytes:
    """A workbook saved as one message: a page that frames the sheets, and a page for each."""
    message = EmailMessage()
    message.set_content("<html><frameset><frame src='sheet001.htm'></frameset></html>", subtype="html")
    message.make_mixed()
    message.add_attachment(tables_as_html(), subtype="html", filename="sheet001.htm")
    return message.as_bytes()


DISGUISED = {
    "tabs": rows("\t", False).encode("gb18030"),
    "tabs in utf-16": rows("\t", False).encode("utf-16"),
    "commas": rows(",", False).encode("utf-8-sig"),
    "commas and quotes": rows(",", True).encode("gb18030"),
    "semicolons": rows(";", True).encode(),
    "a page": tables_as_html().encode(),
    "a message": mail(),
    "marks before a workbook": b"\n\n" + workbook_of(REPORT),
    "a workbook with backslashes": repacked(workbook_of(REPORT), "\\"),
}


@pytest.mark.parametrize("data", DISGUISED.values(), ids=DISGUISED)
def test_tables_named_as_a_workbook_are_judged_as_one(data: bytes) -> None:
    expected = lint_bytes(workbook_of(REPORT), "报告.xlsx")
    found = lint_bytes(data, "报告.xls")
    assert values(found) == values(expected)
    assert errors(found) == errors(expected) != []
    assert open_bytes(data, "报告.xls").document.tables_only


def test_a_workbook_with_prose_is_judged_as_a_report() -> None:
    document = open_bytes(REPORT.encode(), "报告.md").document
    assert not document.tables_only
    assert lint_text("\n".join(REPORT.splitlines()[:12])).coverage.failed


@pytest.mark.parametrize(
    "named", ["年报.files/sheet001.htm", "%E5%B9%B4%E6%8A%A5.files/sheet001.htm", "x\\\\sheet001.htm"]
)
def test_a_page_of_frames_is_refused_with_the_files_it_frames(named: str) -> None:
    page = (
        "<html><head><meta charset=utf-8><link rel=File-List href=a.files/filelist.xml></head><frameset rows='*,39'>"
        f"<frame src='{named}'><frame src='tabstrip.htm'><noframes><body><p>此页面使用了框架。</p></body></noframes>"
        "</frameset></html>"
    )
    with pytest.raises(ReadError, match=r"框架页.*sheet001\.htm、tabstrip\.htm"):
        lint_bytes(page.encode(), "年报.htm")


def test_a_page_with_a_report_and_a_frame_is_read() -> None:
    page = as_html(standard_report())
    again = lint_bytes(page.replace("</body>", "<frameset><frame src=a.htm></frameset></body>").encode(), "a.htm")
    assert again.report.figures == lint_bytes(page.encode(), "a.htm").report.figures
