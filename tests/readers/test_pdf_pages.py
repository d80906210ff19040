"""What of a PDF page is text and what is not; and that nothing is missed on a page that was not read."""

from __future__ import annotations

import io

import pytest
from office_files import needs_libreoffice, of_reports
from pdf_files import REPORTS, made_pdf, without_codes

from govreport_lint import ReadError, lint_bytes
from govreport_lint.pdf import library
from govreport_lint.pdf.page import Character, Page, Pages, Rule
from govreport_lint.readers.pdf.printed_marks import without_marks
from govreport_lint.readers.pdf.reader import read_pdf

ABSENCES = {"S101", "S102", "S104", "S105", "T201", "T202", "T204", "T213", "D611"}
SEEN = b"BT /F 12 Tf 60 700 Td (Seen) Tj ET "
SCAN = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q "


def texts(content: bytes, extra: bytes = b"") -> list[str]:
    return [text.text for text in read_pdf(made_pdf(content, extra), "x").texts()]


@pytest.mark.parametrize(
    "unseen",
    [
        b"BT /F 12 Tf 3 Tr 60 500 Td (none) Tj ET",
        b"BT /F 12 Tf 1 g 60 500 Td (none) Tj ET",
        b"BT /F 0.4 Tf 60 500 Td (none) Tj ET",
        b"BT /F 12 Tf 60 900 Td (none) Tj ET",
        b"0.8 g " + b"".join(b"BT /F 14 Tf %d 500 Td (DRAFT) Tj ET " % x for x in (60, 200, 340, 480)),
    ],
    ids=["invisible", "white", "tiny", "beside the page", "watermark"],
)
def test_what_nobody_sees_is_no_text(unseen: bytes) -> None:
    assert texts(SEEN + unseen) == ["Seen"]


def test_white_on_a_dark_ground_is_seen() -> None:
    assert texts(b"0 0 0.5 rg 50 690 200 30 re f BT /F 12 Tf 1 g 60 700 Td (Head) Tj ET") == ["Head"]


def test_light_figures_are_no_watermark() -> None:
    light = b"0.7 g " + b"".join(b"BT /F 12 Tf %d 500 Td (0) Tj ET " % x for x in (60, 200, 340, 480))
    (table,) = read_pdf(made_pdf(light), "x").blocks
    assert [cell.text.text for cell in table.rows[0]] == ["0"] * 4  # type: ignore[union-attr]


@pytest.mark.parametrize("rotate", [b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270"])
@pytest.mark.parametrize("way", [b"1 0 0 1 60 700", b"0 1 -1 0 300 60", b"-1 0 0 -1 500 500", b"0 -1 1 0 300 700"])
def test_a_page_is_read_the_way_its_text_runs(rotate: bytes, way: bytes) -> None:
    assert texts(b"BT /F 12 Tf %s Tm (First) Tj 0 -20 Td (Second) Tj ET" % way, rotate) == ["First", "Second"]


@pytest.mark.parametrize("edge", [b"4" * 60, b"4" * 60 + b".5", b"0"], ids=["whole", "infinite", "nothing"])
@pytest.mark.parametrize("box", [b"0 0 595 %s", b"0 -%s 595 842", b"0 0 %s 842", b"-%s 0 595 842"])
def test_a_page_without_end_is_read(box: bytes, edge: bytes) -> None:
    assert texts(SEEN, b"/MediaBox[" + box % edge + b"]") == ["Seen"]


def test_the_value_of_a_field_is_text() -> None:
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, NumberObject, TextStringObject

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(made_pdf(SEEN))))
    field = {
        "/Type": NameObject("/Annot"), "/Subtype": NameObject("/Widget"), "/FT": NameObject("/Tx"),
        "/T": TextStringObject("a"), "/V": TextStringObject("64"), "/F": NumberObject(4),
        "/DA": TextStringObject("/Helv 10 Tf 0 g"), "/Rect": ArrayObject(map(FloatObject, (60, 500, 120, 520))),
    }  # fmt: skip
    added = writer._add_object(DictionaryObject({NameObject(key): value for key, value in field.items()}))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([added])
    form = {"/Fields": ArrayObject([added]), "/DA": TextStringObject("/Helv 10 Tf 0 g")}
    writer._root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject(key): value for key, value in form.items()}
    )
    made = io.BytesIO()
    writer.write(made)
    assert "64" in [text.text for text in read_pdf(made.getvalue(), "x").texts()]


def character(text: str, left: float, baseline: float, size: float) -> Character:
    return Character(text, left, baseline - size, left + size / 2, baseline, baseline, size)


def kept(characters: list[Character], rules: list[Rule]) -> str:
    return "".join(each.text for each in without_marks(characters, rules).characters)


def test_raised_mark_is_no_digit() -> None:
    figure = [character("2", 100, 100, 10), character("7", 105, 100, 10)]
    assert kept([*figure, character("1", 110, 96, 6)], []) == "27"
    assert kept([*figure, character("1", 110, 100, 6)], []) == "271", "small, but on the line"
    assert kept([*figure, character("1", 140, 96, 6)], []) == "271", "in another cell"
    assert kept([character("m", 100, 100, 10), character("2", 105, 96, 6)], []) == "m2", "a unit"


def test_struck_out_is_no_digit_and_its_line_no_rule() -> None:
    figure = [character("7", 100, 100, 10), character("5", 110, 100, 10)]
    strike = Rule(False, 97, 99.5, 105.5)
    border = Rule(False, 97, 50, 300)
    below = Rule(False, 101, 99.5, 105.5)
    assert kept(figure, [strike]) == "5"
    assert without_marks(figure, [strike, border]).rules == [border]
    assert kept(figure, [border, below]) == "75"


def test_scan_with_a_page_number_is_a_scan() -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(made_pdf(SCAN + b"BT /F 9 Tf 290 20 Td (3) Tj ET"), "x")
    assert caught.value.reason.startswith("扫描件")


def test_recognised_text_of_a_scan_is_read_and_said() -> None:
    words = b"BT /F 12 Tf 3 Tr 60 500 Td (Recognised words of a scanned page) Tj ET"
    document = read_pdf(made_pdf(SCAN + words), "x")
    assert [text.text for text in document.texts()] == ["Recognised words of a scanned page"]
    assert any("识别" in str(getattr(note, "zh", note)) for note in document.notes)


@needs_libreoffice
@pytest.mark.parametrize("printed", [b"", b"BT /F 9 Tf 290 20 Td (3) Tj ET"], ids=["bare", "with a page number"])
def test_nothing_is_missed_on_a_page_that_was_not_read(printed: bytes) -> None:
    from pypdf import PdfReader, PdfWriter

    data = of_reports(REPORTS, "pdf")["faultless"]
    pages = len(PdfReader(io.BytesIO(data)).pages)
    assert pages > 1
    for lost in range(pages):
        report, scan, writer = PdfReader(io.BytesIO(data)), PdfReader(io.BytesIO(made_pdf(SCAN + printed))), PdfWriter()
        for index, page in enumerate(report.pages):
            writer.add_page(scan.pages[0] if index == lost else page)
        made = io.BytesIO()
        writer.write(made)
        result = lint_bytes(made.getvalue(), "报告.pdf")
        assert {finding.code for finding in result.findings} & ABSENCES == set()
        assert any(f"第 {lost + 1} 页" in getattr(note, "zh", "") for note in result.source.notes)


@needs_libreoffice
def test_a_character_without_a_code_is_told_and_never_left_out() -> None:
    data = without_codes(of_reports(REPORTS, "pdf")["faultless"], "制")
    result = lint_bytes(data, "报告.pdf")
    assert any("没有字符编码" in getattr(note, "zh", "") for note in result.source.notes)
    assert {finding.code for finding in result.findings} & ABSENCES == set()
    texts = [text.text for text in read_pdf(data, "x").texts()]
    assert any("�" in text for text in texts) and not any("制" in text for text in texts)


@needs_libreoffice
def test_figures_without_codes_are_refused() -> None:
    data = without_codes(of_reports(REPORTS, "pdf")["faultless"], "0123456789")
    with pytest.raises(ReadError, match="没有字符编码"):
        lint_bytes(data, "报告.pdf")


@pytest.mark.parametrize(("flat", "plain", "lost"), [(90, 2, 2), (2, 1, 2), (90, 95, 90)])
def test_where_remarks_cost_the_text_its_meaning_the_page_is_read_without_them(
    flat: int, plain: int, lost: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a damaged file whose remarks are made a part of its page, PDFium forgets the fonts."""
    page = Page(1, 100.0, 100.0, tuple(Character("字", 0.0, 0.0, 1.0, 1.0, 0.0, 1.0) for _ in range(100)), (), ())
    unmapped = {True: flat, False: plain}
    monkeypatch.setattr(library, "_pages", lambda _, *, flat: Pages((page,), None, unmapped[flat]))
    assert library.read_pages(b"").unmapped == lost
